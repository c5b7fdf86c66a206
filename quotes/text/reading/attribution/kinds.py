"""Kinds: a whole statement, a fragment in the reporter's sentence, or no quote at all."""

from collections.abc import Sequence

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.marking.styles import Family
from quotes.text.reading.types import Kind
from quotes.text.spans import Span

_FINAL = frozenset(".!?…。！？")
_FRAME_MARKS = frozenset(",;、，")
_OUTSIDE = frozenset(",—–-")  # behind the mark, where the frame goes on
_SHORT = 4
_NO_SPEECH = {
    str(Family.TITLE): "the title of a work or programme",
    str(Family.HEADING): "a heading between the paragraphs",
}
_TITLE_SHARE = 0.7
_HEADLINE = 0.8
# How far before a fragment, in tokens, the word that reports it may stand.
_REACH = 20
# How near a word that may be a verb too ("called") stands before a title it introduces.
_INTRODUCED = 2


def kind_of(text: str, passage: Passage, sentence: Sentence, place: int, cues: Sequence[Cue]) -> Kind:
    """Tell a whole statement from a fragment.

    Direct: the passage begins a sentence of its own (at the sentence's head, behind a colon or a comma, or
    behind a cue and with a capital) and ends as one (full stop, or a comma before the frame).
    Everything else is partial.
    """
    inner = passage.inner.of(text).strip()
    tokens = sentence.tokens
    starts_big = _starts_big(inner)
    before = tokens[place - 1] if place else None
    ends = inner.rstrip("'’\" ")[-1:]
    whole_end = ends in _FINAL or ends in _FRAME_MARKS or ends in "-—–" or len(passage.parts) > 1
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    outside_comma = after is not None and after.text in _OUTSIDE
    if before is None or before.is_quote:
        complete = whole_end or outside_comma or after is None
        return Kind.DIRECT if starts_big and complete else Kind.PARTIAL
    if before.text == ":":
        return Kind.DIRECT if starts_big or len(inner.split()) > _SHORT else Kind.PARTIAL
    ends_sentence = after is None or after.is_quote or ends in _FINAL or after.text in _FINAL
    behind_cue = any(
        cue.right == place - 1 or (cue.right == place - 2 and before.text == ",") for cue in cues
    )
    if before.text == "," and starts_big and whole_end:
        return Kind.DIRECT
    if behind_cue and starts_big and (ends_sentence or whole_end) and len(inner.split()) >= _SHORT:
        return Kind.DIRECT
    return Kind.PARTIAL


def _starts_big(inner: str) -> bool:
    first = inner.lstrip("'‘\"“ (…[.")[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())


def trimmed(text: str, passage: Passage, kind: Kind) -> tuple[Span, ...]:
    """Return the passage's parts without blanks and frame's comma; a fragment also without its full stop."""
    parts = [_without_blanks(text, part) for part in passage.parts]
    last = parts[-1]
    end = last.end
    dropped = _FRAME_MARKS if kind is Kind.DIRECT else _FRAME_MARKS | {"."}
    if (
        end > last.start
        and text[end - 1] in dropped
        and not text[last.start : end].endswith(("...", "…", ". ."))
    ):
        end -= 1
        while end > last.start and text[end - 1].isspace():
            end -= 1
    parts[-1] = Span(last.start, end)
    return tuple(part for part in parts if len(part))


def _without_blanks(text: str, part: Span) -> Span:
    start, end = part.start, part.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def no_quote(text: str, passage: Passage, sentence: Sentence, place: int, words: Lexicon) -> str | None:
    """Return why the passage quotes nobody: a title, a nickname, a word under discussion; else None."""
    inner = passage.inner.of(text).strip().rstrip(".,;!?")
    tokens = sentence.tokens
    reason = _NO_SPEECH.get(passage.family) or _no_words(tokens, place, inner)
    count = len(inner.split())
    if reason is not None or count > 2 * _SHORT or _in_capitals(tokens):
        return reason
    if inner.casefold() in words.terms and (place == 0 or tokens[place - 1].key in words.noun_signs):
        return "a term"
    return _naming(tokens, place, count, words) or _work(tokens, place, inner, words)


def _no_words(tokens: Sequence[Token], place: int, inner: str) -> str | None:
    """Say why nobody spoke what stands in the marks, if it is no running text."""
    if not any(char.isalpha() for char in inner):
        return "no words in the marks"
    if place and tokens[place - 1].text == "=":
        return "a value in the page's markup"
    return "a label" if inner.endswith(":") else None


def reported(tokens: Sequence[Token], place: int, inner: str, words: Lexicon) -> bool:
    """Tell whether a fragment of a few words is reported at all: a word of speech stands before it.

    Without one it is a scare quote or a name. Where the verb only takes an object ("praised “Salt
    Roads”"), the fragment must be what somebody is called: behind "is" or an article, in small letters.
    """
    before = [token.key for token in tokens[max(0, place - _REACH) : place]]
    if any(key in words.strong for key in before):
        return True
    named = bool(before) and (before[-1] in words.be or before[-1] in words.articles)
    return named and inner[:1].islower() and any(key in words.soft for key in before)


def _in_capitals(tokens: Sequence[Token]) -> bool:
    """Tell a headline set in capitals, where a capital says nothing."""
    weighty = [token.text for token in tokens if token.is_word and len(token.text) >= _SHORT]
    return len(weighty) >= _SHORT and sum(word[0].isupper() for word in weighty) >= _HEADLINE * len(weighty)


def _naming(tokens: Sequence[Token], place: int, count: int, words: Lexicon) -> str | None:
    """Say why the words are a name or a word under discussion, if they are."""
    before = [token.key for token in tokens[max(0, place - 3) : place]]
    nearest = before[-1] if before else ""
    if _is_nickname(tokens, place, count) and tokens[place - 1].key not in words.function:
        return "a nickname inside a name"
    if nearest in words.naming_words or before[-2:] == ["known", "as"]:
        return "a name given to something"
    if nearest in words.word_nouns and count < _SHORT:
        return "a word that is talked about"
    if before[-2:] == [",", "or"] and count < _SHORT:
        return "another word for what was just named"
    return None


def _work(tokens: Sequence[Token], place: int, inner: str, words: Lexicon) -> str | None:
    owned = place > 0 and tokens[place - 1].key == "'s" and " " in inner
    if not _is_title_case(inner, words):
        return None
    if words.capital_nouns:  # capitals tell nothing: only "der Film „…“"
        named = place > 0 and tokens[place - 1].key in words.work_nouns
        return "the title of a work or programme" if named else None
    if owned or _near_work(tokens, place, words):
        return "the title of a work or programme"
    if _is_law(inner, words):
        return "the name of a law or plan"
    return None


def _is_nickname(tokens: Sequence[Token], place: int, count: int) -> bool:
    if count > 2 or place == 0 or place + 1 >= len(tokens):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return before.is_word and after.is_word and before.text[0].isupper() and after.text[0].isupper()


def _is_title_case(inner: str, words: Lexicon) -> bool:
    spoken = [word for word in inner.split() if word[0].isalpha()]
    weighty = [word for word in spoken if word.casefold() not in words.small]
    if not weighty or not (spoken[0][0].isupper() or spoken[0][0].isdigit()):
        return False
    return sum(word[0].isupper() for word in weighty) / len(weighty) >= _TITLE_SHARE and not inner.endswith(
        ","
    )


def _is_law(inner: str, words: Lexicon) -> bool:
    """Tell "Roads and Resilience Bill", "Charter of the Transition", "Law against Fascism"."""
    spoken = inner.casefold().split()
    return len(spoken) > 1 and (spoken[0] in words.laws or spoken[-1] in words.laws)


def _near_work(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    nouns = words.work_nouns | words.programme_nouns
    nearest = tokens[max(0, place - _INTRODUCED) : place]
    if any(token.key in nouns for token in nearest):
        return True
    near = [*tokens[max(0, place - 7) : place], *tokens[place + 1 : place + 4]]
    return any(token.key in nouns and token.key not in words.cues for token in near)
