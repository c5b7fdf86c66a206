"""Preparing: a submission checked, and read as far as its page, before anything is stored."""

from dataclasses import dataclass
from typing import Any

import xxhash

from quotes.services.accepting.addresses import canonical_url
from quotes.services.accepting.instants import instant_of
from quotes.services.accepting.markup import from_html
from quotes.services.accepting.submissions import Submission, check, check_body
from quotes.services.errors import Refused
from quotes.services.sources import agencies
from quotes.text.naming import name_key
from quotes.text.reading import read, read_page
from quotes.text.reading.languages import guessed
from quotes.text.reading.types import Given, Page


@dataclass(frozen=True)
class Prepared:
    """What will be stored: `facts` are columns of the article, `revision` those of its body."""

    outlet: str
    url: str
    sender_id: str
    facts: dict[str, Any]
    revision: dict[str, Any]

    @property
    def digest(self) -> str:
        """The body's digest."""
        return str(self.revision["digest"])

    @property
    def outlet_key(self) -> str:
        """The key of the outlet's name."""
        return name_key(self.outlet)


def prepare(submission: Submission, *, quotes_required: bool = False) -> Prepared:
    """Check a submission, read its page, and return what to store. Raises Refused; writes nothing."""
    if submission.html is not None:
        check_body(submission)
        submission = from_html(submission)
    check(submission)
    text, given = submission.text or "", given_of(submission)
    known = agencies()
    if quotes_required:
        _check_quotes(text, given, known)
    page = read_page(text, given, agencies=known)
    _check_dates(page, submission)
    url = canonical_url(submission.url) if submission.url else ""
    return Prepared(
        outlet=submission.outlet.strip(),
        url=url,
        sender_id=submission.sender_id or "",
        facts=_facts(page, submission),
        revision=_revision(page, text),
    )


def given_of(submission: Submission) -> Given:
    """Return what the sender knows, as the reader takes it."""
    return Given(
        title=submission.title or None,
        outlet=submission.outlet.strip(),
        published_at=submission.published_at or None,
        byline=submission.byline,
        language=submission.language or None,
    )


def _check_quotes(text: str, given: Given, agencies: tuple[str, ...]) -> None:
    if not read(text, given, agencies=agencies).appearances:
        raise Refused(
            "There is no quotation and no reported speech in it; give the article's whole text.",
            code="no_quotes",
            field="text",
        )


def _check_dates(page: Page, submission: Submission) -> None:
    """Refuse a date that is none; printed ones do not matter where the sender gives a good one."""
    ours = [problem for problem in page.problems if not len(problem.span)]
    for problem in ours if submission.published_at else page.problems:
        raise Refused(
            problem.message, code="bad_date", field="published_at" if submission.published_at else "text"
        )


def _facts(page: Page, submission: Submission) -> dict[str, Any]:
    published_at, published_as = instant_of(page.published_at) if page.published_at else (None, "")
    return {
        "title": (page.title or "")[:1000],
        "standfirst": page.standfirst or "",
        "byline": list(page.byline),
        "published_at": published_at,
        "published_as": published_as,
        "dateline": (page.dateline or "")[:200],
        "credit": (page.credit or "")[:200],
        "picture_credit": (page.picture_credit or "")[:300],
        "contributions": list(page.contributions),
        "language": submission.language or guessed(submission.text or ""),
    }


def _revision(page: Page, text: str) -> dict[str, Any]:
    return {
        "text": text,
        "digest": xxhash.xxh3_128_hexdigest(text.encode()),
        "body_start": page.body.start,
        "body_end": page.body.end,
        "furniture": [
            {"kind": part.kind, "start": part.span.start, "end": part.span.end} for part in page.furniture
        ],
    }
