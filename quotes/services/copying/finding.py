"""Finding: the articles that print the same story as one, compared word by word."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from quotes.graph.copying import Direction, direction
from quotes.services.copying.index import Sharing, post, sharing
from quotes.services.copying.stories import Told, stories
from quotes.services.statements import run
from quotes.text.copying import Keys, Likeness, compare, keys_of

MOST_COMPARED = 24
LEAST_KEYS = 2  # one key in common is chance or a turn of phrase
BACKGROUND = timedelta(days=7)  # what somebody printed so long before the earlier of two is no news in them

_PAIRED = """
    SELECT a_id, b_id FROM quotes_copy
    WHERE (a_id = %(article)s::bigint OR b_id = %(article)s::bigint)
      AND superseded_at IS NULL AND decided_by_id IS NULL
"""
Ids = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What a comparison found of two articles, `a` the one with the smaller id."""

    a: Told
    b: Told
    likeness: Likeness
    direction: Direction


def find(*, article: int) -> dict[Ids, Found | None]:
    """Compare the article with those that share its story's keys, and with those it was compared with before.

    The answer is by the two ids, the smaller first; None where they are no copies. Commits the article's
    keys before it looks: of two articles that come at the same time, the one that looks later sees the other.
    """
    own = stories(articles=[article]).get(article)
    if own is None:
        return {}
    keys = keys_of(own.story)
    post(article=article, keys=keys.keys)
    around = sharing(article=article, keys=keys.keys)
    partners = _candidates(own, around) | _paired(article)
    others = stories(articles=partners)
    found = [_found(own, others[other], keys, around) for other in sorted(others)]
    return {(pair.a.article, pair.b.article): pair if pair.likeness.is_copy else None for pair in found}


def compared(own: Told, other: Told, *, old: Collection[int] = (), keys: Keys | None = None) -> Found:
    """Compare two stories, `old` the keys of the first that were printed long before."""
    turned = own.article > other.article
    background = (keys or keys_of(own.story)).background(old) if old else frozenset()
    likeness = compare(own.story, other.story, background=background)
    a, b = (other, own) if turned else (own, other)
    return Found(a, b, likeness.turned() if turned else likeness, direction(a.printed, b.printed))


def _candidates(own: Told, around: Sequence[Sharing]) -> set[int]:
    """Return the articles of other outlets that share most keys; an outlet's own updates are no copies."""
    others = [one for one in around if len(one.keys) >= LEAST_KEYS and one.outlet != own.printed.outlet]
    return {one.article for one in others[:MOST_COMPARED]}


def _paired(article: int) -> set[int]:
    return {pk for pair in run(_PAIRED, {"article": article}) for pk in pair} - {article}


def _found(own: Told, other: Told, keys: Keys, around: Sequence[Sharing]) -> Found:
    if own.printed.outlet == other.printed.outlet:
        return Found(*_ordered(own, other), Likeness(0, 0, 0, ()), Direction(None))
    return compared(own, other, old=_old(around, own.published, other.published), keys=keys)


def _ordered(one: Told, other: Told) -> tuple[Told, Told]:
    return (one, other) if one.article < other.article else (other, one)


def _old(around: Sequence[Sharing], one: datetime | None, other: datetime | None) -> frozenset[int]:
    """Return the keys that were printed BACKGROUND before the earlier of the two; none without both times."""
    if one is None or other is None:
        return frozenset()
    long_before = min(one, other) - BACKGROUND
    earlier = (row for row in around if row.published is not None and row.published < long_before)
    return frozenset(key for row in earlier for key in row.keys)
