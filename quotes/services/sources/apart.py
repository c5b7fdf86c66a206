"""Keeping apart: what a person said are two sources is neither suggested as one again nor merged."""

from collections.abc import Collection
from itertools import combinations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import Act, KeptApart, Source
from quotes.services.acts import Decided, Told, begin_undo, record
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.phrasing import listed, said_by, said_when

Pair = tuple[int, int]


def keep_apart(*, by: AbstractBaseUser, sources: Collection[Source], reason: str = "") -> list[KeptApart]:
    """Say that of these sources no two are one; return the decisions on their pairs, those before too.

    Raises Refused with code "conflict" where two of them have been merged.
    """
    with acting(by, reason), transaction.atomic():
        wanted = {source.pk for source in sources}
        locked = Source.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk")
        live = {source.survivor().pk: source for source in locked}
        if len(live) < len(wanted):
            raise Refused("Two of these are one source by now; undo their merge first.", code="conflict")
        decided = Decided(by, reason, timezone.now())
        pairs = combinations(sorted(live), 2)
        apart = [_apart(a, b, decided) for a, b in pairs]
        made = [row.pk for row, is_new in apart if is_new]
        if made:
            told = Told(f"Kept apart: {listed([live[pk] for pk in sorted(live)])}", live[min(live)])
            record(decided=decided, kind=Act.Kind.KEEP_APART, did={"made": made}, told=told)
        return [row for row, _ in apart]


def allow_again(*, by: AbstractBaseUser, apart: KeptApart, reason: str = "") -> KeptApart:
    """Take back that two sources are two; return the decision, which stays on record. Raises Refused."""
    with acting(by, reason), transaction.atomic():
        if not _end([apart.pk]):
            raise Refused("This was taken back before; reload to see what stands.", code="conflict")
        told = Told(f"No longer kept apart: {listed([apart.a, apart.b])}", apart.a)
        record(decided=Decided(by, reason), kind=Act.Kind.ALLOW_AGAIN, did={"ended": apart.pk}, told=told)
    apart.refresh_from_db()
    return apart


def undo(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo that sources were kept apart, or that they were not any more; return the act of undoing.

    Raises Refused with code "conflict" where somebody decided on them since.
    """
    with acting(by, reason), transaction.atomic():
        undoing = begin_undo(by=by, act=act, reason=reason)
        if act.kind == Act.Kind.KEEP_APART:
            if not _end(act.did["made"]):
                raise Refused("This was taken back before; reload to see what stands.", code="conflict")
        else:
            ended = KeptApart.objects.get(pk=act.did["ended"])
            standing, is_new = _apart(ended.a_id, ended.b_id, _decided(ended))
            if not is_new:
                raise Refused(
                    f"{standing}: so {said_by(standing)} said{said_when(standing)}, after this; reload.",
                    code="conflict",
                )
    return undoing


def _apart(a: int, b: int, decided: Decided) -> tuple[KeptApart, bool]:
    """Return the decision in force on a pair, made where there is none, and whether it was."""
    return KeptApart.objects.current().get_or_create(a_id=a, b_id=b, defaults=decided.columns())


def _decided(apart: KeptApart) -> Decided:
    return Decided(apart.decided_by, apart.reason, apart.decided_at)


def _end(decisions: Collection[int]) -> int:
    """End those of the decisions that are in force, and return how many were."""
    return KeptApart.objects.current().filter(pk__in=decisions).update(superseded_at=timezone.now())


def kept_apart(sources: Collection[Source]) -> dict[Pair, KeptApart]:
    """Return which of these live sources people keep apart, by pair, the smaller id first.

    What was said of a source that was merged since holds for its survivor.
    """
    answer_for = _merged_into({source.pk for source in sources})
    among = KeptApart.objects.current().select_related("a", "b", "decided_by")
    found: dict[Pair, KeptApart] = {}
    for apart in among.filter(a__in=answer_for, b__in=answer_for).order_by("pk"):
        a, b = sorted((answer_for[apart.a_id], answer_for[apart.b_id]))
        if a != b:
            found.setdefault((a, b), apart)
    return found


def _merged_into(survivors: set[int]) -> dict[int, int]:
    """Return for each of the sources, and each that leads to it, which of them it is by now."""
    answer_for = {pk: pk for pk in survivors}
    edge = set(survivors)
    while edge:
        steps = Source.objects.filter(merged_into__in=edge).values_list("pk", "merged_into_id")
        new = {pk: answer_for[into] for pk, into in steps if into is not None}
        answer_for |= new
        edge = set(new)
    return answer_for
