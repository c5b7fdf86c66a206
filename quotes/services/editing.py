"""Editing a printing: alone with its article, on the row as it is now, and matched again afterwards."""

from quotes.models import Appearance, Article, Revision
from quotes.services.errors import Refused
from quotes.services.work import leases
from quotes.services.work.waking import MATCH, wake


def alone_with(appearance: Appearance) -> Appearance:
    """Keep readings and other editors away until the transaction ends; return the row as it is now.

    Raises Refused ("gone") where a reading took it away. Whoever needs the lock of the partition too takes
    that one first, as the matcher does.
    """
    Article.objects.select_for_update(of=("self",)).get(pk=appearance.article_id)
    return fresh(appearance)


def fresh(appearance: Appearance) -> Appearance:
    """Return the row as it is now; raise Refused ("gone") where a reading took it away."""
    try:
        return Appearance.objects.select_related("decided_by").get(pk=appearance.pk)
    except Appearance.DoesNotExist:
        raise Refused(f"“{appearance}” is gone: its article was read again; reload.", code="gone") from None


def match_again(article_id: int) -> None:
    """Have an article matched again: its quotes may now be others'."""
    if leases.match_again(articles=Article.objects.filter(pk=article_id)):
        wake(MATCH, article_id)


def words_at(revision: Revision, start: int, end: int, *, field: str) -> str:
    """Return the text at a span; raise Refused (about `field`) where there are no words."""
    length = len(revision.text)
    if not 0 <= start < end <= length:
        raise Refused(
            f"There is nothing from {start} to {end}: the text has {length:,} characters, and a span ends"
            " after it starts.",
            code="bad_span",
            field=field,
        )
    words = revision.text[start:end]
    if not any(character.isalnum() for character in words):
        raise Refused(f"From {start} to {end} there is no word; choose some.", code="bad_span", field=field)
    return words
