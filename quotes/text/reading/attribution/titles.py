"""Titles: what stands in quotation marks and is nobody's words: titles, names, labels, markup."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.marking.marks import Passage
from quotes.text.reading.marking.styles import Family

_SHORT = 4
_NO_SPEECH = {
    str(Family.TITLE): "the title of a work or programme",
    str(Family.HEADING): "a heading between the paragraphs",
}
_TITLE_SHARE = 0.7
_HEADLINE = 0.8
# How near a word that may be a verb too ("called") stands before a title it introduces.
_INTRODUCED = 2
# How far before a name "known … as" may begin.
_KNOWN = 6


def no_quote(text: str, passage: Passage, sentence: Sentence, place: int, words: Lexicon) -> str | None:
    """Return why the passage certainly quotes nobody: a title, a nickname, a label; else None."""
    inner = passage.inner.of(text).strip().rstrip(".,;!?")
    tokens = sentence.tokens
    reason = _NO_SPEECH.get(passage.family) or _no_words(tokens, place, inner)
    count = len(inner.split())
    if reason is not None or count > 2 * _SHORT or in_capitals(tokens):
        return reason
    if inner.casefold() in words.terms and (place == 0 or tokens[place - 1].key in words.noun_signs):
        return "a term"
    return _naming(tokens, place, count, words) or _work(tokens, place, inner, words)


def doubt(tokens: Sequence[Token], place: int, words: Lexicon) -> str | None:
    """Return why a few words may be talked about rather than quoted, if the word before them says so."""
    nearest = tokens[place - 1].key if place else ""
    if nearest in words.word_nouns:
        return "a word that is talked about"
    return "a name given to something" if nearest in words.naming_words else None


def _no_words(tokens: Sequence[Token], place: int, inner: str) -> str | None:
    """Say why nobody spoke what stands in the marks, if it is no running text."""
    if not any(char.isalpha() for char in inner):
        return "no words in the marks"
    if place and tokens[place - 1].text == "=":
        return "a value in the page's markup"
    return "a label" if inner.endswith(":") else None


def in_capitals(tokens: Sequence[Token]) -> bool:
    """Tell a headline set in capitals, where a capital says nothing."""
    weighty = [token.text for token in tokens if token.is_word and len(token.text) >= _SHORT]
    return len(weighty) >= _SHORT and sum(word[0].isupper() for word in weighty) >= _HEADLINE * len(weighty)


def _naming(tokens: Sequence[Token], place: int, count: int, words: Lexicon) -> str | None:
    """Say why the words are somebody's or something's name, if they are; who dubs is quoted."""
    before = [token.key for token in tokens[max(0, place - _KNOWN) : place]]
    nearest = before[-1] if before else ""
    if _is_nickname(tokens, place, count) and nearest not in words.function:
        return "a nickname inside a name"
    named = nearest in words.naming_words and (nearest not in words.soft or count >= _SHORT)
    if named or ("as" in before[-2:] and "known" in before):
        return "a name given to something"
    if before[-2:] == [",", "or"] and count < _SHORT:
        return "another word for what was just named"
    return None


def _work(tokens: Sequence[Token], place: int, inner: str, words: Lexicon) -> str | None:
    owned = place > 0 and tokens[place - 1].key == "'s" and " " in inner
    if not is_title_case(inner, words):
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


def is_title_case(inner: str, words: Lexicon) -> bool:
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
    works, programmes = words.work_nouns, words.programme_nouns
    nearest = (token.key for token in tokens[max(0, place - _INTRODUCED) : place])
    if any(key in works or key in programmes for key in nearest):
        return True
    near = (token.key for token in (*tokens[max(0, place - 7) : place], *tokens[place + 1 : place + 4]))
    return any((key in works or key in programmes) and key not in words.cues for key in near)
