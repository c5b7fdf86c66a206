"""Judging one pair of appearances, and taking a judgement back."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance, Match
from quotes.services.acts import Told, begin_undo
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.judgements.agreeing import check_agreement
from quotes.services.judgements.entering import Decision, enter, in_force, take_back
from quotes.services.judgements.recording import act_of, homes, homes_before, recorded
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.phrasing import cut


def judge(*, by: AbstractBaseUser, a: Appearance, b: Appearance, judgement: str, reason: str = "") -> Match:
    """Decide whether two appearances print one quote, and return the judgement now in force.

    `judgement` is same, altered, different or unsure. Supersedes what was in force on the pair, the
    machine's or a person's, and tells the quotes apart anew. Raises Refused with code "contradiction",
    naming the path, where people's other judgements say the opposite; "gone" where an appearance is.
    """
    _check_judgement(judgement)
    if a.pk == b.pk:
        raise Refused("An appearance cannot be judged against itself: choose two.", code="same_appearance")
    with acting(by, reason), transaction.atomic():
        partition_lock()
        _check_there(a.pk, b.pk)
        decision = Decision(by, reason)
        before = homes([a.pk, b.pk])
        match = enter((a.pk, b.pk), judgement, decision)
        check_agreement({a.pk, b.pk})
        assemble(appearances=[a.pk, b.pk])
        told = Told(f"Judged {judgement}: {cut(a.words)} and {cut(b.words)}", match)
        recorded(Act.Kind.JUDGE, decision, [(match.a_id, match.b_id)], before, told)
    return match


def withdraw(*, by: AbstractBaseUser, match: Match, reason: str = "") -> Match | None:
    """Take a person's judgement back; return what is in force on the pair now, None for nothing.

    What the judgement superseded comes back as a row of its own, and the quotes as they were. Raises
    Refused with code "gone" where the judgement is not in force any more, "contradiction" where what
    would come back does not go with people's other judgements.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        standing = in_force(match.a_id, match.b_id)
        if standing is None or standing.pk != match.pk or standing.decided_by_id is None:
            raise Refused(
                "This judgement is not in force any more: reload to see what replaced it.", code="gone"
            )
        act = act_of(standing)
        restored = take_back(standing)
        check_agreement({match.a_id, match.b_id})
        assemble(appearances=[match.a_id, match.b_id], homes=homes_before(act) if act else None)
        if act and act.kind == Act.Kind.JUDGE and not act.is_undone:
            begin_undo(by=by, act=act, reason=reason)
    return restored


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
