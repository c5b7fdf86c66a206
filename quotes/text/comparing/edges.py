"""What stands right outside a shared run and bears on it: negations, quantities, doubts, conditions."""

from collections.abc import Iterator

from quotes.text.comparing.content import is_content
from quotes.text.comparing.kinships import lemma
from quotes.text.comparing.lexicon import tense
from quotes.text.comparing.markers import markers
from quotes.text.comparing.phrases import Marker, listed
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_CLAUSE_WORDS = 3
_LEAD = 2  # a conjunction may stand before the "if": "but only if …"
_DENIED_FROM = 8  # words from a negation to the clause it denies: "nobody can seriously say that …"
Lost = tuple[ChangeKind, tuple[int, int]]


def lost_at_edges(text: Text, run: tuple[int, int], *, whole: bool) -> Iterator[Lost]:
    """Yield what `text` has right outside the tokens of `run`, within their sentences.

    Each as its kind and a token range. `whole`: the run was printed as a statement of its own; a fragment
    stands in a sentence of the reporter's, which may carry the condition. Quantities and doubts bear on a
    clause only: a few words claim nothing that they could restrict.
    """
    start, end = run
    if text.parts_sentences(start) and text.parts_sentences(end):
        return
    clause = _clause(text, run)
    for marker in _leading(text, start):
        doubt = marker.kind is ChangeKind.MODALITY and marker.senses & listed("leading")
        if marker.kind is ChangeKind.NEGATION or (clause and (doubt or marker.kind is ChangeKind.QUANTITY)):
            yield marker.kind, (marker.over[0], min(marker.over[1], start))
    denial = _denial(text, start) if clause else None
    if denial:
        yield ChangeKind.NEGATION, denial
    if clause and whole:
        yield from _conditions(text, run)


def _leading(text: Text, start: int) -> list[Marker]:
    """Return the markers that end right before the run, or that it begins within."""
    if text.parts_sentences(start):
        return []
    return [m for m in markers(text) if m.over[0] < start <= m.over[1]]


def _denial(text: Text, start: int) -> tuple[int, int] | None:
    """Return the words that deny or doubt the clause that begins at `start` ("I never said that")."""
    before = _sentence_start(text, start)
    words = text.words[before:start]
    if not words or not (words[-1] == "that" or words[-1] in listed("denials") or _leaves_open(words[-1])):
        return None
    near = max(before, start - _DENIED_FROM)
    negations = [
        m
        for m in markers(text)
        if m.kind is ChangeKind.NEGATION and near <= m.over[0] and m.over[1] <= start - 1
    ]
    for marker in negations:
        if any(map(_leaves_open, text.words[marker.over[1] : start])):
            return marker.over[0], start
    told = [at for at in range(max(before, start - 2), start) if text.words[at] in listed("denials")]
    return (told[0], start) if told and not negations else None


def _leaves_open(word: str) -> bool:
    """Tell whether a word reports what may be untrue ("think", "claimed")."""
    return word in listed("open_verbs") or lemma(word) in listed("open_verbs")


def _conditions(text: Text, run: tuple[int, int]) -> Iterator[Lost]:
    start, end = run
    before, after = _sentence_start(text, start), _sentence_end(text, end)
    coming = _coming(text, run)
    if _conditional(text, (end, min(end + _LEAD, after)), coming):
        yield ChangeKind.CONDITION, (end, after)
    leads = _conditional(text, (before, min(before + _LEAD, start)), coming)
    if leads and text.words[start - 1] not in listed("coordinating"):
        yield ChangeKind.CONDITION, (before, start)


def _conditional(text: Text, over: tuple[int, int], coming: bool) -> bool:
    """Tell whether a condition begins in a range; "when" is one of what is to come only."""
    wanted = listed("binding") | (listed("prospective") if coming else frozenset())
    return any(
        m.kind is ChangeKind.CONDITION and over[0] <= m.over[0] < over[1] and m.senses & _parts(wanted)
        for m in markers(text)
    )


def _parts(senses: frozenset[str]) -> frozenset[str]:
    return frozenset(part for sense in senses for part in sense.split("/"))


def _coming(text: Text, run: tuple[int, int]) -> bool:
    """Tell whether the run says what will be, or what somebody may or must do."""
    return any(
        m.kind is ChangeKind.MODALITY
        and run[0] <= m.over[0] < run[1]
        and m.senses & {"will", "may", "can", "must", "would", "plan"}
        for m in markers(text)
    )


def _clause(text: Text, run: tuple[int, int]) -> bool:
    words = text.words[run[0] : run[1]]
    modal = any(m.kind is ChangeKind.MODALITY and run[0] <= m.over[0] < run[1] for m in markers(text))
    return len(words) >= _CLAUSE_WORDS and (modal or any(_finite(word) for word in words))


def _finite(word: str) -> bool:
    told = tense(word)
    if word.endswith("ed"):
        return True
    return told is not None and (not is_content(word) or told[1] == "past" or word.endswith("s"))


def _sentence_end(text: Text, at: int) -> int:
    while not text.parts_sentences(at):
        at += 1
    return at


def _sentence_start(text: Text, at: int) -> int:
    while not text.parts_sentences(at):
        at -= 1
    return at
