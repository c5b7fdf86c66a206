"""Hearing: whether the text shows that the outlet's own reporter heard the words."""

import re
from collections import defaultdict
from collections.abc import Collection

from quotes.models import Alias, Appearance, Hop
from quotes.text.naming import name_key

# "told us", "in an interview with this newspaper": the outlet speaks of itself.
_ITSELF = re.compile(
    r"\b(?:us|our (?:own )?(?:reporter|correspondent)|this (?:(?:news)?paper|magazine|site|programme))\b",
    re.IGNORECASE,
)
_LISTENER = re.compile(
    r"\b(?:told|tells|interview|asked|question|attended|heard|showed|spoke)\b", re.IGNORECASE
)
_AROUND = 160


def first_hand(rows: Collection[Appearance]) -> set[int]:
    """Return the printings whose words the outlet's own reporter heard, as the text shows.

    Where the words around a quote name no listener, those around the same speaker's quote before it
    in the article count: "she told us" covers the "she said" that follows.
    """
    names = _names(rows)
    said = Hop.objects.filter(position=0, appearance__revision__in={row.revision_id for row in rows})
    spans = said.exclude(appearance__state=Appearance.State.REJECTED).order_by("appearance__start")
    by_speaker: dict[tuple[int, int | None], list[tuple[int, int]]] = defaultdict(list)
    for revision, source, start, end in spans.values_list(
        "appearance__revision", "source", "appearance__start", "appearance__end"
    ):
        by_speaker[revision, source].append((start, end))
    found = set()
    for row in rows:
        speaker = next((hop.source_id for hop in row.hops.all() if hop.position == 0), None)
        spoken = by_speaker[row.revision_id, speaker] if speaker else [(row.start, row.end)]
        arounds = [_around(row.revision.text, *span) for span in reversed(spoken) if span[0] <= row.start]
        telling = next((around for around in arounds if _LISTENER.search(around)), "")
        if heard(telling, names[row.article.outlet_id]):
            found.add(row.pk)
    return found


def heard(around: str, outlet: Collection[str]) -> bool:
    """Tell whether the words around a quote show that the outlet's own reporter heard it.

    `outlet` is the keys of the outlet's names. It does where somebody told, answered or was heard by the
    outlet under one of its names, or by "us", "this paper", "our correspondent".
    """
    if not _LISTENER.search(around):
        return False
    words = f" {name_key(around)} "
    return bool(_ITSELF.search(around)) or any(f" {name} " in words for name in outlet)


def _around(text: str, start: int, end: int) -> str:
    """Return the reporter's words on either side of a quote, within its paragraph."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return f"{before} {after}"


def _names(rows: Collection[Appearance]) -> dict[int, set[str]]:
    """Return the keys of all names of each outlet, the article left off and the short form of it too."""
    outlets = {row.article.outlet_id: {row.article.outlet.name_key} for row in rows}
    for outlet, key in Alias.objects.filter(source__in=outlets).values_list("source_id", "name_key"):
        outlets[outlet].add(key)
    return {outlet: keys | {key.split()[-1] for key in keys} for outlet, keys in outlets.items()}
