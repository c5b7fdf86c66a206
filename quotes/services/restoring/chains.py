"""Chains: what an editor changes in a chain recorded as a whole, and put back."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance, Hop, Source
from quotes.services import copying
from quotes.services.acts import Decided, Told, begin_undo, record
from quotes.services.editing import alone_with, match_again
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.phrasing import cut, quoted, said_by, said_when
from quotes.services.reading.anchoring import nearest
from quotes.services.restoring.snapshots import Columns, chain, read

_SAYS = {
    Act.Kind.CORRECT_SPEAKER: "Corrected the speaker of",
    Act.Kind.ADD_HOP: "Added a hop to",
    Act.Kind.CORRECT_HOP: "Corrected a hop of",
    Act.Kind.RESOLVE_HOP: "Resolved a hop of",
    Act.Kind.DROP_HOP: "Dropped a hop of",
    Act.Kind.REORDER_HOPS: "Reordered the hops of",
}


@contextmanager
def changing_chain(
    *, by: AbstractBaseUser, kind: Act.Kind, appearance: Appearance, reason: str
) -> Iterator[Appearance]:
    """Do what is done inside to the chain of an appearance, in one transaction, and record it as an act.

    Yields the row as it is now, alone with its article, which is matched again afterwards.
    """
    with acting(by, reason), transaction.atomic():
        now = alone_with(appearance)
        before = chain(now)
        yield now
        after = chain(now)
        match_again(now.article_id)
        if after != before:
            did = {"appearance": now.pk, "article": now.article_id, "before": before, "after": after}
            did |= {"revision": now.revision_id, "start": now.start}
            told = Told(f"{_SAYS[kind]} {quoted(now)}", now)
            record(decided=Decided(by, reason), kind=kind, did=did, told=told)


def undo_chain(*, by: AbstractBaseUser, act: Act, reason: str = "") -> Act:
    """Undo a change of a chain: every hop as it was, with its evidence; return the act of undoing.

    Sources merged since are named by their survivors, and evidence follows the words into a later body.
    Raises Refused with code "conflict" where somebody changed the chain since, or the words of the evidence
    are not printed any more; "gone" where a reading took the appearance away.
    """
    with acting(by, reason), transaction.atomic():
        undoing = begin_undo(by=by, act=act, reason=reason)
        now = alone_with(Appearance(pk=act.did["appearance"], article_id=act.did["article"]))
        names = _survivors([*act.did["before"], *act.did["after"]])
        standing = [_says(hop, names) for hop in chain(now)]
        if standing != [_says(hop, names) for hop in act.did["after"]]:
            raise _changed_since(now)
        before = [_placed(hop, now, act) for hop in act.did["before"]]
        _put_back(now, [{**hop, "source_id": names.get(hop["source_id"])} for hop in before])
        copying.apply(article=now.article_id)
        match_again(now.article_id)
    return undoing


def _put_back(now: Appearance, hops: list[Columns]) -> None:
    """Write the rows, those that were deleted with the ids they had."""
    rows = Hop.objects.filter(appearance=now)
    rows.exclude(pk__in=[hop["id"] for hop in hops]).delete()
    there = set(rows.values_list("pk", flat=True))
    for hop in hops:
        if hop["id"] in there:
            Hop.objects.filter(pk=hop["id"]).update(**read(hop))
        else:
            Hop.objects.create(appearance=now, **read(hop))


def _says(hop: Columns, names: dict[int, int]) -> Columns:
    """Return what a hop says, wherever its evidence stands by now, and whoever its source goes on as."""
    source = hop["source_id"]
    return {**hop, "source_id": names.get(source, source), "start": None, "end": None}


def _survivors(hops: list[Columns]) -> dict[int, int]:
    named = {hop["source_id"] for hop in hops if hop["source_id"]}
    return {source.pk: source.survivor().pk for source in Source.objects.filter(pk__in=named)}


def _placed(hop: Columns, now: Appearance, act: Act) -> Columns:
    """Return the hop with its evidence where the words stand in the revision of today."""
    if now.revision_id == act.did["revision"] or hop["start"] is None:
        return hop
    start = nearest(now.revision.text, hop["evidence"], hop["start"] + now.start - act.did["start"])
    if start is None:
        raise Refused(
            f"The article was printed anew since, without {cut(hop['evidence'])}; correct the chain instead.",
            code="conflict",
        )
    return {**hop, "start": start, "end": start + len(hop["evidence"])}


def _changed_since(now: Appearance) -> Refused:
    decided = Hop.objects.filter(appearance=now, decided_at__isnull=False).select_related("decided_by")
    last = decided.order_by("decided_at").last()
    who = f"{said_by(last)}{said_when(last)}" if last else "the machine"
    return Refused(
        f"The chain of {cut(now.words)} was changed after this, last by {who}; take that back first.",
        code="conflict",
    )
