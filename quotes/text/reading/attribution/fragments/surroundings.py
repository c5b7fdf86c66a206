"""Surroundings: what stands round a few words in marks."""

from dataclasses import dataclass
from functools import cache

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.lexicon import Lexicon, lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.names.party import Party

# Classes of words, the first that fits; the words themselves are the lexicon's.
_CLASSES = (
    ("article", "articles"),
    ("possessive", "possessives"),
    ("be", "be"),
    ("modal", "modals"),
    ("pronoun", "pronouns"),
    ("strong", "strong"),
    ("soft", "soft"),
    ("naming", "naming_words"),
    ("wordnoun", "word_nouns"),
    ("preposition", "prepositions"),
    ("parting", "parting"),
    ("function", "function"),
    ("work", "work_nouns"),
    ("programme", "programme_nouns"),
    ("law", "laws"),
    ("saying", "speaking_nouns"),
    ("setting", "setting_nouns"),
    ("person", "people"),
    ("title", "titles"),
    ("adverb", "adverbs"),
)
_ENDING = 3


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A quotation of a few words, as its sentence's reader sees it.

    `inner` are its words without marks and blanks, `place` its token. `speaking` is the cue that governs
    it, `relays` says that a medium reports, `route` by what a speaker was found ("none" where nobody was),
    `subject` is the party before it that its sentence is about, `spoke` says how many sentences before it
    somebody spoke (0: nobody did). `doubt` is why it may be no quote, if a list of words says so.
    """

    inner: str
    sentence: Sentence
    place: int
    cues: tuple[Cue, ...]
    speaking: Cue | None
    relays: bool
    route: str
    subject: Party | None
    spoke: int
    family: str
    kind: str
    number: int
    doubt: str | None

    def token(self, place: int) -> Token | None:
        """Return the token at `place`, None outside the sentence."""
        return self.sentence.tokens[place] if 0 <= place < len(self.sentence.tokens) else None


def word_class(token: Token | None, words: Lexicon) -> str:
    """Return the class of a token: a mark is its own, a word unknown to the lists is told by how it ends."""
    if token is None:
        return "none"
    if token.is_quote:
        return "quote"
    if not token.is_word:
        return token.key
    known = _classes(words.language).get(token.key)
    if known is not None:
        return known
    if token.is_capital:
        return "capital"
    return "number" if token.key[0].isdigit() else f"~{token.key[-_ENDING:]}"


def word_class_of(word: str, words: Lexicon) -> str:
    """Return the class of a word inside the marks, by its small letters."""
    key = word.casefold().replace("’", "'")
    return _classes(words.language).get(key) or f"~{key[-_ENDING:]}"


@cache
def _classes(language: str) -> dict[str, str]:
    """Return the class of each listed word, the first that lists it."""
    words = lexicon(language)
    return {key: name for name, listed in reversed(_CLASSES) for key in getattr(words, listed)}
