"""Undoing any act, whatever it did."""

from collections.abc import Callable

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act
from quotes.services import quotes, sources
from quotes.services.acts import begin_undo, parts_of
from quotes.services.copying import deciding as copies
from quotes.services.errors import Refused
from quotes.services.restoring.chains import undo_chain
from quotes.services.restoring.corrections import undo_correction
from quotes.services.restoring.states import undo_decision
from quotes.services.sources import apart

Kind = Act.Kind


def _undo_many(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo what was decided on many rows, the last first; what cannot be is told in `did` of the undoing.

    Raises Refused as the first part does where none can.
    """
    refused: list[tuple[str, Refused]] = []
    with transaction.atomic():
        undoing = begin_undo(by=by, act=act, reason=reason)
        parts = act.parts.filter(undone__isnull=True).exclude(kind=Kind.UNDO).order_by("-pk")
        with parts_of(undoing):
            for part in parts:
                try:
                    with transaction.atomic():
                        undo(by=by, act=part, reason=reason)
                except Refused as no:
                    refused.append((part.sentence, no))
        if refused and len(refused) == len(parts):
            raise refused[0][1]
        undoing.did = {"refused": [[sentence, no.message] for sentence, no in refused]}
        undoing.save(update_fields=["did"])
    return undoing


_UNDO: dict[str, Callable[..., Act]] = {
    **dict.fromkeys((Kind.CONFIRM, Kind.REJECT, Kind.UNDECIDE), undo_decision),
    Kind.CORRECT: undo_correction,
    **dict.fromkeys((Kind.CORRECT_SPEAKER, Kind.ADD_HOP, Kind.CORRECT_HOP, Kind.RESOLVE_HOP), undo_chain),
    **dict.fromkeys((Kind.DROP_HOP, Kind.REORDER_HOPS), undo_chain),
    **dict.fromkeys((Kind.ACCEPT_COPY, Kind.REJECT_COPY, Kind.WITHDRAW_COPY), copies.undo),
    **dict.fromkeys((Kind.KEEP_APART, Kind.ALLOW_AGAIN), apart.undo),
    Kind.MERGE_SOURCES: sources.undo_merge,
    **dict.fromkeys((Kind.JUDGE, Kind.MERGE_QUOTES, Kind.SPLIT_QUOTE), quotes.undo),
    Kind.MANY: _undo_many,
    Kind.UNDO: quotes.undo,  # which refuses
}


def undo(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo any act, so that what it changed is as it was before, and return the act of undoing.

    Raises Refused with code "conflict" where another person, or the same, changed it since, and as each
    service does.
    """
    return _UNDO[act.kind](by=by, act=act, reason=reason)
