"""Names: what sort of source each run of capitalised words names."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from quotes.text.naming import name_key
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.names.days import without_days
from quotes.text.reading.names.headings import is_heading
from quotes.text.reading.names.media import (
    is_broadcaster,
    is_channel,
    is_interviewer,
    is_site,
    is_titled,
    is_told_owner,
    medium_beside,
    undeclined,
    without_medium_nouns,
)
from quotes.text.reading.names.programmes import aired_title, programme_end
from quotes.text.reading.names.runs import RunFinder
from quotes.text.reading.names.trades import (
    behind_title,
    firm_described,
    headed_by_trade,
    is_common,
    is_rank,
    office_holder,
    office_start,
    without_letters,
)
from quotes.text.reading.types import SourceKind

AgencyNamed = Callable[[str], str | None]

_LOOK_BACK = 4
_LONG = 3
_SHORTENED = frozenset({"co", "corp", "inc", "ltd", "bros"})
_LONGEST_PERSON = 6


class Name(NamedTuple):
    """One printed name: tokens `first` to `last` of its sentence are the bare name.

    `start` is the first token of everything that belongs to it (titles, modifiers). `kind` is None for
    a lone word that may be a person's surname. `roles` are the titles it is printed with; `state` marks
    "state media KCNA", "the official Xinhua".
    """

    text: str
    kind: SourceKind | None
    start: int
    first: int
    last: int
    roles: tuple[str, ...] = ()
    state: bool = False
    offices: tuple[str, ...] = ()


class NameFinder:
    """Finds the names of sentences.

    `agency_named` says which runs are news agencies; `outlet` is the printing one.
    """

    def __init__(
        self, text: str, words: Lexicon, agency_named: AgencyNamed, outlet: str | None = None
    ) -> None:
        self.text = text
        self.words = words
        self.agency_named = agency_named
        self.outlet = name_key(outlet) if outlet else None
        self.agencies: dict[str, str | None] = {}
        self.known: dict[tuple[str, bool], tuple[SourceKind | None, str]] = {}
        self.alone: set[str] = set()
        self.surnames: set[str] = set()

    def find(self, sentences: Sequence[Sentence]) -> list[list[Name]]:
        """Return the names of each sentence, in order."""
        finder = RunFinder(self.words, [sentence.tokens for sentence in sentences], self._stands_alone)
        runs = [list(finder.runs(sentence.tokens)) for sentence in sentences]
        for sentence, found in zip(sentences, runs, strict=True):
            for first, last in found:
                if first == last or not is_rank(sentence.keys[first : last + 1], self.words):
                    (self.alone if first == last else self.surnames).add(sentence.keys[last])
        return [
            list(self._names(sentence.tokens, found)) if found and not self._is_heading(sentence) else []
            for sentence, found in zip(sentences, runs, strict=True)
        ]

    def _is_heading(self, sentence: Sentence) -> bool:
        return not self.words.capital_nouns and is_heading(sentence, self.words)

    def _stands_alone(self, word: str) -> bool:
        """Tell one word that is a name wherever it stands: an agency, a country, a known outlet or body."""
        key, words = word.casefold(), self.words
        listed = key in words.governments or key in words.media_names or key in words.organisation_names
        return (listed and key not in words.function) or self._agency(word) is not None

    def is_title(self, key: str) -> bool:
        """Tell a title, also one with a prefix ("vice-minister", "ex-president")."""
        titles = self.words.titles
        return key in titles or ("-" in key and key.rpartition("-")[2] in titles)

    def _names(self, tokens: Sequence[Token], runs: Sequence[tuple[int, int]]) -> Iterator[Name]:
        upto = -1
        for first, last in runs:
            if first <= upto:
                continue
            name = self._name(tokens, _words_of(tokens, first, last))
            if name is None:
                continue
            yield name
            if name.kind is not SourceKind.OUTLET and name.kind is not SourceKind.AGENCY:
                continue
            end = programme_end(tokens, name.last, self.words)
            if end is not None:
                upto, start = end, name.last + 2
                yield Name(self._printed(tokens, start, end), SourceKind.PROGRAMME, start, start, end)

    def _name(self, tokens: Sequence[Token], run: list[int]) -> Name | None:  # noqa: PLR0911 one kind a line
        run = without_medium_nouns(tokens, without_days(tokens, run, self.words), self.words)
        run = self._without_origin(tokens, run)
        if not run or (len(run) == 1 and tokens[run[0]].key in self.words.medium_nouns):
            return None
        kind, text = self._known(tokens, run[0], run[-1])
        if kind is None and (
            is_titled(tokens, run, self.words)
            or is_told_owner(tokens, run, self.words)
            or is_interviewer(tokens, run, self.surnames, self.words)
        ):
            kind = SourceKind.OUTLET
        title = aired_title(tokens, run, self.words) if kind is None else None
        if title is not None:
            text = self._printed(tokens, title, run[-1])
            return Name(text, SourceKind.PROGRAMME, title, title, run[-1])
        beside = None if kind is SourceKind.PROGRAMME else medium_beside(tokens, run, self.words)
        titled = run[0] > 1 and tokens[run[0] - 1].text == "The"  # "in The Australian newspaper"
        if beside is not None and (titled or tokens[run[-1]].key not in self.words.demonyms):
            medium, last = beside
            return self._medium(tokens, run, SourceKind.AGENCY if kind is SourceKind.AGENCY else medium, last)
        if kind is not None:
            return Name(
                text,
                kind,
                self._left_edge(tokens, run[0]),
                run[0],
                run[-1],
                (),
                self._is_state(tokens, run[0]),
            )
        if self._is_body(tokens, run):
            return self._body(tokens, run)
        if self.words.inverts and run[0] and tokens[run[0] - 1].is_small and self._heads_body(tokens, run):
            return self._body(tokens, [run[0] - 1, *run])  # "la banque Orsel"
        return self._person(tokens, run, text)

    def _without_origin(self, tokens: Sequence[Token], run: list[int]) -> list[int]:
        """Drop where a medium is from ("the Japanese Kyodo News")."""
        if len(run) < 2 or tokens[run[0]].key not in self.words.demonyms:
            return run
        whole, rest = self._known(tokens, run[0], run[-1])[0], self._known(tokens, run[1], run[-1])[0]
        return run[1:] if whole is None and rest in (SourceKind.AGENCY, SourceKind.OUTLET) else run

    def _heads_body(self, tokens: Sequence[Token], run: list[int]) -> bool:
        return len(run) == 1 and tokens[run[0] - 1].key in self.words.organisation_heads

    def _known(self, tokens: Sequence[Token], first: int, last: int) -> tuple[SourceKind | None, str]:
        """Look the run up among agencies, media, governments and known bodies."""
        text, alone = self._printed(tokens, first, last), first == last
        if (text, alone) not in self.known:
            self.known[text, alone] = self._looked_up(text, tokens[first] if alone else None)
        return self.known[text, alone]

    def _looked_up(self, text: str, alone: Token | None) -> tuple[SourceKind | None, str]:
        key = text.casefold().replace("’", "'")
        if agency := self._agency(text):
            return SourceKind.AGENCY, agency
        own = self.outlet is not None and name_key(text) == self.outlet
        if (
            key in self.words.media_names
            or own
            or is_site(key)
            or (alone and is_broadcaster(alone, self.words))
        ):
            return SourceKind.OUTLET, undeclined(text, self.words)
        if key in self.words.programmes:
            return SourceKind.PROGRAMME, text
        if key in self.words.governments:
            return SourceKind.GOVERNMENT, text
        if key in self.words.organisation_names or (alone and self._is_acronym(alone)):
            return SourceKind.ORGANISATION, text
        return None, text

    def _is_acronym(self, token: Token) -> bool:
        letters = token.text.replace(".", "")
        return len(letters) > 1 and letters.isupper() and not self.is_title(token.key)

    def _agency(self, text: str) -> str | None:
        if text not in self.agencies:
            self.agencies[text] = self.agency_named(text)
        return self.agencies[text]

    def _medium(self, tokens: Sequence[Token], run: list[int], kind: SourceKind, last: int) -> Name:
        while len(run) > 1 and (
            tokens[run[0]].key in self.words.demonyms or tokens[run[0]].key in self.words.state_words
        ):
            run = run[1:]
        text = self._printed(tokens, run[0], run[-1])
        if self._is_government(text) and last > run[-1]:
            text = self._printed(tokens, run[0], last)
        start = self._left_edge(tokens, run[0])
        if kind is SourceKind.AGENCY and self.words.inverts:
            text = self._agency(text) or self._agency(text.upper()) or text  # "agence Sana"
        else:
            text = self._agency(text) or text
        return Name(text, kind, start, run[0], last, (), self._is_state(tokens, run[0]))

    def _is_government(self, text: str) -> bool:
        return text.casefold() in self.words.governments

    def _is_body(self, tokens: Sequence[Token], run: list[int]) -> bool:
        if len(run) < 2:
            return False
        keys = [token.key for token in tokens[run[0] : run[-1] + 1]]
        heads = self.words.body_heads
        joint = next((place for place, key in enumerate(keys) if key in ("of", "for")), 0)
        titled = any(self.is_title(key) for key in keys[:-1]) and keys[-1] not in heads
        is_outlet = self._is_outlet(tokens, run)
        headed = keys[-1] in heads if (self.words.capital_nouns or not self.words.inverts) else False
        headed = headed or (self.words.inverts and keys[0] in heads)  # "Reederei Wessels"
        return not titled and (headed or is_outlet or bool(joint and keys[joint - 1] in heads))

    def _body(self, tokens: Sequence[Token], run: list[int]) -> Name:
        if firm_described(tokens, run, self.words):
            run = run[1:]
        last = tokens[run[-1]].key
        is_outlet = last in self.words.media_heads or self._is_outlet(tokens, run)
        kind = SourceKind.OUTLET if is_outlet else SourceKind.ORGANISATION
        text = self._printed(tokens, self._owner(tokens, run), run[-1])
        if last in _SHORTENED and run[-1] + 1 < len(tokens) and tokens[run[-1] + 1].text == ".":
            text += "."
        return Name(
            text, kind, self._left_edge(tokens, run[0]), run[0], run[-1], (), self._is_state(tokens, run[0])
        )

    def _is_outlet(self, tokens: Sequence[Token], run: list[int]) -> bool:
        """Tell an outlet by its first words ("Radio Ostrel", "Al Jazeera Arabic", "TVP Info")."""
        first = tokens[run[0]]
        if first.key in self.words.media_leads or is_channel(first):
            return True
        return any(
            self._printed(tokens, run[0], last).casefold() in self.words.media_names for last in run[:-1]
        )

    def _owner(self, tokens: Sequence[Token], run: list[int]) -> int:
        """Return where a name that many have begins: with its country ("Russia's Defence Ministry")."""
        first = run[0]
        if first < 2 or tokens[first - 1].key != "'s":
            return first
        heads = self.words.organisation_heads
        plain = all(tokens[place].key in self.words.offices | heads for place in run)
        plain = plain or (tokens[run[0]].key in heads and tokens[run[0] + 1].key == "of")
        start = first - 2
        while (
            start > 0
            and tokens[start - 1].is_word
            and tokens[start - 1].text[0].isupper()
            and start > first - 4
        ):
            start -= 1
        owned = plain and self._is_government(self._printed(tokens, start, first - 2))
        return start if owned else first

    def _person(self, tokens: Sequence[Token], run: list[int], text: str) -> Name | None:
        """Read the run, which is nothing known by the whole of its `text`, as titles and a person's name."""
        last, run = run[-1], without_letters(tokens, run, self.words)
        if last > run[-1]:
            text = self._printed(tokens, run[0], run[-1])
        bare = self._without_titles(tokens, run)
        if not bare:
            return None
        titles = run[: len(run) - len(bare)]
        roles = [self._title(tokens, place) for place in titles if self._is_role(tokens, place)]
        if run[0] and self.is_title(tokens[run[0] - 1].key):
            roles.append(tokens[run[0] - 1].key)
        cut = bare[0] > run[0] and len(bare) > 1
        holder = office_holder(tokens, run, self.alone, self.words) if cut else None
        if holder is not None and not roles:
            roles.append(self._title(tokens, holder))
        kind: SourceKind | None = None
        if len(bare) < len(run):
            kind, text = self._known(tokens, bare[0], bare[-1])
        if kind is None and not roles and self._is_no_person(tokens, bare, text):
            return None
        if kind is None and (
            len(bare) > _LONGEST_PERSON
            or is_common(tokens, bare, self.surnames, titled=bool(roles), words=self.words)
        ):
            return None
        if kind is None and self._looks_like_person(tokens, bare, bool(roles)):
            kind = SourceKind.PERSON
        start = self._left_edge(tokens, holder) if holder is not None else self._start(tokens, run, bare)
        offices = (
            token.key
            for token in tokens[office_start(tokens, start, self.words) : bare[0]]
            if token.key in self.words.offices and token.key != "the"
        )
        return Name(text, kind, start, bare[0], last, tuple(roles), False, tuple(offices))

    def _title(self, tokens: Sequence[Token], place: int) -> str:
        """Return the title at `place`, a vice president's with its "vice"."""
        vice = "vice-" if _key(tokens, place - 1) == "vice" else ""
        return vice + tokens[place].key

    def _start(self, tokens: Sequence[Token], run: list[int], bare: list[int]) -> int:
        """Return where titles begin, over "of" where an office follows it ("Minister of Justice X")."""
        behind_of = run[0] > 1 and tokens[run[0] - 1].key == "of" and self.is_title(tokens[run[0] - 2].key)
        return self._left_edge(tokens, run[0] - 1 if behind_of and bare[0] > run[0] else run[0])

    def _is_no_person(self, tokens: Sequence[Token], bare: list[int], text: str) -> bool:
        last = tokens[bare[-1]].key
        if len(bare) == 1 and (last in self.words.people or last.removesuffix("s") in self.words.demonyms):
            return last not in self.surnames
        place = text.casefold() in self.words.places
        origin = last in self.words.demonyms and (len(last) > _LONG - 1 or tokens[bare[-1]].text.isupper())
        return place or origin or last in self.words.function  # "Un" of Kim Jong Un is not the UN

    def _looks_like_person(self, tokens: Sequence[Token], bare: list[int], titled: bool) -> bool:
        first = tokens[bare[0]].key
        return titled or len(bare) > 1 or first in self.words.given_male or first in self.words.given_female

    def _without_titles(self, tokens: Sequence[Token], run: list[int]) -> list[int]:
        """Drop everything up to the last title before a name, then what else only modifies it."""
        cut = 0
        for index, place in enumerate(run[:-1]):
            if self._is_role(tokens, place) and not self._is_given(tokens, place):
                cut = index + 1
        bare = run[cut:]
        if cut == 0 and headed_by_trade(tokens, run, self.words):
            bare = bare[1:]
        elif cut == 0:
            while len(bare) > 1 and tokens[bare[0]].key in self.words.demonyms:
                bare = bare[1:]
            bare = behind_title(tokens, run, bare, self.alone, self.words)
        while bare and tokens[bare[0]].key in self.words.modifiers:
            bare = bare[1:]
        if len(bare) == 1 and self.is_title(tokens[bare[0]].key) and not self._is_surname(tokens, bare[0]):
            return []
        return [] if len(bare) > 1 and self._is_office(tokens, bare) else bare

    def _is_role(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a title, or the noun that opens "Surveyor Mara Quill": a sentence's head is always large."""
        key = tokens[place].key
        return self.is_title(key) or (place == 0 and key in self.words.people and not key.endswith("s"))

    def _is_surname(self, tokens: Sequence[Token], place: int) -> bool:
        return place > 0 and tokens[place].key in self.surnames

    def _is_office(self, tokens: Sequence[Token], bare: list[int]) -> bool:
        """Tell "Finance Minister" from "Peter King": an office is not named again by its last word."""
        first = tokens[bare[0]].key
        given = first in self.words.given_male or first in self.words.given_female
        return self.is_title(tokens[bare[-1]].key) and not given

    def _is_given(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a title that is also a given name ("Dean")."""
        return tokens[place].key in self.words.given_male and tokens[place].key not in self.words.male

    def _left_edge(self, tokens: Sequence[Token], first: int) -> int:
        """Return the first token of the titles and modifiers that stand before a name."""
        place = first
        while place > 0 and tokens[place - 1].is_word and self._modifies(tokens[place - 1].key):
            place -= 1
        return place

    def _modifies(self, key: str) -> bool:
        return key in self.words.name_leads or self.is_title(key)

    def _is_state(self, tokens: Sequence[Token], first: int) -> bool:
        return any(
            token.key in self.words.state_words for token in tokens[max(0, first - _LOOK_BACK) : first]
        )

    def _printed(self, tokens: Sequence[Token], first: int, last: int) -> str:
        """Return the words as printed, blanks made one."""
        words = [token.text if token.is_bound else " " + token.text for token in tokens[first + 1 : last + 1]]
        return "".join((tokens[first].text, *words))


def _words_of(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Return the places of the words, marks between them left out."""
    return [first] if first == last else [at for at in range(first, last + 1) if tokens[at].is_word]


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""
