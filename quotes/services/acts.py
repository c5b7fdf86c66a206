"""Acts: what a person decided, recorded so that it can be undone, and undone once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Prefetch
from django.utils import timezone

from quotes.models import Act, Appearance, Copy, Match, Quote, Source
from quotes.services.errors import Refused
from quotes.services.phrasing import said_by, said_when

Did = dict[str, Any]
Row = Appearance | Match | Quote | Source | Copy

LONGEST = 300  # characters of a sentence
_collected: ContextVar[list[Act] | None] = ContextVar("collected", default=None)
_whole: ContextVar[Act | None] = ContextVar("whole", default=None)


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided, as a sentence without a full stop, and the row it was decided on, if it is one."""

    sentence: str
    about: Row | None = None

    def columns(self) -> Did:
        """Return the columns of an act that say so."""
        told = {"sentence": self.sentence[:LONGEST]}
        if self.about is None:
            return told
        return {**told, "about": self.about._meta.model_name, "about_id": self.about.public_id}


@dataclass(frozen=True, slots=True)
class Decided:
    """Who decides, why, and when: now, unless the rows say when."""

    by: AbstractBaseUser | None
    reason: str = ""
    at: datetime | None = None

    def columns(self) -> Did:
        """Return the columns of an act that say so."""
        at = (self.at or timezone.now()) if self.by else None
        return {"decided_by": self.by, "decided_at": at, "reason": self.reason}


def record(*, decided: Decided, kind: str, did: Did, told: Told) -> Act:
    """Record what was done, in the transaction that does it, and return the act."""
    act = Act.objects.create(kind=kind, did=did, part_of=_whole.get(), **told.columns(), **decided.columns())
    return _note(act)


def begin_undo(*, by: AbstractBaseUser | None, act: Act, reason: str = "") -> Act:
    """Lock the act until the transaction ends, and record that it is undone; return the row of the undoing.

    Raises Refused with code "conflict" where it was undone before, or is an undoing itself.
    """
    locked = Act.objects.select_for_update(of=("self",)).get(pk=act.pk)
    if locked.kind == Act.Kind.UNDO:
        raise Refused("This undid something and cannot be undone; do it again instead.", code="conflict")
    before = locked.undone.select_related("decided_by").first()
    if before is not None:
        raise Refused(
            f"This was undone before, by {said_by(before)}{said_when(before)}; reload to see what stands.",
            code="conflict",
        )
    sentence = f"Took back: {locked}"[:LONGEST]
    about = {"about": locked.about, "about_id": locked.about_id, "sentence": sentence}
    undoing = {"kind": Act.Kind.UNDO, "undoes": locked, "part_of": _whole.get()}
    return _note(Act.objects.create(**undoing, **about, **Decided(by, reason).columns()))


@contextmanager
def collecting() -> Iterator[list[Act]]:
    """Collect the acts recorded inside, in their order."""
    made: list[Act] = []
    token = _collected.set(made)
    try:
        yield made
    finally:
        _collected.reset(token)


@contextmanager
def as_one(*, decided: Decided, told: Told) -> Iterator[Act]:
    """Record an act whose parts are the acts recorded inside: they are undone together."""
    whole = record(decided=decided, kind=Act.Kind.MANY, did={}, told=told)
    with parts_of(whole):
        yield whole


@contextmanager
def parts_of(whole: Act) -> Iterator[None]:
    """Make what is recorded inside parts of one act."""
    token = _whole.set(whole)
    try:
        yield
    finally:
        _whole.reset(token)


def latest(*, by: AbstractBaseUser, limit: int = 10) -> Sequence[Act]:
    """Return a person's newest decisions, with what undid them, in two queries; those of many rows as one."""
    mine = Act.objects.filter(decided_by=by.pk, part_of__isnull=True).exclude(kind=Act.Kind.UNDO)
    undoing = Prefetch("undone", queryset=Act.objects.select_related("decided_by"))
    return list(mine.select_related("decided_by").prefetch_related(undoing).order_by("-pk")[:limit])


def _note(act: Act) -> Act:
    made = _collected.get()
    if made is not None:
        made.append(act)
    return act
