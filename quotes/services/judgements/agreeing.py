"""Agreeing: people's judgements never contradict one another; who enters one that would is told the path."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from django.db.models import Q

from quotes.graph.joining import Joining
from quotes.graph.paths import contradiction
from quotes.models import Appearance, Match
from quotes.services.errors import Refused
from quotes.services.matching.partitioning import SAME, decisions

Pair = tuple[int, int]


def check_agreement(appearances: Iterable[int]) -> None:
    """Raise Refused where people's judgements around the appearances contradict one another."""
    judged = _judged_around(set(appearances))
    path = contradiction(*decisions(judged.values()))
    if path is not None:
        raise _contradiction(path, judged)


def in_the_way(appearances: Iterable[int]) -> list[Match]:
    """Return people's judgements that would forbid making one quote of the appearances."""
    members = list(appearances)
    judged = _judged_around(set(members))
    must, cannot = decisions(judged.values())
    ends = {pk for pair in must | cannot for pk in pair} | set(members)
    joined = Joining(dict.fromkeys(ends, 0), ())
    for a, b in {*must, *((members[0], other) for other in members[1:])}:
        joined.join(a, b)
    return [judged[a, b] for a, b in sorted(cannot) if joined.root(a) == joined.root(b)]


def check_not_opposed(match: Match | None, judgement: str) -> None:
    """Raise Refused where a person judged the pair the opposite of `judgement`: same for different."""
    if match is None or match.decided_by_id is None or match.judgement == Match.Judgement.UNSURE:
        return
    if (match.judgement in SAME) == (judgement in SAME):
        return
    texts = [_short(text) for text in _texts([match.a_id, match.b_id])]
    raise Refused(
        f"This contradicts another judgement: “{texts[0]}” and “{texts[1]}” are {_said(match)};"
        " take it back first.",
        code="contradiction",
    )


def _contradiction(path: tuple[int, ...], judged: dict[Pair, Match]) -> Refused:
    texts = _texts(path)
    steps = [_said(judged[min(pair), max(pair)]) for pair in pairwise(path)]
    ends = judged[min(path[0], path[-1]), max(path[0], path[-1])]
    same = " = ".join(f"“{_short(text)}”" for text in texts)
    return Refused(
        f"This contradicts other judgements: {same} ({', '.join(steps)}), yet the first and the last are"
        f" different ({_said(ends)}); take one of them back first.",
        code="contradiction",
    )


def _texts(appearances: Iterable[int]) -> list[str]:
    wanted = list(appearances)
    texts = dict(Appearance.objects.filter(pk__in=wanted).values_list("pk", "text"))
    return [texts[pk] for pk in wanted]


def _judged_around(appearances: set[int]) -> dict[Pair, Match]:
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
