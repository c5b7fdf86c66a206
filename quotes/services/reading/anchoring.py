"""Anchoring: what an editor decided on follows its words into a new revision, if that has them verbatim."""

from collections.abc import Container, Iterable
from typing import Any

from quotes.models import Appearance, Hop, Revision

Place = tuple[int, int, int]  # start, end, joint


def anchor(*, row: Appearance, revision: Revision, place: Place) -> bool:
    """Move a printing to the same words at `place` of a later revision; False where it has to stay.

    All that is said of it stays as it is. Its hops' evidence moves along, to the nearest place that has
    the same words; where one is not there any more, nothing is moved. A cue that is gone is left out.
    """
    shift = place[0] - row.start
    hops: dict[int, int] = {}
    for hop in row.hops.all():
        if hop.start is not None:
            start = nearest(revision.text, hop.evidence, hop.start + shift)
            if start is None:
                return False
            hops[hop.pk] = start
    columns = {**_cue(row, revision, shift), "revision": revision, "start": place[0], "end": place[1]}
    columns |= {"joint": place[2], "segments": [[a + shift, b + shift] for a, b in row.segments]}
    for name, value in columns.items():
        setattr(row, name, value)
    row.save(update_fields=list(columns))
    for hop in row.hops.all():
        if hop.pk in hops:
            end = hops[hop.pk] + len(hop.evidence)
            Hop.objects.filter(pk=hop.pk).update(start=hops[hop.pk], end=end)
    return True


def follow(*, rows: Iterable[Appearance], revision: Revision, taken: Container[Place]) -> None:
    """Move the printings that the reader does not find, but whose words are there and have room."""
    for row in rows:
        start = nearest(revision.text, row.text, row.start)
        if start is not None and (place := (start, start + len(row.text), row.joint)) not in taken:
            anchor(row=row, revision=revision, place=place)


def nearest(text: str, words: str, at: int) -> int | None:
    """Return where `words` stand as whole words in `text`, as near to `at` as can be; None for nowhere."""
    before, after = at, at
    while (before := text.rfind(words, 0, before + len(words))) >= 0 and not _whole(text, before, words):
        before -= 1
    while (after := text.find(words, max(0, after))) >= 0 and not _whole(text, after, words):
        after += 1
    found = [start for start in (before, after) if start >= 0]
    return min(found, key=lambda start: abs(start - at), default=None)


def _whole(text: str, start: int, words: str) -> bool:
    """Tell whether the words at `start` neither begin nor end inside a word."""
    end = start + len(words)
    begun = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not begun and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum())


def _cue(row: Appearance, revision: Revision, shift: int) -> dict[str, Any]:
    start = nearest(revision.text, row.cue, row.cue_start + shift) if row.cue_start is not None else None
    if start is None:
        return {"cue": "", "cue_start": None, "cue_end": None}
    return {"cue_start": start, "cue_end": start + len(row.cue)}
