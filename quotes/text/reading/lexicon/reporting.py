"""Words that report without quotation marks, from the data files `<language>.reported.toml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from pathlib import Path

from quotes.text.reading.lexicon.inflection import inflected
from quotes.text.reading.lexicon.load import Lexicon, lexicon
from quotes.text.reading.lexicon.sections import Words
from quotes.text.reading.lexicon.tables import Table, table_of

_FOLDER = Path(__file__).parent


class Make(StrEnum):
    """What form of a word stands in the text."""

    BASE = "base"
    THIRD = "s"
    PARTICIPLE = "ing"
    PAST = "ed"
    NOUN = "noun"
    ADJECTIVE = "adj"
    FRAME = "frame"


@dataclass(frozen=True, slots=True)
class ReportWord:
    """One form of a word that reports: the stance it tells, its base form, and whether it is a noun as well.

    `shape` names make and nounness in one word, for the statistics.
    """

    stance: str
    lemma: str
    make: Make
    is_noun: bool = False
    shape: str = field(init=False)

    def __post_init__(self) -> None:
        both = self.is_noun and self.make is not Make.NOUN
        object.__setattr__(self, "shape", f"{self.make.value}n" if both else self.make.value)


@dataclass(frozen=True, slots=True)
class Reporting:
    """The reporting words of a language by form, and the small words about them.

    `between` may stand between subject and verb, `tensed` shows that a clause has its verb, `known`
    are the words that count as themselves when a sentence is weighed.
    """

    forms: Mapping[str, ReportWord]
    frame_ends: Words
    relatives: Words
    taken_up: Words
    subjects: Words
    conjunctions: Words
    joints: Words
    infinitive: Words
    agents: Words
    pauses: Words
    adverb_endings: tuple[str, ...]
    between: Words
    tensed: Words
    told: Words
    known: Words
    words: Lexicon


@cache
def reporting(language: str = "en") -> Reporting | None:
    """Return the reporting words of `language`, None where there is no file of them.

    Raises LexiconError where the file has a fault.
    """
    path = _FOLDER / f"{language}.reported.toml"
    if not path.exists():
        return None
    table, words = table_of(path), lexicon(language)
    grammar = table["grammar"]
    found = Reporting(
        forms=_forms(table, language),
        frame_ends=_words(grammar["frame_ends"]),
        relatives=_words(grammar["relatives"]),
        taken_up=_words(grammar["taken_up"]),
        subjects=_words(grammar["subjects"]),
        conjunctions=_words(grammar["conjunctions"]),
        joints=_words(grammar["joints"]),
        infinitive=_words(grammar["infinitive"]),
        agents=_words(grammar["agents"]),
        pauses=_words(grammar["pauses"]),
        adverb_endings=tuple(grammar["adverb_endings"].split()),
        between=words.adverbs | words.modals | words.be | _words(grammar["auxiliaries"]),
        tensed=words.modals | words.be | _words(grammar["finite"]),
        told=_words(grammar["told"]),
        known=_known(words) | _words(grammar["known"]),
        words=words,
    )
    table.check_known()
    return found


def stance_of(cue: str, language: str = "en") -> str | None:
    """Return the stance the words of a cue tell ("deny" for "has denied"), None where none is known."""
    known = reporting(language)
    if known is None:
        return None
    told = (known.forms.get(word) for word in cue.casefold().replace("’", "'").split())
    return next((word.stance for word in told if word is not None), None)


def _words(text: str) -> Words:
    return frozenset(text.casefold().split())


def _known(words: Lexicon) -> Words:
    lists = (words.function, words.prepositions, words.be, words.modals, words.determiners, words.possessives)
    others = (words.adverbs, words.following, words.parting, frozenset(words.pronouns))
    return frozenset().union(*lists, *others)


def _forms(table: Table, language: str) -> dict[str, ReportWord]:
    """Return every form by itself; a verb's form that is a noun too is both."""
    forms = {word: ReportWord(stance, word, Make.ADJECTIVE) for stance, word in _listed(table["adjectives"])}
    forms |= {word: ReportWord(stance, word, Make.NOUN) for stance, word in _listed(table["nouns"])}
    verbs = table_of(_FOLDER / f"{language}.toml")
    endings = dict(verbs["inflection"])
    irregular = {**verbs["irregular"], **table["irregular"]}
    for stance, base in _listed(table["verbs"]):
        regular = inflected(base, endings, {})
        for form in inflected(base, endings, irregular):
            is_noun = form in forms and (forms[form].make is Make.NOUN or forms[form].is_noun)
            forms[form] = ReportWord(stance, base, _make(form, regular), is_noun)
    for frame in table["grammar"]["frames"].split():
        forms[frame] = ReportWord("assert", frame, Make.FRAME)
    return forms


def _listed(section: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((stance, word) for stance, words in section.items() for word in words.split())


def _make(form: str, regular: list[str]) -> Make:
    """Tell the form of a verb by how it ends, against the regular base, -s, -ing and -ed forms."""
    base, third, participle, *_ = regular
    if form == base:
        return Make.BASE
    if form[-3:] == participle[-3:]:
        return Make.PARTICIPLE
    return Make.THIRD if form[-1] == third[-1] else Make.PAST
