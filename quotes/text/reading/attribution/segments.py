"""Segments: one statement that its cue splits is one appearance."""

from collections.abc import Sequence

from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.types import Kind

# What may stand between the halves beside the cue: "on Monday", "at a rally in Ohio".
_BETWEEN = 20
_JOINTS = frozenset({",", ";", "—", "–", "-", ":"})


def joined(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[tuple[Draft, ...]]:
    """Group drafts into statements; every group is one appearance.

    Two passages are one statement where the first opens its sentence as a direct statement, its cue
    follows (“…,” he said), and the second goes on in the same sentence behind that cue and a comma or a
    dash, with no cue of its own. Where a full stop ends the cue (“…,” he said. “…”) the second passage is a
    quote of its own, as are fragments.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        if groups and _goes_on(groups[-1][-1], draft, sentences):
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return [tuple(group) for group in groups]


def _goes_on(first: Draft, second: Draft, sentences: Sequence[Sentence]) -> bool:
    cue = first.cue
    if first.kind is not Kind.DIRECT or cue is None or first.sentence != second.sentence:
        return False
    if cue.left <= first.place or cue.right >= second.place or second.cue is not cue or first.place != 0:
        return False
    between = sentences[first.sentence].tokens[first.place + 1 : second.place]
    return len(between) <= _BETWEEN and between[-1].text in _JOINTS
