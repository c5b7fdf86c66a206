"""Persons: runs of capitalised words read as titles and a person's name."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.listed import Listed
from quotes.text.reading.names.name import Name, is_title, left_edge, printed
from quotes.text.reading.names.trades import (
    behind_title,
    headed_by_trade,
    is_common,
    office_holder,
    office_start,
    without_letters,
)
from quotes.text.reading.types import SourceKind

_LONG = 3
_LONGEST_PERSON = 6


class Persons:
    """Reads what is nothing known as a person.

    `alone` are the words that the article prints as a name by themselves, `surnames` the last ones of names
    of several; both are filled before the first name is read.
    """

    def __init__(self, words: Lexicon, listed: Listed) -> None:
        self.words = words
        self.listed = listed
        self.alone: set[str] = set()
        self.surnames: set[str] = set()

    def person(self, tokens: Sequence[Token], run: list[int], text: str) -> Name | None:
        """Read the run, which is nothing known by the whole of its `text`, as titles and a person's name."""
        last, run = run[-1], without_letters(tokens, run, self.words)
        if last > run[-1]:
            text = printed(tokens, run[0], run[-1])
        bare = self._without_titles(tokens, run)
        if not bare:
            return None
        titles = run[: len(run) - len(bare)]
        roles = [self._title(tokens, place) for place in titles if self._is_role(tokens, place)]
        if run[0] and is_title(tokens[run[0] - 1].key, self.words):
            roles.append(tokens[run[0] - 1].key)
        cut = bare[0] > run[0] and len(bare) > 1
        holder = office_holder(tokens, run, self.alone, self.words) if cut else None
        if holder is not None and not roles:
            roles.append(self._title(tokens, holder))
        kind: SourceKind | None = None
        if len(bare) < len(run):
            kind, text = self.listed.known(tokens, bare[0], bare[-1])
        if kind is None and not roles and self._is_no_person(tokens, bare, text):
            return None
        if kind is None and (
            len(bare) > _LONGEST_PERSON
            or is_common(tokens, bare, self.surnames, titled=bool(roles), words=self.words)
        ):
            return None
        if kind is None and self._looks_like_person(tokens, bare, bool(roles)):
            kind = SourceKind.PERSON
        start = (
            left_edge(tokens, holder, self.words) if holder is not None else self._start(tokens, run, bare)
        )
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
        first = run[0]
        cut = first > 1 and bare[0] > first
        behind_of = cut and tokens[first - 1].key == "of" and is_title(tokens[first - 2].key, self.words)
        return left_edge(tokens, first - 1 if behind_of else first, self.words)

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
        titled = len(bare) == 1 and is_title(tokens[bare[0]].key, self.words)
        if titled and not self._is_surname(tokens, bare[0]):
            return []
        return [] if len(bare) > 1 and self._is_office(tokens, bare) else bare

    def _is_role(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a title, or the noun that opens "Surveyor Mara Quill": a sentence's head is always large."""
        key = tokens[place].key
        heads = place == 0 and key in self.words.people and not key.endswith("s")
        return heads or is_title(key, self.words)

    def _is_surname(self, tokens: Sequence[Token], place: int) -> bool:
        return place > 0 and tokens[place].key in self.surnames

    def _is_office(self, tokens: Sequence[Token], bare: list[int]) -> bool:
        """Tell "Finance Minister" from "Peter King": an office is not named again by its last word."""
        first = tokens[bare[0]].key
        given = first in self.words.given_male or first in self.words.given_female
        return is_title(tokens[bare[-1]].key, self.words) and not given

    def _is_given(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a title that is also a given name ("Dean")."""
        return tokens[place].key in self.words.given_male and tokens[place].key not in self.words.male


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""
