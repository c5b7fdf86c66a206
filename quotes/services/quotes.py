"""Quotes: merged and split by people, in judgements on their printings, and put back as they were."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance, Match, Quote
from quotes.services.acts import Told, begin_undo
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.judgements.agreeing import Pair, check_agreement, check_not_opposed
from quotes.services.judgements.entering import Decision, enter, in_force, take_back
from quotes.services.judgements.recording import homes, homes_before, recorded
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.matching.partitioning import SAME, parts_of
from quotes.services.matching.touched import touched
from quotes.services.phrasing import cut, said_when

SAME_QUOTE, DIFFERENT = Match.Judgement.SAME, Match.Judgement.DIFFERENT


@dataclass(frozen=True, slots=True)
class Merged:
    """The quote that goes on, and the act by which to undo it."""

    quote: Quote
    act: Act


@dataclass(frozen=True, slots=True)
class Split:
    """The quotes of the parts, in their order, and the act by which to undo it."""

    quotes: tuple[Quote, ...]
    act: Act


def merge(*, by: AbstractBaseUser, quotes: Sequence[Quote], reason: str = "") -> Merged:
    """Make one quote of several: the oldest goes on, the ids of the others lead to it.

    Enters `same` between printings of the quotes, as many as it takes to join all their printings. Raises
    Refused with code "contradiction" where people judged some of them different, naming the path;
    "conflict" where a quote was merged in the meantime or nobody prints it; "too_few" for less than two.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        groups = [_printings(quote) for quote in _alive(quotes)]
        if len(groups) < 2:
            raise Refused("Merging takes two quotes or more; choose another.", code="too_few", field="quotes")
        members = [row.pk for group in groups for row in group]
        first, *others = (_speaking_for(group) for group in groups)
        work = _Entering(Decision(by, reason), members)
        work.enter([(first, other) for other in others], SAME_QUOTE)
        work.keep_together([members], [first])
        work.settle()
        survivor = Quote.objects.get(appearances=first)
        told = Told(f"Merged {len(groups)} quotes into {cut(survivor.text)}", survivor)
        act = work.recorded(Act.Kind.MERGE_QUOTES, told)
    return Merged(survivor, act)


def split(
    *, by: AbstractBaseUser, quote: Quote, groups: Sequence[Collection[Appearance]], reason: str = ""
) -> Split:
    """Make a quote of each of the groups of the quote's printings; those in no group stay together.

    The id stays with the canonical wording. Enters `different` between the parts and `same` within, as
    many as it takes. Raises Refused with code "contradiction" where people judged printings of two parts
    the same, naming the path; "conflict" where a printing is not in the quote any more; "too_few" where
    there would be one part only.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        parts = _parted(_printings(_alive([quote])[0]), groups)
        heads = [_speaking_for(part) for part in parts]
        parts_ids = [[row.pk for row in part] for part in parts]
        work = _Entering(Decision(by, reason), [pk for part in parts_ids for pk in part])
        work.enter(list(combinations(heads, 2)), DIFFERENT)
        work.keep_together(parts_ids, heads)
        work.settle()
        told = Told(f"Split {cut(quote.text)} into {len(heads)} quotes", quote)
        act = work.recorded(Act.Kind.SPLIT_QUOTE, told)
    return Split(tuple(Quote.objects.get(appearances=head) for head in heads), act)


def undo(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo a merge or a split of quotes, or a judgement: judgements, ids and forwards are what they were.

    A judgement of it that was taken back since is left alone. Returns the act of undoing. Raises Refused
    with code "conflict" where it was undone before, or where a person judged one of its pairs since;
    "contradiction" where what would come back does not go with people's other judgements.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        undoing = begin_undo(by=by, act=act, reason=reason)
        pairs = [(a, b) for a, b in act.did["pairs"]]
        for pair in reversed(pairs):
            _take_back(pair, act)
        appearances = {pk for pair in pairs for pk in pair}
        check_agreement(appearances)
        assemble(appearances=appearances, homes=homes_before(act))
    return undoing


class _Entering:
    """The judgements of one act; lives for one transaction, under the lock of the partition."""

    def __init__(self, decision: Decision, appearances: Collection[int]) -> None:
        self._decision = decision
        self._homes = homes(appearances)
        self._pairs: list[Pair] = []

    def enter(self, pairs: Iterable[Pair], judgement: str) -> None:
        """Enter `judgement` where no person said so before; raise Refused where one said the opposite."""
        for a, b in pairs:
            standing = in_force(min(a, b), max(a, b))
            check_not_opposed(standing, judgement)
            if not _says(standing, judgement):
                enter((a, b), judgement, self._decision)
                self._pairs.append((min(a, b), max(a, b)))
        check_agreement({pk for pair in pairs for pk in pair})

    def keep_together(self, parts: Sequence[Collection[int]], heads: Sequence[int]) -> None:
        """Tie those printings to the head of their part that would not be in one quote with it."""
        around = touched(appearances=heads, quotes=set(self._homes.values()))
        part_of = {pk: number for number, part in enumerate(parts_of(around)) for pk in part}
        for part, head in zip(parts, heads, strict=True):
            self.enter([(head, pk) for pk in part if part_of[pk] != part_of[head]], SAME_QUOTE)

    def settle(self) -> None:
        """Tell the quotes apart anew."""
        assemble(appearances=list(self._homes), quotes=set(self._homes.values()))

    def recorded(self, kind: str, told: Told) -> Act:
        """Record the act, with what undoing takes."""
        return recorded(kind, self._decision, self._pairs, self._homes, told)


def _says(match: Match | None, judgement: str) -> bool:
    """Tell whether a person has judged the pair so."""
    if match is None or match.decided_by_id is None:
        return False
    return match.judgement == judgement or {match.judgement, judgement} <= SAME


def _take_back(pair: Pair, act: Act) -> None:
    """Take back what the act entered on a pair, if that is in force still, or again."""
    standing = in_force(*pair)
    if standing is None or standing.decided_by_id is None or standing.decided_at is None:
        return
    if (standing.decided_at, standing.decided_by_id) != (act.decided_at, act.decided_by_id):
        raise Refused(
            f"“{standing.a}” and “{standing.b}” were judged {standing.judgement} by {standing.decided_by}"
            f"{said_when(standing)}, after this; take that back first.",
            code="conflict",
        )
    take_back(standing)


def _alive(quotes: Sequence[Quote]) -> list[Quote]:
    """Return the quotes as they stand, each once, the oldest first; raise Refused where one was merged."""
    fresh = Quote.objects.select_related("merged_into").filter(pk__in={quote.pk for quote in quotes})
    found = list(fresh.order_by("pk"))
    for quote in found:
        if quote.merged_into is not None:
            raise Refused(
                f"“{quote}” was merged into “{quote.survivor()}” in the meantime; reload, then go on.",
                code="conflict",
            )
    return found


def _printings(quote: Quote) -> list[Appearance]:
    """Return the quote's standing printings, the earliest first; raise Refused where there is none."""
    standing = Appearance.objects.standing().quoted().filter(quote=quote).select_related("article")
    rows = sorted(standing, key=lambda row: (row.article.published_as or "~", row.pk))
    if not rows:
        raise Refused(f"“{quote}” is printed nowhere any more; leave it out.", code="conflict")
    return rows


def _speaking_for(rows: Sequence[Appearance]) -> int:
    """Return the printing that speaks for others: the one with the canonical wording, else the fullest."""
    canonical = rows[0].quote.text if rows[0].quote else ""
    return max(rows, key=lambda row: (row.words == canonical, len(row.words))).pk


def _parted(
    printings: Sequence[Appearance], groups: Sequence[Collection[Appearance]]
) -> list[list[Appearance]]:
    """Return the printings part by part, those in no group last; raise Refused where they make no parts."""
    known = {row.pk: row for row in printings}
    named = [sorted({row.pk for row in group}) for group in groups if group]
    placed = [pk for group in named for pk in group]
    amiss = next((row for group in groups for row in group if row.pk not in known), None)
    if amiss is not None:
        raise Refused(f"“{amiss}” is not in this quote any more; reload, then split.", code="conflict")
    if len(set(placed)) < len(placed):
        raise Refused("A printing is in two of the parts; leave it in one.", code="conflict", field="groups")
    rest = [pk for pk in known if pk not in set(placed)]
    parts = [*named, rest] if rest else named
    if len(parts) < 2:
        raise Refused(
            "This would leave the quote as it is; name some of its printings, not all.",
            code="too_few",
            field="groups",
        )
    return [[known[pk] for pk in part] for part in parts]
