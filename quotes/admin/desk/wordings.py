"""Wordings: two to six printings, each with its changes against one of them, in words an editor reads."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from quotes.admin.desk.telling import LABELS, RELATIONS, why
from quotes.admin.evidence import chain_line
from quotes.models import Appearance, Match
from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import Printing
from quotes.text.segments import masked

MOST = 6  # more wordings than that nobody compares at once
_TURNED = {"dropped": "added", "added": "dropped"}
_TOGETHER = {Match.Judgement.SAME, Match.Judgement.ALTERED}

Stretch = tuple[str, list[int], list[int]]
"""Operation, span in the wording it is set against, span in this one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a wording: `kind` is equal, added, dropped, replaced or aside (the reporter's own words).

    `ours` are this wording's words there, `theirs` those of the one it is set against. `meaning` says what
    the change does to the meaning, empty where it does nothing.
    """

    kind: str
    ours: str
    theirs: str = ""
    meaning: str = ""

    @property
    def label(self) -> str:
        """What the change is, in words."""
        return LABELS.get(self.kind, "")


@dataclass(frozen=True)
class Wording:
    """One printing as it is shown: its words piece by piece, and what is told above them."""

    row: Appearance
    pieces: Sequence[Piece]
    relation: str = ""
    why: str = ""
    meanings: Sequence[str] = ()
    marks: Sequence[str] = field(default=())
    printed: int = 1

    @property
    def differs(self) -> bool:
        """Tell whether it has other words than the one it is set against."""
        return any(piece.kind not in ("equal", "aside") for piece in self.pieces)

    @property
    def chain(self) -> str:
        """The chain in one line."""
        return chain_line(self.row.hops.all())


def compared(rows: Sequence[Appearance], match: Match | None = None) -> list[Wording]:
    """Return the printings side by side, the one they are set against first; `rows` bring their chains.

    The stored evidence of a match is shown where there is one (`match` saves asking for that of a pair); else
    the two are compared here and now.
    """
    rows = rows[:MOST]
    found = {frozenset((match.a_id, match.b_id)): match} if match else _matches(rows)
    base = _fullest(rows, found)
    counts = _counts(rows)
    others = sorted((row for row in rows if row != base), key=_time)
    earliest = min(rows, key=_time)
    most = max(counts.values(), default=0)
    answer = []
    for row in (base, *others):
        printed = counts.get(row.wording_id, 1)
        marks = [
            label
            for label, fits in (("earliest", row == earliest), ("most printed", 1 < printed == most))
            if fits
        ]
        shown = _plain(row) if row == base else _against(base, row, found.get(frozenset((base.pk, row.pk))))
        answer.append(Wording(row, **shown, marks=marks, printed=printed))
    return answer


def differ(wordings: Sequence[Wording]) -> bool:
    """Tell whether any of the wordings has other words than the first."""
    return any(wording.differs for wording in wordings)


def _time(row: Appearance) -> tuple[str, int]:
    return row.article.published_as or "~", row.pk


def _matches(rows: Sequence[Appearance]) -> Mapping[frozenset[int], Match]:
    together = Match.objects.current().filter(a__in=rows, b__in=rows)
    return {frozenset((match.a_id, match.b_id)): match for match in together}


def _fullest(rows: Sequence[Appearance], found: Mapping[frozenset[int], Match]) -> Appearance:
    """Return the printing others are set against: of two the fuller, of more the one most of them match."""
    match = next(iter(found.values()), None)
    if len(rows) == 2 and match is not None:
        fuller = match.a_id if match.fuller == Match.Side.A else match.b_id
        return next(row for row in rows if row.pk == fuller)
    told = Counter(pk for pair, match in found.items() if match.judgement in _TOGETHER for pk in pair)
    return max(rows, key=lambda row: (told[row.pk], len(row.words), -row.pk))


def _counts(rows: Sequence[Appearance]) -> Counter[int | None]:
    """Return how many printings of these quotes have each wording; nothing where they have but one."""
    if len({row.wording_id for row in rows}) == 1:
        return Counter()
    standing = Appearance.objects.standing().filter(
        quote__in={row.quote_id for row in rows if row.quote_id},
        wording__in={row.wording_id for row in rows if row.wording_id},
    )
    counted = standing.order_by().values_list("wording").annotate(Count("pk"))
    return Counter(dict(counted))


def _plain(row: Appearance) -> dict[str, Any]:
    return {
        "pieces": list(_own(row, 0, len(row.text))),
        "relation": "the others are set against this wording",
    }


def _against(base: Appearance, row: Appearance, match: Match | None) -> dict[str, Any]:
    if match is not None and match.differences:
        turned = match.a_id != base.pk
        stretches = [_stretch(one, turned=turned) for one in match.differences]
        changes = [
            (one["a" if turned else "b"], one["b" if turned else "a"], one["sentence"])
            for one in match.changes
        ]
        relation, told = match.relation, why(match.score, match.features, match.reason)
    else:
        found = relate(Printing(_mask(base)), Printing(_mask(row)))
        stretches = [(d.operation, [d.a.start, d.a.end], [d.b.start, d.b.end]) for d in found.differences]
        changes = [
            (c.b and [c.b.start, c.b.end], c.a and [c.a.start, c.a.end], c.sentence) for c in found.changes
        ]
        relation, told = found.relation, why(found.score, found.features, " ".join(found.reasons))
    through = match is None and base.quote_id is not None and base.quote_id == row.quote_id
    if through and relation == Match.Relation.DIFFERENT:
        told = "It is in this quote through another printing."
    return {
        "pieces": list(_pieces(base, row, stretches, changes)),
        "relation": RELATIONS[Match.Relation(relation)],
        "why": told,
        "meanings": [sentence for _, _, sentence in changes],
    }


def _mask(row: Appearance) -> str:
    return masked(row.text, row.start, row.segments)


def _stretch(one: Mapping[str, Any], *, turned: bool) -> Stretch:
    operation = one["operation"]
    return (
        (_TURNED.get(operation, operation), one["b"], one["a"]) if turned else (operation, one["a"], one["b"])
    )


def _pieces(
    base: Appearance, row: Appearance, stretches: Iterable[Stretch], changes: Sequence[Any]
) -> Iterator[Piece]:
    """Yield this wording in order, every change of it at its place."""
    at = 0
    for operation, theirs, ours in stretches:
        if ours[0] > at:
            yield from _own(row, at, ours[0])
        at = max(at, ours[1])
        words = row.text[ours[0] : ours[1]]
        if operation == "equal":
            yield from _own(row, ours[0], ours[1])
        else:
            meaning = next((s for b, a, s in changes if _meet(b, ours) or _meet(a, theirs)), "")
            yield Piece(operation, words, base.text[theirs[0] : theirs[1]], meaning)
    yield from _own(row, at, len(row.text))


def _own(row: Appearance, start: int, end: int) -> Iterator[Piece]:
    """Yield the words of a wording from `start` to `end`, its cue between two segments set apart."""
    edges = [(first - row.start, last - row.start) for first, last in row.segments] or [(0, len(row.text))]
    at = start
    for first, last in edges:
        if at < min(first, end):
            yield Piece("aside" if at or first else "equal", row.text[at : min(first, end)])
            at = min(first, end)
        if at < min(last, end):
            yield Piece("equal", row.text[at : min(last, end)])
            at = min(last, end)
    if at < end:
        yield Piece("equal", row.text[at:end])


def _meet(one: Sequence[int] | None, other: Sequence[int]) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]
