"""Corrections: what a correction changed recorded, and put back: the words, their matches, their quotes."""

from typing import Any

import xxhash
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q, QuerySet

from quotes.models import Act, Appearance, Match
from quotes.models.superseding import supersede
from quotes.services.acts import begin_undo
from quotes.services.editing import alone_with, match_again
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.judgements.entering import again, renew
from quotes.services.judgements.recording import homes, homes_before
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.phrasing import cut
from quotes.services.reading.anchoring import nearest
from quotes.services.restoring.snapshots import PRINTED, Columns, read, taken
from quotes.services.restoring.states import check_unchanged

_KEPT = (*PRINTED, "revision_id", "quote_id", "wording_id")


def standing(now: Appearance) -> dict[str, Any]:
    """Return what stands of a printing before it is corrected: its columns, matches and quotes."""
    return {
        "appearance": now.pk,
        "article": now.article_id,
        "before": taken(now, _KEPT),
        "matches": [[match.pk, _other_words(match, now)] for match in _matches(now)],
        "homes": homes([now.pk]),
    }


def corrected(before: dict[str, Any], after: Appearance) -> dict[str, Any]:
    """Return what undoing takes, once the correction is made."""
    return {**before, "after": taken(after, PRINTED)}


def undo_correction(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo a correction: words, kind and setting as they were, with the matches and the quote they had.

    What people judged since stands, with evidence on the words as they are again. Returns the act of undoing.
    Raises Refused with code "conflict" where somebody decided on the printing since, or the words of before
    are not in the article's newest body; "gone" where a reading took the printing away.
    """
    with acting(by, reason), transaction.atomic():
        partition_lock()
        undoing = begin_undo(by=by, act=act, reason=reason)
        now = alone_with(Appearance(pk=act.did["appearance"], article_id=act.did["article"]))
        before, after = _placed(now, act)
        check_unchanged(now, after)
        _put_back(now, before)
        if any(before[name] != after[name] for name in ("segments", "kind")):
            _settle(now, act)
        match_again(now.article_id)
    return undoing


def _settle(now: Appearance, act: Act) -> None:
    """Let the matches and the quotes of before be in force again."""
    changed = _put_matches_back(now, act.did["matches"])
    indirect = act.did["before"]["kind"] == Appearance.Kind.INDIRECT
    assemble(
        appearances=changed - {now.pk} if indirect else changed | {now.pk},
        quotes={now.quote_id} if now.quote_id else set(),
        homes=homes_before(act),
    )


def _put_back(now: Appearance, before: Columns) -> None:
    """Write the columns; the quote only where it has to come or go: else the partition moves it."""
    columns = {name: value for name, value in read(before).items() if name != "revision_id"}
    if now.quote_id is not None and columns["quote_id"] is not None:
        del columns["quote_id"]
    Appearance.objects.filter(pk=now.pk).update(**columns)


def _put_matches_back(now: Appearance, kept: list[list[Any]]) -> set[int]:
    """Let the matches of before be in force again; return the appearances whose ties changed."""
    rows = Match.objects.in_bulk([pk for pk, _ in kept])
    before = {(rows[pk].a_id, rows[pk].b_id): (rows[pk], words) for pk, words in kept if pk in rows}
    changed: set[int] = set()
    for match in _matches(now):
        was, words = before.pop((match.a_id, match.b_id), (None, ""))
        theirs = match.decided_by_id is not None
        tells = was is not None and words == _other_words(was, now)
        if theirs and not (tells and was and _one_decision(was, match)):
            renew(match)
        else:
            supersede(match, again(was) if was and tells else None)
        changed |= {match.a_id, match.b_id}
    for was, words in before.values():
        if was.decided_by_id is None and words == _other_words(was, now):
            supersede(None, again(was))
            changed |= {was.a_id, was.b_id}
    return changed


def _one_decision(a: Match, b: Match) -> bool:
    return (a.decided_by_id, a.decided_at) == (b.decided_by_id, b.decided_at)


def _matches(now: Appearance) -> QuerySet[Match]:
    return Match.objects.current().filter(Q(a=now.pk) | Q(b=now.pk)).order_by("pk")


def _other_words(match: Match, now: Appearance) -> str:
    """Return a digest of what the match's other side prints: a match tells of those words only."""
    other = match.b if match.a_id == now.pk else match.a
    return xxhash.xxh3_64_hexdigest(f"{other.kind} {other.words}".encode())


def _placed(now: Appearance, act: Act) -> tuple[Columns, Columns]:
    """Return the columns of before and after where their words stand in the revision of today."""
    before, after = act.did["before"], act.did["after"]
    if now.revision_id == before["revision_id"]:
        return before, after
    shift = now.start - after["start"]
    start = nearest(now.revision.text, before["text"], before["start"] + shift)
    if start is None:
        raise Refused(
            f"The article was printed anew since, without {cut(before['text'])}; correct the words instead.",
            code="conflict",
        )
    return _shifted(before, start - before["start"]), _shifted(after, shift)


def _shifted(columns: Columns, by: int) -> Columns:
    segments = [[start + by, end + by] for start, end in columns["segments"]]
    return {**columns, "start": columns["start"] + by, "end": columns["end"] + by, "segments": segments}
