"""Corrections: an editor puts right which words are quoted, how they are printed, where they were said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from quotes.models import Act, Appearance, Match
from quotes.services.acts import Decided, Told, record
from quotes.services.editing import alone_with, fresh, match_again, words_at
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.judgements.entering import renew
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.phrasing import quoted, said_by, said_when
from quotes.services.restoring.corrections import corrected, standing

LONGEST_SETTING = 300
Kind = Appearance.Kind
_SAYS = {"segments": "words", "kind": "kind", "setting": "setting"}


@dataclass(frozen=True)
class Correction:
    """What is right instead; None leaves as it is.

    `segments` are the [start, end] parts of the words, in code points of the revision, more than one where
    a cue splits them; `kind` is direct, partial or indirect; `setting` may be empty.
    """

    segments: Sequence[tuple[int, int]] | None = None
    kind: str | None = None
    setting: str | None = None


def correct(
    *, by: AbstractBaseUser, appearance: Appearance, correction: Correction, reason: str = ""
) -> Appearance:
    """Put a printing right, which confirms it too; return it. No later reading undoes it.

    Changed words are compared anew; what people judged on them stands, with new evidence. Raises Refused:
    "conflict" where it was changed since `appearance` was fetched, or where the words are an appearance of
    their own; "judged" where words that people judged would become reported speech.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        now = alone_with(appearance)
        columns = _columns(now, correction)
        if columns:
            _check_seen(appearance, now)
            before = standing(now)
            _write(now, columns, by, reason)
            _settle(now, columns)
            match_again(now.article_id)
            _record(Decided(by, reason), fresh(now), columns, before)
    return fresh(appearance)


def _record(decided: Decided, now: Appearance, columns: dict[str, Any], before: dict[str, Any]) -> None:
    what = [_SAYS[name] for name in _SAYS if name in columns]
    told = Told(f"Corrected the {' and '.join(what)} of {quoted(now)}", now)
    record(decided=decided, kind=Act.Kind.CORRECT, did=corrected(before, now), told=told)


def _columns(now: Appearance, correction: Correction) -> dict[str, Any]:
    """Return the columns that change."""
    wanted: dict[str, Any] = {}
    if correction.segments is not None:
        wanted |= _printed(now, correction.segments)
    if correction.kind is not None:
        wanted["kind"] = _kind(correction.kind)
    if correction.setting is not None:
        wanted["setting"] = _setting(correction.setting)
    return {name: value for name, value in wanted.items() if getattr(now, name) != value}


def _printed(now: Appearance, segments: Sequence[tuple[int, int]]) -> dict[str, Any]:
    edges = [edge for segment in segments for edge in segment]
    if not edges or edges != sorted(edges):
        raise Refused(
            "The parts of the words overlap or are out of order; give them as they stand in the text.",
            code="bad_span",
            field="segments",
        )
    for start, end in segments:
        words_at(now.revision, start, end, field="segments")
    start, end = edges[0], edges[-1]
    parts = [[first, last] for first, last in segments]
    return {"start": start, "end": end, "segments": parts, "text": now.revision.text[start:end]}


def _kind(kind: str) -> str:
    if kind not in Kind.values:
        raise Refused(
            f"“{kind}” is no kind of printing: choose {', '.join(Kind.values)}.", code="no_kind", field="kind"
        )
    return kind


def _setting(setting: str) -> str:
    if len(setting) > LONGEST_SETTING:
        raise Refused(
            f"The setting has {len(setting)} characters; shorten it to {LONGEST_SETTING}.",
            code="too_large",
            field="setting",
        )
    return setting


def _check_seen(seen: Appearance, now: Appearance) -> None:
    names = ("start", "end", "segments", "kind", "setting", "state")
    if any(getattr(seen, name) != getattr(now, name) for name in names):
        raise Refused(
            f"“{now}” was changed by {said_by(now)}{said_when(now)} in the meantime;"
            " reload, then correct it.",
            code="conflict",
        )


def _write(now: Appearance, columns: dict[str, Any], by: AbstractBaseUser, reason: str) -> None:
    decided = {"decided_by": by, "decided_at": timezone.now(), "reason": reason, "confidence": 1.0}
    rows = Appearance.objects.filter(pk=now.pk)
    try:
        with transaction.atomic():
            rows.update(**columns, **decided, state=Appearance.State.CONFIRMED)
    except IntegrityError as error:
        raise Refused(
            "These words are a printing of their own already; correct or reject that one.",
            code="conflict",
            field="segments",
        ) from error


def _settle(now: Appearance, columns: dict[str, Any]) -> None:
    """Take back what the machine found on the words of before, and tell the quotes apart anew."""
    if not columns.keys() & {"segments", "kind"}:
        return
    quote = now.quote_id
    matches = Match.objects.current().filter(Q(a=now) | Q(b=now))
    people = list(matches.filter(decided_by__isnull=False))
    if columns.get("kind") == Kind.INDIRECT:
        _check_unjudged(people)
        Appearance.objects.filter(pk=now.pk).update(quote=None, wording=None)
    elif "segments" in columns:
        Appearance.objects.filter(pk=now.pk).update(wording=None)
    machine = list(matches.filter(decided_by__isnull=True))
    Match.objects.filter(pk__in=[match.pk for match in machine]).update(superseded_at=timezone.now())
    for match in people:
        renew(match)
    touched = {now.pk, *(pk for match in (*machine, *people) for pk in (match.a_id, match.b_id))}
    reported = {now.pk} if columns.get("kind") == Kind.INDIRECT else set()
    assemble(appearances=touched - reported, quotes={quote} if quote else set())


def _check_unjudged(people: Sequence[Match]) -> None:
    if people:
        raise Refused(
            "People judged these words with other printings; withdraw that first, for reported speech is in"
            " no quote.",
            code="judged",
            field="kind",
        )
