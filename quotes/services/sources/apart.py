"""Keeping apart: what a person said are two sources is neither suggested as one again nor merged."""

from collections.abc import Collection
from itertools import combinations

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone

from quotes.models import KeptApart, Source
from quotes.services.errors import Refused
from quotes.services.history import acting

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
        decided = {"decided_by": by, "decided_at": timezone.now(), "reason": reason}
        return [
            KeptApart.objects.current().get_or_create(a_id=a, b_id=b, defaults=decided)[0]
            for a, b in combinations(sorted(live), 2)
        ]


def allow_again(*, by: AbstractBaseUser, apart: KeptApart, reason: str = "") -> KeptApart:
    """Take back that two sources are two; return the decision, which stays on record. Raises Refused."""
    with acting(by, reason), transaction.atomic():
        now = timezone.now()
        if not KeptApart.objects.current().filter(pk=apart.pk).update(superseded_at=now):
            raise Refused("This was taken back before; reload to see what stands.", code="conflict")
    apart.refresh_from_db()
    return apart


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
