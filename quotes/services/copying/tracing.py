"""Tracing: from which article a printing's words were copied, as suggested or accepted, with the evidence."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from quotes.models import Appearance, Article, Copy, Source
from quotes.services.copying.applying import is_taken
from quotes.text.spans import Span


@dataclass(frozen=True, slots=True)
class Traced:
    """The copy that explains a printing best, and the article that gave the words.

    While `copy` is suggested, `source` is a suggested hop; `here` and `there` are its evidence, the
    words in common as spans of the taker's and the giver's revision that the row names.
    """

    copy: Copy
    source: Source
    giver: Article
    taker: Article
    here: tuple[Span, ...]
    there: tuple[Span, ...]


def trace(*, appearances: Collection[Appearance]) -> dict[int, Traced]:
    """Return for each appearance, by its id, the standing copy that its words came by; none for the others.

    Accepted ones come first, then an agency's own article, one that credits an agency, the larger share. A
    source that a person rejected for an article is suggested by no other pair of it. Two queries.
    """
    by_taker = _by_taker({row.article_id for row in appearances})
    found = ((row.pk, _of(row, by_taker[row.article_id])) for row in appearances)
    return {pk: traced for pk, traced in found if traced is not None}


def denied(*, articles: Collection[int]) -> dict[int, frozenset[int]]:
    """Return for each article the sources of which a person says that it has not its words from there."""
    rejected = Copy.objects.current().filter(_taken_by(articles), state=Copy.State.REJECTED)
    found: dict[int, set[int]] = defaultdict(set)
    for copy in rejected.select_related("a", "b", "source__merged_into"):
        if copy.taker and copy.source:
            found[copy.taker.pk].add(copy.source.survivor().pk)
    return {article: frozenset(sources) for article, sources in found.items()}


def _taken_by(articles: Collection[int]) -> Q:
    return Q(a__in=articles, giver="b") | Q(b__in=articles, giver="a")


def _by_taker(articles: Collection[int]) -> Mapping[int, list[Traced]]:
    rows = Copy.objects.current().filter(_taken_by(articles), source__isnull=False)
    found: dict[int, list[Traced]] = defaultdict(list)
    rejected: set[tuple[int, int]] = set()
    for copy in rows.select_related("a__outlet", "b__outlet", "source__merged_into"):
        if copy.source is None:
            continue
        traced = _traced(copy, copy.source.survivor())
        if copy.state == Copy.State.REJECTED:
            rejected.add((traced.taker.pk, traced.source.pk))
        else:
            found[traced.taker.pk].append(traced)
    return defaultdict(list, {pk: sorted(_allowed(rows, rejected), key=_rank) for pk, rows in found.items()})


def _allowed(rows: Sequence[Traced], rejected: Collection[tuple[int, int]]) -> list[Traced]:
    return [
        row
        for row in rows
        if row.copy.state == Copy.State.ACCEPTED or (row.taker.pk, row.source.pk) not in rejected
    ]


def _traced(copy: Copy, source: Source) -> Traced:
    here, there = ("b", "a") if copy.giver == Copy.Side.A else ("a", "b")
    giver, taker = (copy.a, copy.b) if there == "a" else (copy.b, copy.a)
    spans = {side: tuple(Span(*one[side]) for one in copy.passages) for side in "ab"}
    return Traced(copy, source, giver, taker, spans[here], spans[there])


def _rank(traced: Traced) -> tuple[bool, bool, bool, float, int]:
    copy, giver = traced.copy, traced.giver
    return (
        copy.state != Copy.State.ACCEPTED,
        giver.outlet.kind != Source.Kind.AGENCY,
        not giver.credit,
        -copy.share,
        copy.pk,
    )


def _of(row: Appearance, copies: Sequence[Traced]) -> Traced | None:
    return next((traced for traced in copies if _explains(traced, row)), None)


def _explains(traced: Traced, row: Appearance) -> bool:
    """Tell whether the copy is where the appearance's words came by, in the revision they stand in."""
    if any(hop.copy_id == traced.copy.pk for hop in row.hops.all()):
        return True
    copy = traced.copy
    revision = copy.revision_b_id if copy.giver == Copy.Side.A else copy.revision_a_id
    return row.revision_id == revision and is_taken(row.start, row.end, traced.here)
