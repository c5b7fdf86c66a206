"""Judgements: what a person decides on a pair of appearances; it binds every later run of the machine."""

from dataclasses import asdict
from datetime import datetime
from itertools import pairwise

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from quotes.graph.paths import contradiction
from quotes.models import Appearance, Match
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.matching.comparisons import finding
from quotes.services.matching.partitioning import SAME, decisions
from quotes.services.matching.printings import printings
from quotes.text.comparing.relation import relate

_EVIDENCE = ("relation", "fuller", "score", "differences", "changes", "version")
_DECISION = ("judgement", "decided_by_id", "decided_at", "reason")


def judge(*, by: AbstractBaseUser, a: Appearance, b: Appearance, judgement: str, reason: str = "") -> Match:
    """Decide whether two appearances print one quote, and return the judgement now in force.

    `judgement` is same, altered, different or unsure. Supersedes what was in force on the pair, the
    machine's or a person's, and tells the quotes apart anew. Raises Refused with code "contradiction",
    naming the path, where people's other judgements say the opposite; "gone" where an appearance is.
    """
    _check_judgement(judgement)
    if a.pk == b.pk:
        raise Refused("An appearance cannot be judged against itself: choose two.", code="same_appearance")
    first, second = sorted((a.pk, b.pk))
    with acting(by, reason), transaction.atomic():
        partition_lock()
        _check_there(first, second)
        standing = _in_force(first, second)
        decided = {"judgement": judgement, "decided_by": by, "decided_at": timezone.now(), "reason": reason}
        match = Match(a_id=first, b_id=second, **_evidence(standing, first, second), **decided)
        _replace(standing, match)
        assemble(appearances=[first, second])
    return match


def withdraw(*, by: AbstractBaseUser, match: Match, reason: str = "") -> Match | None:
    """Take a person's judgement back; return what is in force on the pair now, None for nothing.

    What the judgement superseded comes back as a row of its own, and the quotes as they were. Raises
    Refused with code "gone" where the judgement is not in force any more, "contradiction" where what
    would come back does not go with people's other judgements.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        standing = _in_force(match.a_id, match.b_id)
        if standing is None or standing.pk != match.pk or standing.decided_by_id is None:
            raise Refused(
                "This judgement is not in force any more: reload to see what replaced it.", code="gone"
            )
        before = _superseded_by(standing)
        restored = _copy(before) if before else None
        _replace(standing, restored)
        assemble(appearances=[match.a_id, match.b_id])
    return restored


def _replace(standing: Match | None, match: Match | None) -> None:
    if standing is not None:
        Match.objects.filter(pk=standing.pk).update(superseded_at=timezone.now())
    if match is not None:
        match.save(force_insert=True)
        _check_agreement(match)


def _evidence(standing: Match | None, a: int, b: int) -> dict[str, object]:
    """Return what shows the relation of the pair: the evidence in force, else a comparison made now."""
    if standing is not None:
        return {name: getattr(standing, name) for name in _EVIDENCE}
    printed = printings(appearances=[a, b])
    found = asdict(finding(relate(printed[a].printing, printed[b].printing)))
    return {name: found[name] for name in _EVIDENCE}


def _superseded_by(match: Match) -> Match | None:
    """Return the row that the decision in `match` superseded when it was made, restored since or not."""
    pair = Match.objects.filter(a=match.a_id, b=match.b_id)
    made = pair.filter(decided_by=match.decided_by_id, decided_at=match.decided_at).earliest("pk")
    earlier = pair.filter(pk__lt=made.pk, superseded_at__lte=made.created_at)
    return earlier.order_by("-superseded_at", "-pk").first()


def _copy(match: Match) -> Match:
    kept = {name: getattr(match, name) for name in (*_EVIDENCE, *_DECISION)}
    return Match(a_id=match.a_id, b_id=match.b_id, **kept)


def _in_force(a: int, b: int) -> Match | None:
    return Match.objects.current().filter(a=a, b=b).first()


def _check_judgement(judgement: str) -> None:
    if judgement not in Match.Judgement.values:
        raise Refused(
            f"“{judgement}” is no judgement: choose {', '.join(Match.Judgement.values)}.",
            code="no_judgement",
            field="judgement",
        )


def _check_there(*appearances: int) -> None:
    if Appearance.objects.filter(pk__in=appearances).count() != len(appearances):
        raise Refused("One of the two is gone: its article was read again; reload.", code="gone")


def _check_agreement(match: Match) -> None:
    """Raise Refused where people's judgements around `match` contradict one another."""
    if match.decided_by_id is None or match.judgement == Match.Judgement.UNSURE:
        return
    judged = _judged_around({match.a_id, match.b_id})
    path = contradiction(*decisions(judged.values()))
    if path is None:
        return
    texts = dict(Appearance.objects.filter(pk__in=path).values_list("pk", "text"))
    steps = [_said(judged[min(pair), max(pair)]) for pair in pairwise(path)]
    ends = judged[min(path[0], path[-1]), max(path[0], path[-1])]
    same = " = ".join(f"“{_short(texts[pk])}”" for pk in path)
    raise Refused(
        f"This contradicts other judgements: {same} ({', '.join(steps)}), yet the first and the last are"
        f" different ({_said(ends)}); take one of them back first.",
        code="contradiction",
    )


def _judged_around(appearances: set[int]) -> dict[tuple[int, int], Match]:
    """Return people's judgements among the appearances that they join to the given ones, by pair."""
    people = Match.objects.current().filter(decided_by__isnull=False).select_related("decided_by")
    joining = people.filter(judgement__in=SAME)
    reached: set[int] = set()
    edge = appearances
    while edge:
        reached |= edge
        pairs = joining.filter(Q(a__in=edge) | Q(b__in=edge)).values_list("a_id", "b_id")
        edge = {appearance for pair in pairs for appearance in pair} - reached
    return {(match.a_id, match.b_id): match for match in people.filter(a__in=reached, b__in=reached)}


def _said(match: Match) -> str:
    day: datetime | None = match.decided_at
    return f"{match.judgement} by {match.decided_by}{f' on {day:%Y-%m-%d}' if day else ''}"


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
