"""Recording judgements as acts, with the quotes as they were before, so that undoing restores them."""

from collections.abc import Collection, Sequence

from quotes.models import Act, Match
from quotes.services.acts import Decided, Told, record
from quotes.services.judgements.entering import Decision
from quotes.services.matching.touched import touched

Homes = dict[int, int]
"""The quotes that appearances are in, rejected ones too, by appearance."""


def homes(appearances: Collection[int]) -> Homes:
    """Return the quotes of the appearances and of all that judging them may move."""
    return dict(touched(appearances=appearances, quotes=()).quote_of)


def recorded(
    kind: str, decision: Decision, pairs: Sequence[tuple[int, int]], before: Homes, told: Told
) -> Act:
    """Record the judgements entered on the pairs as one act: its person and time are theirs."""
    did = {"pairs": pairs, "homes": before}
    return record(decided=Decided(decision.by, decision.reason, decision.at), kind=kind, did=did, told=told)


def act_of(match: Match) -> Act | None:
    """Return the act that entered a person's judgement; None for one from before acts were recorded."""
    made = Act.objects.filter(decided_at=match.decided_at, decided_by=match.decided_by_id)
    return made.filter(did__has_key="homes").first()


def homes_before(act: Act) -> Homes:
    """Return the quotes as they were before the act."""
    return {int(pk): quote for pk, quote in act.did["homes"].items()}
