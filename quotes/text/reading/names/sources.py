"""Sources: every name of an article led back to its fullest form."""

import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from quotes.text.naming import name_key
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.lexicon.roles import head_of
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.names.name import Name
from quotes.text.reading.types import SourceKind

_OWNED = re.compile(r"['’]s ")
# Looked up once: a member of an enumeration costs more than the comparison it serves.
_PERSON, _OUTLET = SourceKind.PERSON, SourceKind.OUTLET
MEDIA = frozenset({SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.PROGRAMME})
# A surname shared by two people means the only one named in full within so many sentences, else the one
# named first: the others go by their full names.
_NEAR = 2
_NAMESAKES = 40
# So many people, or holders of one role, are told apart.
_CROWD = 200
# So many words, at least, are told by their initials alone.
_INITIALS = 3


@dataclass(eq=False, slots=True)
class Source:
    """Somebody or something the article names; `name` is the fullest form printed.

    `gender` is "male", "female" or None; `roles` are the titles and nouns it is called by, `offices` what
    a minister or secretary is one of; `seen` counts its namings, `first` and `last` are the numbers of the
    first and last sentence that names it, `named_in_full` of those that do so in full. A `doubtful` person
    is one lone word that may be no person at all; a `placed` one stands where a place or a thing does ("at
    Sandy Hook", "the Sandy Hook parents").
    """

    name: str
    kind: SourceKind
    gender: str | None = None
    roles: set[str] = field(default_factory=set)
    seen: int = 0
    named_in_full: list[int] = field(default_factory=list)
    state: bool = False
    doubtful: bool = False
    placed: bool = False
    offices: set[str] = field(default_factory=set)
    first: int = sys.maxsize
    last: int = -1
    is_person: bool = field(init=False)  # somebody with a name
    is_medium: bool = field(init=False)  # an agency, an outlet or a programme

    def __post_init__(self) -> None:
        self.become(self.kind)

    def become(self, kind: SourceKind) -> None:
        """Be of `kind` from now on."""
        self.kind = kind
        self.is_person, self.is_medium = kind is _PERSON, kind in MEDIA

    def holds_other_office(self, phrase: str, words: Lexicon) -> bool:
        """Tell whether `phrase` names an office this person is known not to hold ("prime minister")."""
        named = {word for word in phrase.casefold().split()[:-1] if word in words.offices}
        return bool(named and self.offices) and not named & self.offices

    @property
    def is_somebody(self) -> bool:
        """Tell a person whom "he" or "she" may mean from a name that only looks like one's."""
        if not self.is_person or self.doubtful:
            return False
        return not self.placed or self.gender is not None or bool(self.roles)


class Naming(NamedTuple):
    """A name in its sentence and the sources it may mean: one, or several that fit equally.

    `source` is the one meant, None where several fit.
    """

    name: Name
    sources: tuple[Source, ...]
    source: Source | None


class Register:
    """The sources of one article, built from its names; answers which one a name means where it stands."""

    def __init__(self, words: Lexicon, outlet: str | None = None) -> None:
        self.words = words
        self.by_key: dict[str, Source] = {}
        self.by_part: dict[str, list[Source]] = defaultdict(list)
        self.by_last: dict[str, Source] = {}
        if outlet:
            self.by_last[name_key(outlet).rpartition(" ")[2]] = Source(outlet, _OUTLET)
        self.by_role: dict[str, list[Source]] = defaultdict(list)

    @cached_property
    def people(self) -> tuple[Source, ...]:
        """The people with names, in order of first mention, once all is read; of a crowd, the first ones."""
        known = {id(source): source for source in self.by_key.values() if source.is_person}
        return tuple(known.values())[:_CROWD]

    @cached_property
    def state_media(self) -> tuple[Source, ...]:
        """The media of a state, in order of first mention, once all is read; the first ones of many."""
        known = {id(source): source for source in self.by_key.values() if source.is_medium and source.state}
        return tuple(known.values())[:_CROWD]

    def holders(self, role: str) -> list[Source]:
        """Return who is called by `role`; of a crowd, the first ones."""
        return self.by_role.get(role, [])[:_CROWD]

    def read(self, sentences: Sequence[Sentence], names: Sequence[Sequence[Name]]) -> list[list[Naming]]:
        """Learn the full names first, then say of every name which source it means."""
        for number, found in enumerate(names):
            for name in found:
                if name.kind is not None and (name.kind is not _PERSON or " " in name.text):
                    self._learn(name, number)
        self._learn_acronyms(sentences, names)
        self._learn_initials()
        namings = [[self._meant(name, number) for name in found] for number, found in enumerate(names)]
        self._learn_appositions(sentences, namings)
        return namings

    def _learn(self, name: Name, number: int) -> Source:
        key = name_key(name.text)
        source = self.by_key.get(key) or self._same_person(name, key)
        if source is None:
            source = Source(name.text, name.kind or _PERSON, doubtful=name.kind is None and not name.roles)
            if source.is_person:
                parts = key.split()
                for part in {parts[0], self._surname(parts)}:
                    self.by_part[part].append(source)
            elif source.is_medium:
                self.by_last.setdefault(key.rpartition(" ")[2], source)
        self.by_key[key] = source
        if not source.is_person and (owned := _OWNED.search(name.text)):
            self.by_key.setdefault(name_key(name.text[owned.end() :]), source)
        if len(name.text) > len(source.name) and source.is_person:
            source.name = name.text
        if name.kind in MEDIA and not source.is_medium:
            source.become(name.kind)
        source.named_in_full.append(number)
        self._note(source, name, number)
        return source

    def _same_person(self, name: Name, key: str) -> Source | None:
        """Find the person of whom this is a longer or shorter full form ("Donald J. Trump")."""
        if name.kind is not _PERSON:
            return None
        parts = key.split()
        surname = self._surname(parts)
        for source in self.by_part.get(surname, [])[:_NAMESAKES]:
            known = name_key(source.name).split()
            if known[0] == parts[0] and self._surname(known) == surname and len(known) != len(parts):
                return source
            if parts[0] in self.words.particles and len(known) > len(parts) and known[-len(parts) :] == parts:
                return source  # "Abu Nasr", of Khalil Abu Nasr
        return None

    @staticmethod
    def _surname(parts: list[str]) -> str:
        return parts[-2] if len(parts) > 2 and parts[-1] in ("jr", "sr", "ii", "iii", "iv") else parts[-1]

    def _note(self, source: Source, name: Name, number: int) -> None:
        source.seen += 1
        source.first = min(source.first, number)
        source.last = max(source.last, number)
        source.state = source.state or name.state
        if name.offices:
            source.offices.update(name.offices)
        for role in name.roles:
            self._role(source, role)
        if source.is_person and source.gender is None:
            source.gender = self._gender(name)

    def _role(self, source: Source, role: str) -> None:
        own = (
            "-" in role and role in self.words.titles
        )  # a vice president is no president, a vice minister is a minister
        forms = {role} if own else {role, role.rpartition("-")[2], head_of(role, self.words.titles)}
        for form in forms:
            full = _FULL_TITLES.get(form, form)
            if full not in source.roles:
                source.roles.add(full)
                self.by_role[full].append(source)

    def _gender(self, name: Name) -> str | None:
        words = self.words
        for role in name.roles:
            if role in words.male or role in words.female:
                return "male" if role in words.male else "female"
        first = name.text.casefold().split()[0]
        given = first if "-" in first else name_key(name.text).split()[0]
        if given in words.given_male and given not in words.given_female:
            return "male"
        return "female" if given in words.given_female and given not in words.given_male else None

    def _learn_initials(self) -> None:
        """Take "the HSJ" for the Harbour Service Journal, the one medium named whose initials it is."""
        long: dict[str, list[Source]] = defaultdict(list)
        for key, source in self.by_key.items():
            words = [word for word in key.split() if word not in self.words.small]
            if source.is_medium and len(words) >= _INITIALS:
                long["".join(word[0] for word in words)].append(source)
        for key, source in list(self.by_key.items()):
            meant = long.get(key, [])
            if len(set(map(id, meant))) == 1 and source.name.isupper() and meant[0].first < source.first:
                self.by_key[key] = meant[0]

    def _learn_acronyms(self, sentences: Sequence[Sentence], names: Sequence[Sequence[Name]]) -> None:
        """Read "World Health Organisation (WHO)" as one body with two names."""
        for number, found in enumerate(names):
            tokens = sentences[number].tokens
            for name in found:
                long = self.by_key.get(name_key(name.text))
                if long is None or long.is_person or name.last + 3 >= len(tokens):
                    continue
                opening, short, closing = tokens[name.last + 1 : name.last + 4]
                if opening.text == "(" and closing.text == ")" and short.text.isupper():
                    self.by_key[name_key(short.text)] = long

    def _meant(self, name: Name, number: int) -> Naming:
        known = self.by_key.get(name_key(name.text))
        if known is None and " " not in name.text:
            fitting = self._by_part(name, number)
            if len(fitting) > 1:
                return Naming(name, tuple(fitting), None)
            known = fitting[0] if fitting else self.by_last.get(name_key(name.text))
        if known is None:
            known = self._learn(name, number)
        else:
            self._note(known, name, number)
        return Naming(name, (known,), known)

    def _by_part(self, name: Name, number: int) -> list[Source]:
        """Return the people a lone surname or given name may mean at this place."""
        key = name_key(name.text)
        fitting = self.by_part.get(key) or self.by_part.get(key.rpartition(" ")[2], [])  # "al-Qattan"
        if len(fitting) < 2:
            return fitting
        # a title stands before a surname: "Mr. Vey" is not of Vey Harbour
        fitting = fitting[:_NAMESAKES]
        fitting = [one for one in fitting if name.roles and name_key(one.name).endswith(f" {key}")] or fitting
        gender = self._gender_of_titles(name)
        if gender:
            fitting = [source for source in fitting if source.gender in (gender, None)] or fitting
        introduced = [
            source for source in fitting if source.named_in_full and source.named_in_full[0] <= number
        ] or fitting
        if len(introduced) < 2:
            return introduced
        near = [source for source in introduced if _named_near(source, number)]
        if len(near) == 1:
            return near
        first, second = sorted(introduced, key=lambda source: source.named_in_full[:1] or [number])[:2]
        return [first] if first.named_in_full[:1] < second.named_in_full[:1] else introduced

    def _gender_of_titles(self, name: Name) -> str | None:
        for role in name.roles:
            if role in self.words.male:
                return "male"
            if role in self.words.female:
                return "female"
        return None

    def _learn_appositions(self, sentences: Sequence[Sentence], namings: Iterable[Sequence[Naming]]) -> None:
        """Read roles off "Mara Quill, the mayor of Ostrel," and "Quill, a senator"."""
        for sentence, found in zip(sentences, namings, strict=True):
            for naming in found:
                source = naming.source
                if source is None or not source.is_person:
                    continue
                keys, last = sentence.keys, naming.name.last
                if last + 1 < len(keys) and keys[last + 1] == ",":
                    behind = _apposition(sentence.tokens, last)
                    self._take_role(source, () if self._is_clause(behind) else behind)
                self._take_role(source, _apposed(sentence.tokens, naming.name))
                source.placed = source.placed or self._is_placed(keys, naming.name)
                self._lead_role(source, keys[last + 1 : last + 4])

    def _is_clause(self, phrase: Sequence[Token]) -> bool:
        """Tell "in Ostrel, the premier said": behind the comma another begins to speak."""
        return any(
            other.key in self.words.strong and (one.key in self.words.people or one.key in self.words.titles)
            for one, other in pairwise(phrase)
        )

    def _is_placed(self, keys: Sequence[str], name: Name) -> bool:
        """Tell a name behind an article, an owner or "in": no person's, unless something else says so."""
        before = keys[name.start - 1] if name.start else ""
        return before in self.words.articles or before in self.words.possessives or before in ("in", "at")

    def _lead_role(self, source: Source, behind: Sequence[str]) -> None:
        """Read the role off "Quill, who heads the mission"."""
        if behind[:2] == (",", "who") and behind[2:] and behind[2] in _LEADING:
            self._role(source, _LEADING[behind[2]])

    def _take_role(self, source: Source, phrase: Sequence[Token]) -> None:
        """Give the source the first noun of `phrase` that people are called by."""
        for token in phrase[-1:] if len(phrase) == 2 else phrase:
            if token.key in self.words.people or token.key in self.words.titles:
                self._role(source, token.key)
                source.doubtful = False
                source.offices.update(
                    other.key for other in phrase if other.key in self.words.offices and other.key != "the"
                )
                if source.gender is None and (token.key in self.words.male or token.key in self.words.female):
                    source.gender = "male" if token.key in self.words.male else "female"
                return


def _named_near(source: Source, number: int) -> bool:
    """Tell whether a sentence just before, or this one, names the source in full."""
    at = bisect_left(source.named_in_full, number - _NEAR)
    return at < len(source.named_in_full) and source.named_in_full[at] <= number


def people_of(namings: Sequence[Naming]) -> dict[int, Source]:
    """Return the people a sentence names, each at the last token of his first name in it."""
    people: dict[int, Source] = {}
    for naming in namings:
        source = naming.source
        if source is not None and source.is_person and source not in people.values():
            people[naming.name.last] = source
    return people


def _apposed(tokens: Sequence[Token], name: Name) -> Sequence[Token]:
    """Return the last word before the comma in "the ports minister, Ysolde Penhallick,"."""
    if name.start < 2 or tokens[name.start - 1].text != "," or not _ends_apposition(tokens, name.last):
        return ()
    place = name.start - 2
    if place >= 2 and tokens[place - 1].key in ("of", "for"):
        place -= 2
    return tokens[max(0, place - 1) : place + 1]


def _ends_apposition(tokens: Sequence[Token], last: int) -> bool:
    return last + 1 >= len(tokens) or tokens[last + 1].text in (",", ".", "—", ")")


def _apposition(tokens: Sequence[Token], last: int) -> Sequence[Token]:
    """Return the words between the comma behind a name and the next mark."""
    if last + 2 >= len(tokens):
        return ()
    end = last + 2
    while (
        end < len(tokens)
        and tokens[end].is_word
        and tokens[end].key not in ("who", "of", "for")
        and end < last + 9
    ):
        end += 1
    long = end > last + 3 or tokens[last + 2].key in ("a", "an", "the", "his", "her", "former")
    office = end < len(tokens) and tokens[end].key in ("of", "for")  # "Quill, president of the union,"
    return tokens[last + 2 : end] if long or office else ()


_LEADING = {"heads": "head", "chairs": "chair", "founded": "founder"}
_FULL_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "maj": "major",
    "sgt": "sergeant",
    "adm": "admiral",
    "amb": "ambassador",
    "prof": "professor",
    "dr": "doctor",
}
