"""Sections: the fields of the lexicon, built from the sections of its data file."""

from typing import Any

from quotes.text.reading.lexicon.inflection import inflected
from quotes.text.reading.lexicon.roles import compounded, in_roles, roles_of, spelt
from quotes.text.reading.lexicon.tables import Table

Words = frozenset[str]
Data = Table


def _words(text: str) -> Words:
    return frozenset(text.casefold().split())


def _phrases(text: str) -> Words:
    """Read phrases parted by commas, apostrophes straightened, a leading "the" dropped."""
    plain = " ".join(text.replace("’", "'").casefold().split())
    return frozenset(phrase.strip().removeprefix("the ") for phrase in plain.split(",") if phrase.strip())


def _pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read pairs of quotation marks, an opening and a closing character each, parted by blanks."""
    return tuple((pair[0], pair[-1]) for pair in text.split())


def _verbs(text: str, data: Data) -> Words:
    endings, irregular = dict(data["inflection"]), dict(data["irregular"])
    return frozenset(form.casefold() for base in text.split() for form in inflected(base, endings, irregular))


def _cue_starts(data: Data, verbs: Words) -> Words:
    """Return every word a cue can begin with."""
    cues = data["cues"]
    others = frozenset().union(
        *(_words(cues[name]) for name in ("reading", "remembering", "relayed", "recording", "worded"))
    )
    return verbs | _verbs(cues["quoting"], data) | others | {"according", "per", "citing", "quoting"}


def _noun_heads(data: Data) -> Words:
    """Return the nouns that can speak without a name."""
    people, bodies = data["people"], data["organisations"]
    lists = (people["nouns"], people["titles"], bodies["heads"], bodies["speaking_nouns"])
    return frozenset().union(*map(_words, (*lists, bodies["documents"], data["media"]["definite"])))


def _carriers(data: Data, said: Words) -> dict[str, Words]:
    """Return, for each preposition before a medium, the words before it that make the medium a relay."""
    relays, settings = data["relays"], data["settings"]
    carrying, talks = _verbs(data["cues"]["carrying"], data), _words(settings["talks"])
    made = {
        "passed": carrying | _verbs(data["cues"]["quoting"], data) | _words(relays["asked"]),
        "printed": carrying | _words(settings["writes"]),
        "aired": talks | carrying | said,
        "talked": talks - _words(relays["plain"]),
        "penned": _words(relays["writings"]),
    }
    carriers: dict[str, Words] = {}
    for how, words in made.items():
        for preposition in relays[how].split():
            carriers[preposition] = carriers.get(preposition, frozenset()) | words
    return carriers


def fields(data: Data) -> dict[str, Any]:
    """Return every field of the lexicon by its name; raise LexiconError for a missing section or list."""
    sections = (
        _of_cues,
        _of_people,
        _of_organisations,
        _of_media,
        _of_places,
        _of_settings,
        _of_relays,
        _of_works,
        _of_grammar,
        _of_order,
    )
    found: dict[str, Any] = {name: words for section in sections for name, words in section(data).items()}
    found = in_roles(found)
    return compounded(found | _joint(found)) if found["capital_nouns"] else found | _joint(found)


def _joint(found: dict[str, Any]) -> dict[str, Any]:
    """Return what several lists say together, joined once so that a word is looked up once."""
    leads = ("state_words", "demonyms", "definite_media", "modifiers", "medium_nouns")
    beside = ("state_words", "definite_media", "medium_nouns", "programme_nouns", "hosted", "described")
    return {
        "name_joints": found["particles"] | {"of", "for", "and"},
        "name_leads": frozenset().union(*(found[name] for name in leads)),
        "beside_media": frozenset({"agency", "newswire", "media", "news"}).union(
            *(found[name] for name in beside)
        ),
        "party_ends": found["noun_heads"] | found["unnamed_media_ends"] | {*found["pronouns"], "them", ")"},
        "relay_ends": found["definite_media"] | found["media_heads"] | found["unnamed_media_ends"],
        "between": found["adverbs"] | found["calendar"] | {"on", "n't"},
        "given": found["given_male"] | found["given_female"],
        "interviews": found["occasions"] & found["writes"],
    }


def _of_cues(data: Data) -> dict[str, Any]:
    cues = data["cues"]
    strong = _verbs(cues["strong"], data) | _words(cues["forms"])
    soft = _verbs(cues["soft"], data)
    return {
        "strong": strong,
        "soft": soft,
        "cues": strong | soft,
        "calling": _verbs(cues["calling"], data),
        "reading": _words(cues["reading"]),
        "remembering": _words(cues["remembering"]),
        **{
            name: _words(cues[name])
            for name in ("recording", "worded", "asides", "aloud", "through", "authoring")
        },
        "cue_starts": _cue_starts(data, strong | soft),
        "silent": _words(cues["silent"]),
        "continuing": _words(cues["continuing"]),
        "quoting": _verbs(cues["quoting"], data),
        "relayed": _words(cues["relayed"]),
        "carrying": _verbs(cues["carrying"], data),
        "adverbs": _words(cues["adverbs"]),
        "carriers": _carriers(data, strong | soft),
    }


def _of_people(data: Data) -> dict[str, Any]:
    people, given = data["people"], data["given"]
    pronouns = {form: name for name, forms in data["pronouns"].items() for form in forms.split()}
    return {
        "pronouns": pronouns,
        "titles": _words(people["titles"]),
        "male": _words(people["male_titles"]) | _words(people["roles_of_men"]),
        "female": _words(people["female_titles"]) | _words(people["roles_of_women"]),
        "people": _words(people["nouns"]),
        "capitals": _words(people["capitals"]),
        "anonymous": _words(people["anonymous"]),
        "covers": {role: _words(narrower) for role, narrower in people["covers"].items()},
        "letters": _words(people["letters"]),
        "kinship": _words(people["kinship"]),
        "introducing": _words(people["introducing"]),
        "epithets": _words(people["epithets"]),
        "given_male": _words(given["male"]),
        "given_female": _words(given["female"]),
    }


def _of_organisations(data: Data) -> dict[str, Any]:
    bodies = data["organisations"]
    return {
        "company_nouns": _words(bodies["company_nouns"]),
        "company_endings": _words(bodies["company_endings"]),
        "plain_owners": _words(bodies["plain_owners"]),
        "organisation_names": _phrases(bodies["names"]),
        "organisation_heads": _words(bodies["heads"]),
        "speaking_nouns": _words(bodies["speaking_nouns"]),
        "documents": _words(bodies["documents"]),
        "verbatim": _words(bodies["verbatim"]),
        "recorders": _words(bodies["recorders"]),
        "capital_heads": _words(bodies["capital_heads"]),
        "said_of_records": _words(bodies["said_of_records"]),
        "issued": _words(bodies["issued"]),
        "sending": _words(bodies["sending"]),
        "sayings": _words(bodies["sayings"]),
        "high_offices": _words(bodies["offices"]),
    }


def _of_media(data: Data) -> dict[str, Any]:
    media, demonyms = data["media"], _words(data["places"]["demonyms"])
    return {
        "media_heads": _words(media["heads"]),
        "medium_nouns": _words(media["beside"]),
        "modifiers": _words(media["modifiers"]),
        "media_leads": _words(media["leads"]),
        "media_numbered": _words(media["numbered"]),
        "media_names": _phrases(media["names"]),
        "unnamed_media": _phrases(media["unnamed"]),
        "unnamed_media_ends": frozenset(phrase.split()[-1] for phrase in _phrases(media["unnamed"])),
        "noun_heads": _noun_heads(data),
        "phrase_leads": demonyms
        | _words(media["state"])
        | _words(media["definite"])
        | _words(media["described"])
        | _words(data["relays"]["hosted"]),
        "body_heads": frozenset().union(
            *map(
                _words,
                (*(data["organisations"][name] for name in ("heads", "capital_heads")), media["heads"]),
            )
        ),
        "definite_media": _words(media["definite"]),
        "described": _words(media["described"]),
        "state_words": _words(media["state"]),
        "programme_nouns": _words(media["programmes"]),
        "programme_words": _words(media["programme_words"]),
        "programmes": _phrases(media["programme_names"]),
        "agencies": _agencies(dict(data["agencies"])),
        "small_agencies": frozenset(name for name in data["agencies"] if name.islower()),
        "platforms": _words(media["platforms"]),
    }


def _agencies(listed: dict[str, str]) -> dict[str, str]:
    """Return the usual short name of each form, the short name's own included."""
    return {form: name for name, forms in listed.items() for form in (name.casefold(), *_phrases(forms))}


def _of_places(data: Data) -> dict[str, Any]:
    places = data["places"]
    return {
        "governments": _phrases(places["governments"]),
        "places": _phrases(places["places"]),
        "demonyms": _words(places["demonyms"]),
        "calendar": _words(data["calendar"]["words"]),
    }


def _of_settings(data: Data) -> dict[str, Any]:
    settings = data["settings"]
    return {
        "setting_nouns": _words(settings["nouns"]),
        "audiences": _words(settings["audiences"]),
        "lines": _words(settings["lines"]),
        "papers": _words(settings["papers"]),
        "breaks": _words(settings["breaks"]),
        "talks": _words(settings["talks"]),
        "writes": _words(settings["writes"]),
    }


def _of_relays(data: Data) -> dict[str, Any]:
    relays = data["relays"]
    names = (
        "asked",
        "occasions",
        "during",
        "hosted",
        "aired_titles",
        "episodes",
        "interviewers",
        "staffed",
        "tuned",
        "adverts",
        "records",
        "afterwards",
        "same",
        "past",
        "perfect",
        "hearsay",
        "forwarding",
        "aired",
        "made",
        "gatherings",
    )
    return {name: _words(relays[name]) for name in names} | {"posting": _verbs(relays["posting"], data)}


def _of_works(data: Data) -> dict[str, Any]:
    works = data["works"]
    return {
        "work_nouns": _words(works["nouns"]),
        "laws": _words(works["laws"]),
        "naming_words": _words(works["naming"]),
        "word_nouns": _words(works["phrase"]),
        "terms": _phrases(works["terms"]),
        "small": _words(works["small"]),
    }


def _of_grammar(data: Data) -> dict[str, Any]:
    grammar, function, short = data["grammar"], data["function"], data["abbreviations"]
    return {
        "abbreviations": _words(short["words"]),
        "elisions": _words(short["elisions"]),
        "marks": _pairs(data["marks"]["pairs"]),
        "function": _words(function["words"]),
        "particles": _words(function["particles"]),
        "offices": _words(function["offices"]),
        "be": _words(grammar["be"]),
        "modals": _words(grammar["modals"]),
        "following": _words(grammar["following"]),
        "attaching": _words(grammar["attaching"]),
        "determiners": _words(grammar["determiners"]),
        "articles": _words(grammar["articles"]),
        "possessives": _words(grammar["possessives"]),
        "parting": _words(grammar["parting"]),
        "noun_signs": _words(grammar["noun_signs"]),
        "prepositions": _words(grammar["prepositions"]),
    }


def _of_order(data: Data) -> dict[str, Any]:
    """Return what a language's grammar says of the order of words, and which of its words play which role."""
    cues, grammar, roles = data["cues"], data["grammar"], roles_of(dict(data["roles"]))
    return {
        "roles": roles,
        "inverts": grammar["subject"] == "either side",
        "capital_nouns": grammar["nouns"] == "capital",
        "drops_pronouns": grammar["pronouns"] == "dropped",
        "elided": _words(grammar["elided"]),
        "enclitics": _words(grammar["enclitics"]),
        "according": frozenset(spelt(phrase, roles) for phrase in _phrases(cues["according"])),
        "postposed": _words(cues["postposed"]),
        "so": _words(cues["so"]),
        "opinion": _words(cues["opinion"]),
        "genitives": _words(grammar["genitives"]),
        "dative": _words(grammar["dative"]),
        "subjects": _words(grammar["subjects"]),
        "turning": _words(grammar["turning"]),
    }
