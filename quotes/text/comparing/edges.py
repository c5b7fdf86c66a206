"""What stands right outside a shared run and bears on it: negations, quantities, conditions."""

from collections.abc import Iterator

from quotes.text.comparing.content import is_content
from quotes.text.comparing.lexicon import CONDITIONS, MODALITY, NEGATORS, QUANTIFIERS, tense
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_CLAUSE_WORDS = 4
_LEAD = 2  # a conjunction may stand before the "if": "but only if …"
Lost = tuple[ChangeKind, tuple[int, int]]


def lost_at_edges(text: Text, run: tuple[int, int]) -> Iterator[Lost]:
    """Yield what `text` has right outside the tokens of `run`, within their sentences.

    Each as its kind and a token range. Conditions and quantities bear on a whole clause only: a
    fragment of a few words claims nothing that they could restrict.
    """
    start, end = run
    if start > 0 and text.words[start - 1] in NEGATORS and not text.parts_sentences(start):
        yield ChangeKind.NEGATION, (start - 1, start)
    if not _clause(text, run):
        return
    if start > 0 and text.words[start - 1] in QUANTIFIERS and not text.parts_sentences(start):
        yield ChangeKind.QUANTITY, (start - 1, start)
    after = _sentence_end(text, end)
    if any(word in CONDITIONS for word in text.words[end : min(end + _LEAD, after)]):
        yield ChangeKind.CONDITION, (end, after)
    before = _sentence_start(text, start)
    if any(word in CONDITIONS for word in text.words[before : min(before + _LEAD, start)]):
        yield ChangeKind.CONDITION, (before, start)


def _clause(text: Text, run: tuple[int, int]) -> bool:
    words = text.words[run[0] : run[1]]
    finite = any(word in MODALITY or (not is_content(word) and tense(word)) for word in words)
    return len(words) >= _CLAUSE_WORDS and finite


def _sentence_end(text: Text, at: int) -> int:
    while not text.parts_sentences(at):
        at += 1
    return at


def _sentence_start(text: Text, at: int) -> int:
    while not text.parts_sentences(at):
        at -= 1
    return at
