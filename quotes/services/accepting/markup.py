"""Markup: an article's HTML page as text, and what the page says of itself."""

from dataclasses import replace

from quotes.services.accepting.addresses import canonical_url
from quotes.services.accepting.submissions import Submission
from quotes.services.errors import Refused
from quotes.text.reading import Given, read_page
from quotes.text.reading.page.html import page_from_html


def from_html(submission: Submission) -> Submission:
    """Return the submission with the article's text in place of its HTML. Raises Refused where there is none.

    Facts of the page's metadata fill what the sender left out; one that cannot be used (an address that is
    none, a date that is none) is left out, for it is not the sender's word.
    """
    try:
        text, said, url = page_from_html(submission.html or "")
    except ValueError as error:
        raise Refused(str(error), code="not_text", field="html") from None
    return replace(
        submission,
        text=text,
        html=None,
        outlet=submission.outlet if submission.outlet.strip() else said.outlet or "",
        url=submission.url or _usable_url(url),
        title=submission.title or said.title,
        published_at=submission.published_at or _usable_date(said.published_at),
        byline=submission.byline or said.byline,
    )


def _usable_url(url: str | None) -> str | None:
    try:
        return canonical_url(url) if url else None
    except Refused:
        return None


def _usable_date(printed: str | None) -> str | None:
    return None if read_page(" .", Given(published_at=printed)).problems else printed
