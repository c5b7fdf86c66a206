"""Segments: one statement that its cue splits is one appearance."""

from collections.abc import Sequence

from quotes.text.reading.attribution import Draft
from quotes.text.reading.frames import Sentence
from quotes.text.reading.types import Kind

# What may stand between the halves beside the cue: "on Monday", "at a rally in Ohio".
_BETWEEN = 12


def joined(drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[tuple[Draft, ...]]:
    """Group drafts into statements; every group is one appearance.

    Two passages are one statement where the first is direct and stands before its own cue ("…,” he said), and
    - the second goes on in the same sentence behind that cue and a comma, with no cue of its own, or
    - the second is a direct statement without a cue that opens the very next sentence of the same paragraph,
      by the same speaker.
    Fragments ("a" and "b") and passages of other paragraphs stay quotes of their own.
    """
    groups: list[list[Draft]] = []
    for draft in drafts:
        if groups and _goes_on(groups[-1][-1], draft, sentences, len(groups[-1])):
            groups[-1].append(draft)
        else:
            groups.append([draft])
    return [tuple(group) for group in groups]


def _goes_on(first: Draft, second: Draft, sentences: Sequence[Sentence], length: int) -> bool:
    if first.kind is not Kind.DIRECT or first.cue is None or first.cue.left <= first.place:
        return False
    if first.speaker.name != second.speaker.name:
        return False
    if first.sentence == second.sentence:
        return _continues_sentence(first, second, sentences[first.sentence])
    return length == 1 and _follows(first, second, sentences)


def _continues_sentence(first: Draft, second: Draft, sentence: Sentence) -> bool:
    if first.cue is None or first.cue.right >= second.place or second.cue is not first.cue:
        return False
    between = sentence.tokens[first.place + 1 : second.place]
    return len(between) <= _BETWEEN and between[-1].text in (",", ";", "—", "–", ":") and first.place == 0


def _follows(first: Draft, second: Draft, sentences: Sequence[Sentence]) -> bool:
    if (
        second.sentence != first.sentence + 1
        or second.place != 0
        or second.own_cue
        or second.kind is not Kind.DIRECT
    ):
        return False
    last = sentences[first.sentence].quotes[-1] == first.place
    return last and sentences[first.sentence].block == sentences[second.sentence].block
