"""Loading a language's words: plain lists in, inflected sets out."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotes.text.reading.lexicon.sections import Words, fields
from quotes.text.reading.lexicon.tables import table_of

_FOLDER = Path(__file__).parent


class UnknownLanguageError(ValueError):
    """A language without a data file; the message names those that have one."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list the reader uses; words are case-folded, phrases are tuples of such words.

    `strong` and `soft` hold the forms of cue verbs, `cues` both; `quoting` and `carrying` those of
    verbs by which a medium passes words on.
    """

    language: str
    strong: Words
    soft: Words
    cues: Words
    calling: Words
    reading: Words
    remembering: Words
    recording: Words
    worded: Words
    asides: Words
    aloud: Words
    through: Words
    authoring: Words
    cue_starts: Words
    silent: Words
    continuing: Words
    quoting: Words
    relayed: Words
    carrying: Words
    adverbs: Words
    pronouns: dict[str, str]
    titles: Words
    male: Words
    female: Words
    people: Words
    capitals: Words
    anonymous: Words
    covers: dict[str, Words]
    kinship: Words
    introducing: Words
    letters: Words
    epithets: Words
    company_nouns: Words
    company_endings: Words
    plain_owners: Words
    organisation_names: Words
    organisation_heads: Words
    speaking_nouns: Words
    documents: Words
    issued: Words
    verbatim: Words
    recorders: Words
    capital_heads: Words
    said_of_records: Words
    sending: Words
    sayings: Words
    high_offices: Words
    media_heads: Words
    media_leads: Words
    medium_nouns: Words
    beside_media: Words
    modifiers: Words
    media_numbered: Words
    media_names: Words
    unnamed_media: Words
    unnamed_media_ends: Words
    noun_heads: Words
    phrase_leads: Words
    body_heads: Words
    carriers: dict[str, Words]
    definite_media: Words
    described: Words
    state_words: Words
    programme_nouns: Words
    programme_words: Words
    programmes: Words
    platforms: Words
    governments: Words
    places: Words
    demonyms: Words
    calendar: Words
    given_male: Words
    given_female: Words
    given: Words
    setting_nouns: Words
    audiences: Words
    lines: Words
    papers: Words
    breaks: Words
    aired: Words
    asked: Words
    occasions: Words
    interviews: Words
    during: Words
    hosted: Words
    aired_titles: Words
    episodes: Words
    interviewers: Words
    staffed: Words
    tuned: Words
    adverts: Words
    records: Words
    afterwards: Words
    same: Words
    made: Words
    gatherings: Words
    past: Words
    perfect: Words
    hearsay: Words
    forwarding: Words
    posting: Words
    work_nouns: Words
    laws: Words
    naming_words: Words
    word_nouns: Words
    terms: Words
    abbreviations: Words
    elisions: Words
    marks: tuple[tuple[str, str], ...]
    function: Words
    particles: Words
    offices: Words
    talks: Words
    writes: Words
    small: Words
    be: Words
    modals: Words
    following: Words
    attaching: Words
    determiners: Words
    articles: Words
    possessives: Words
    parting: Words
    noun_signs: Words
    name_joints: Words
    name_leads: Words
    party_ends: Words
    relay_ends: Words
    between: Words
    prepositions: Words
    agencies: dict[str, str]
    small_agencies: Words
    roles: dict[str, str]
    inverts: bool
    capital_nouns: bool
    drops_pronouns: bool
    elided: Words
    enclitics: Words
    according: Words
    postposed: Words
    so: Words
    opinion: Words
    genitives: Words
    dative: Words
    subjects: Words
    turning: Words


@cache
def languages() -> tuple[str, ...]:
    """Return the languages there is a data file for, by their codes ("de", "en", …)."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("??.toml")))


def language_of(tag: str) -> str:
    """Return the language of a tag as in BCP 47 ("de-AT" is "de").

    Raises UnknownLanguageError, naming the languages there are, for any other.
    """
    language = tag.strip().casefold().replace("_", "-").partition("-")[0]
    if language not in languages():
        raise UnknownLanguageError(
            f"“{tag[:20]}” is not a language the reader knows; give one of {', '.join(languages())}"
            " or leave it out"
        )
    return language


def known_language(tag: str) -> str | None:
    """Return the language of a tag, None where it is none the reader knows."""
    try:
        return language_of(tag)
    except UnknownLanguageError:
        return None


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the words of `language`, read once from its data file.

    Raises UnknownLanguageError where there is no file for it, LexiconError where the file has a fault.
    """
    table = table_of(_FOLDER / f"{language_of(language)}.toml")
    words = Lexicon(language=language_of(language), **fields(table))
    table.check_known()
    return words
