"""Entering judgements as rows: the new one supersedes what stood, and taking it back restores that."""

from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone

from quotes.models import Match
from quotes.models.superseding import supersede
from quotes.services.editing import match_again
from quotes.services.matching.comparisons import finding
from quotes.services.matching.printings import printings
from quotes.text.comparing.relation import relate

_EVIDENCE = ("relation", "fuller", "score", "differences", "changes", "version")
_DECISION = ("judgement", "decided_by_id", "decided_at", "reason")
_OF_THE_MACHINE = (*_EVIDENCE, "features")


@dataclass(frozen=True, slots=True)
class Decision:
    """Whose decision a judgement is, when it was made, and why."""

    by: AbstractBaseUser
    reason: str = ""
    at: datetime = field(default_factory=timezone.now)


def enter(pair: tuple[int, int], judgement: str, decision: Decision) -> Match:
    """Make a person's judgement the one in force on two appearances, and return it.

    Call it, as what follows, under the lock of the partition, and see afterwards whether people's
    judgements still agree.
    """
    a, b = sorted(pair)
    standing = in_force(a, b)
    decided = {"decided_by": decision.by, "decided_at": decision.at, "reason": decision.reason}
    match = Match(a_id=a, b_id=b, judgement=judgement, **_evidence(standing, a, b), **decided)
    supersede(standing, match)
    return match


def take_back(match: Match) -> Match | None:
    """End a person's judgement that is in force; return what it had superseded, in force again, if anything.

    The rows of an earlier decision are copied, not revived: each row tells one time in which it was in force.
    What the machine found on words that were corrected since does not come back: it is to look again.
    """
    made = _made(match)
    before = made.superseded()
    if before is not None and before.decided_by_id is None and _evidence_of(made) != _evidence_of(match):
        before = None
        match_again(match.a.article_id)
    restored = again(before) if before else None
    supersede(match, restored)
    return restored


def renew(match: Match) -> Match:
    """Let a person's judgement stand on the words as they are now; return its row, with new evidence."""
    kept = {name: getattr(match, name) for name in _DECISION}
    renewed = Match(a_id=match.a_id, b_id=match.b_id, **kept, **_evidence(None, match.a_id, match.b_id))
    supersede(match, renewed)
    return renewed


def in_force(a: int, b: int) -> Match | None:
    """Return the judgement in force on a pair, the smaller id first."""
    return Match.objects.current().select_related("decided_by").filter(a=a, b=b).first()


def again(match: Match) -> Match:
    """Return a row, unsaved, that says what an earlier one said."""
    kept = _EVIDENCE if match.decided_by_id is not None else _OF_THE_MACHINE
    return Match(
        a_id=match.a_id, b_id=match.b_id, **{name: getattr(match, name) for name in (*kept, *_DECISION)}
    )


def _evidence(standing: Match | None, a: int, b: int) -> dict[str, object]:
    """Return what shows the relation of the pair: the evidence in force, else a comparison made now."""
    if standing is not None:
        return _evidence_of(standing)
    printed = printings(appearances=[a, b])
    found = asdict(finding(relate(printed[a].printing, printed[b].printing)))
    return {name: found[name] for name in _EVIDENCE}


def _made(match: Match) -> Match:
    """Return the row that the decision in `match` was entered with, before it was restored or renewed."""
    pair = Match.objects.filter(a=match.a_id, b=match.b_id)
    return pair.filter(decided_by=match.decided_by_id, decided_at=match.decided_at).earliest("pk")


def _evidence_of(match: Match) -> dict[str, object]:
    return {name: getattr(match, name) for name in _EVIDENCE}
