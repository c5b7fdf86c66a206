"""Loading a language's words: plain lists in, inflected sets out."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every word list the reader uses; words are case-folded, phrases are tuples of such words.

    `strong` and `soft` hold the forms of cue verbs, `cues` both; `quoting` and `carrying` those of
    verbs by which a medium passes words on.
    """

    strong: Words
    soft: Words
    cues: Words
    calling: Words
    reading: Words
    remembering: Words
    cue_starts: Words
    silent: Words
    quoting: Words
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
    company_nouns: Words
    company_endings: Words
    plain_owners: Words
    organisation_names: Words
    organisation_heads: Words
    speaking_nouns: Words
    documents: Words
    high_offices: Words
    media_heads: Words
    media_leads: Words
    medium_nouns: Words
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
    setting_nouns: Words
    audiences: Words
    lines: Words
    breaks: Words
    work_nouns: Words
    laws: Words
    naming_words: Words
    word_nouns: Words
    terms: Words
    abbreviations: Words
    elisions: Words
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
    prepositions: Words


def _words(text: str) -> Words:
    return frozenset(text.casefold().split())


def _phrases(text: str) -> Words:
    """Read phrases parted by commas, apostrophes straightened, a leading "the" dropped."""
    plain = " ".join(text.replace("’", "'").casefold().split())
    return frozenset(phrase.strip().removeprefix("the ") for phrase in plain.split(",") if phrase.strip())


def inflected(base: str, irregular: dict[str, str]) -> list[str]:
    """Return the forms of an English verb: base, -s, -ed, -ing; `irregular` forms replace or add."""
    stem = base[:-1] if base.endswith("e") else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "cho")) else "s")
    forms = [base, third, stem + "ing"]
    if base in irregular:
        return forms + irregular[base].split()
    if base.endswith("y") and base[-2] not in "aeiou":
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    return [*forms, stem + "ed"]


def _verbs(text: str, irregular: dict[str, str]) -> Words:
    return frozenset(form for base in text.split() for form in inflected(base, irregular))


def _cue_starts(cues: dict[str, str], verbs: Words, irregular: dict[str, str]) -> Words:
    """Return every word a cue can begin with."""
    others = _words(cues["reading"]) | _words(cues["remembering"]) | {"according", "citing", "quoting"}
    return verbs | _verbs(cues["quoting"], irregular) | others


def _noun_heads(data: dict[str, Any]) -> Words:
    """Return the nouns that can speak without a name."""
    people, bodies = data["people"], data["organisations"]
    lists = (people["nouns"], people["titles"], bodies["heads"], bodies["speaking_nouns"])
    return frozenset().union(*map(_words, (*lists, bodies["documents"], data["media"]["definite"])))


def _carriers(data: dict[str, Any], strong: Words) -> dict[str, Words]:
    """Return, for each preposition before a medium, the words before it that make the medium a relay."""
    irregular: dict[str, str] = data["irregular"]
    carrying = _verbs(data["cues"]["carrying"], irregular)
    talks = _words(data["settings"]["talks"])
    visited = talks - {"said", "told", "call"}
    return {
        "by": carrying | _verbs(data["cues"]["quoting"], irregular) | {"interviewed", "asked", "questioned"},
        "in": carrying | _words(data["settings"]["writes"]),
        "on": talks | carrying | strong,
        "to": visited,
        "with": visited,
        "from": visited,
    }


@cache
def lexicon(language: str = "en") -> Lexicon:
    """Return the words of `language`, read once from its data file.

    Raises FileNotFoundError where there is no file for the language.
    """
    path = Path(__file__).with_name(f"{language}.toml")
    return _built(tomllib.loads(path.read_text(encoding="utf-8")))


def _built(data: dict[str, Any]) -> Lexicon:
    cues, people, media, places = data["cues"], data["people"], data["media"], data["places"]
    irregular: dict[str, str] = data["irregular"]
    pronouns = {form: name for name, forms in data["pronouns"].items() for form in forms.split()}
    strong, soft = _verbs(cues["strong"], irregular), _verbs(cues["soft"], irregular)
    return Lexicon(
        strong=strong,
        soft=soft,
        cues=strong | soft,
        calling=_verbs(cues["calling"], irregular),
        reading=_words(cues["reading"]),
        remembering=_words(cues["remembering"]),
        cue_starts=_cue_starts(cues, strong | soft, irregular),
        silent=_words(cues["silent"]),
        quoting=_verbs(cues["quoting"], irregular),
        carrying=_verbs(cues["carrying"], irregular),
        adverbs=_words(cues["adverbs"]),
        pronouns=pronouns,
        titles=_words(people["titles"]),
        male=_words(people["male_titles"]) | _words(people["roles_of_men"]),
        female=_words(people["female_titles"]) | _words(people["roles_of_women"]),
        people=_words(people["nouns"]),
        capitals=_words(people["capitals"]),
        anonymous=_words(people["anonymous"]),
        covers={role: _words(narrower) for role, narrower in people["covers"].items()},
        kinship=_words(people["kinship"]),
        company_nouns=_words(data["organisations"]["company_nouns"]),
        company_endings=_words(data["organisations"]["company_endings"]),
        plain_owners=_words(data["organisations"]["plain_owners"]),
        organisation_names=_phrases(data["organisations"]["names"]),
        organisation_heads=_words(data["organisations"]["heads"]),
        speaking_nouns=_words(data["organisations"]["speaking_nouns"]),
        documents=_words(data["organisations"]["documents"]),
        high_offices=_words(data["organisations"]["offices"]),
        media_heads=_words(media["heads"]),
        medium_nouns=_words(media["beside"]),
        modifiers=_words(media["modifiers"]),
        media_leads=_words(media["leads"]),
        media_numbered=_words(media["numbered"]),
        media_names=_phrases(media["names"]),
        unnamed_media=_phrases(media["unnamed"]),
        unnamed_media_ends=frozenset(phrase.split()[-1] for phrase in _phrases(media["unnamed"])),
        noun_heads=_noun_heads(data),
        phrase_leads=_words(places["demonyms"])
        | _words(media["state"])
        | _words(media["definite"])
        | {"media", "show", "programme", "program"},
        body_heads=_words(data["organisations"]["heads"]) | _words(media["heads"]),
        carriers=_carriers(data, strong),
        definite_media=_words(media["definite"]),
        state_words=_words(media["state"]),
        programme_nouns=_words(media["programmes"]),
        programme_words=_words(media["programme_words"]),
        programmes=_phrases(media["programme_names"]),
        platforms=_words(media["platforms"]),
        governments=_phrases(places["governments"]),
        places=_phrases(places["places"]),
        demonyms=_words(places["demonyms"]),
        calendar=_words(data["calendar"]["words"]),
        given_male=_words(data["given"]["male"]),
        given_female=_words(data["given"]["female"]),
        setting_nouns=_words(data["settings"]["nouns"]),
        audiences=_words(data["settings"]["audiences"]),
        lines=_words(data["settings"]["lines"]),
        breaks=_words(data["settings"]["breaks"]),
        work_nouns=_words(data["works"]["nouns"]),
        laws=_words(data["works"]["laws"]),
        naming_words=_words(data["works"]["naming"]),
        word_nouns=_words(data["works"]["phrase"]),
        terms=_phrases(data["works"]["terms"]),
        abbreviations=_words(data["abbreviations"]["words"]),
        elisions=_words(data["abbreviations"]["elisions"]),
        function=_words(data["function"]["words"]),
        particles=_words(data["function"]["particles"]),
        offices=_words(data["function"]["offices"]),
        talks=_words(data["settings"]["talks"]),
        writes=_words(data["settings"]["writes"]),
        small=_words(data["works"]["small"]),
        be=_words(data["grammar"]["be"]),
        modals=_words(data["grammar"]["modals"]),
        following=_words(data["grammar"]["following"]),
        attaching=_words(data["grammar"]["attaching"]),
        determiners=_words(data["grammar"]["determiners"]),
        articles=_words(data["grammar"]["articles"]),
        possessives=_words(data["grammar"]["possessives"]),
        parting=_words(data["grammar"]["parting"]),
        noun_signs=_words(data["grammar"]["noun_signs"]),
        prepositions=_words(data["grammar"]["prepositions"]),
    )
