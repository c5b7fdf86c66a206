"""Names: runs of capitalised words, and what sort of source each one names."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from quotes.text.reading.frames import Sentence, Token
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.types import SourceKind

AgencyNamed = Callable[[str], str | None]

_INITIALS = 2


@dataclass(frozen=True, slots=True)
class Name:
    """One printed name: tokens `first` to `last` of its sentence are the bare name.

    `start` is the first token of everything that belongs to it (titles, modifiers). `kind` is None for
    a lone word that may be a person's surname. `roles` are the titles it is printed with.
    """

    text: str
    kind: SourceKind | None
    start: int
    first: int
    last: int
    roles: tuple[str, ...] = ()
    state: bool = False  # "state media KCNA", "the official Xinhua"


class NameFinder:
    """Finds the names of sentences; asks `agency_named` which runs are news agencies."""

    def __init__(self, text: str, words: Lexicon, agency_named: AgencyNamed) -> None:
        self.text = text
        self.words = words
        self.agency_named = agency_named
        self.agencies: dict[str, str | None] = {}
        self.lower: set[str] = set()

    def find(self, sentences: Sequence[Sentence]) -> list[list[Name]]:
        """Return the names of each sentence, in order."""
        for sentence in sentences:
            self.lower.update(
                token.key for token in sentence.tokens if token.is_word and token.text[0].islower()
            )
        return [list(self._names(sentence.tokens)) for sentence in sentences]

    def _names(self, tokens: Sequence[Token]) -> Iterator[Name]:
        place = 0
        while place < len(tokens):
            if not self._begins(tokens, place):
                place += 1
                continue
            last = self._run_end(tokens, place)
            name = self._classify(tokens, place, last)
            if name is not None:
                yield name
                last = max(last, name.last)
            place = last + 1

    def _begins(self, tokens: Sequence[Token], place: int) -> bool:
        token = tokens[place]
        if not token.is_word or not token.text[0].isupper() or token.key == "i":
            return False
        if token.key in self.words.function:
            return (
                token.text.isupper()
                and len(token.text) >= _INITIALS
                and token.key in ("who", "us", "it")
                and place > 0
            )
        if self._heads_sentence(tokens, place):
            following = tokens[place + 1] if place + 1 < len(tokens) else None
            doubted = (
                token.key in self.lower
                or token.key in self.words.adverbs
                or token.key.endswith(("ing", "ly"))
            )
            capital_next = following is not None and following.is_word and following.text[0].isupper()
            return (
                not doubted
                or (capital_next and token.key not in self.words.strong)
                or token.key in self.words.titles
            )
        return True

    def _heads_sentence(self, tokens: Sequence[Token], place: int) -> bool:
        return place == 0 or (
            not tokens[place - 1].is_word and tokens[place - 1].text not in (",", "(", "-", "–", "/")
        )

    def _run_end(self, tokens: Sequence[Token], place: int) -> int:
        """Return the last token of the run that begins at `place`."""
        last = place
        while True:
            following = self._next_of_run(tokens, last)
            if following is None:
                return last
            last = following

    def _next_of_run(self, tokens: Sequence[Token], last: int) -> int | None:
        at = last + 1
        if at >= len(tokens):
            return None
        token = tokens[at]
        joins = token.text == "&" or (token.text == "." and self._is_short(tokens[last]))
        if (joins or token.key in self.words.particles) and self._capital(tokens, at + 1):
            return at + 1
        if not token.is_word or token.key == "'s":
            return None
        if token.text[0].isupper() and token.key != "i":
            return at
        if token.key in ("of", "for") and tokens[last].key in self.words.organisation_heads:
            return self._after_of(tokens, at)
        return None

    def _after_of(self, tokens: Sequence[Token], at: int) -> int | None:
        following = at + 1
        if following < len(tokens) and tokens[following].key == "the":
            following += 1
        return following if self._capital(tokens, following) else None

    def _capital(self, tokens: Sequence[Token], place: int) -> bool:
        return place < len(tokens) and tokens[place].is_word and tokens[place].text[0].isupper()

    def _is_short(self, token: Token) -> bool:
        return token.is_word and (len(token.text) == 1 or token.key in self.words.abbreviations)

    def _classify(self, tokens: Sequence[Token], first: int, last: int) -> Name | None:
        run = [place for place in range(first, last + 1) if tokens[place].is_word]
        while run and tokens[run[0]].key in self.words.calendar:
            run = run[1:]
        while run and tokens[run[-1]].key in self.words.calendar:
            run = run[:-1]
        if not run:
            return None
        state = self._is_state(tokens, run[0])
        known, text = self._known(tokens, run[0], run[-1])
        if known is not None:
            return Name(text, known, self._left_edge(tokens, run[0]), run[0], run[-1], state=state)
        return self._person_or_body(tokens, run, state)

    def _known(self, tokens: Sequence[Token], first: int, last: int) -> tuple[SourceKind | None, str]:
        """Look the run up among agencies, media, governments and known bodies."""
        text = self._printed(tokens, first, last)
        key = text.casefold().replace("’", "'")
        if agency := self._agency(text):
            return SourceKind.AGENCY, agency
        if key in self.words.media_names:
            return SourceKind.OUTLET, text
        if key in self.words.programmes:
            return SourceKind.PROGRAMME, text
        if key in self.words.governments:
            return SourceKind.GOVERNMENT, text
        if key in self.words.organisation_names or (first == last and self._is_acronym(tokens[first])):
            return SourceKind.ORGANISATION, text
        return None, text

    def _is_acronym(self, token: Token) -> bool:
        letters = token.text.replace(".", "")
        return len(letters) >= _INITIALS and letters.isupper() and token.key not in self.words.titles

    def _agency(self, text: str) -> str | None:
        if text not in self.agencies:
            self.agencies[text] = self.agency_named(text)
        return self.agencies[text]

    def _person_or_body(self, tokens: Sequence[Token], run: list[int], state: bool) -> Name | None:
        keys = [tokens[place].key for place in run]
        start = self._left_edge(tokens, run[0])
        bare = self._without_titles(tokens, run)
        roles = tuple(
            tokens[place].key
            for place in run[: len(run) - len(bare)]
            if tokens[place].key in self.words.titles
        )
        if not bare:
            return None
        if self._is_body(keys) and len(keys) > 1:
            body = SourceKind.OUTLET if keys[-1] in self.words.media_heads else SourceKind.ORGANISATION
            return Name(self._printed(tokens, run[0], run[-1]), body, start, run[0], run[-1], state=state)
        kind, text = self._known(tokens, bare[0], bare[-1])
        if kind is None and self._is_place(text):
            return None
        if kind is None and tokens[bare[-1]].key in self.words.demonyms | self.words.function and not roles:
            return None
        before = tokens[run[0] - 1].key if run[0] else ""
        if before in self.words.titles:
            roles = (*roles, before)
        if kind is None and self._looks_like_person(tokens, bare, roles):
            kind = SourceKind.PERSON
        return Name(text, kind, start, bare[0], bare[-1], roles, state)

    def _is_body(self, keys: list[str]) -> bool:
        heads = self.words.organisation_heads
        before_of = (
            keys[: keys.index("of")] if "of" in keys else keys[: keys.index("for")] if "for" in keys else keys
        )
        return keys[-1] in heads | self.words.media_heads or bool(
            before_of and len(before_of) < len(keys) and before_of[-1] in heads
        )

    def _is_place(self, text: str) -> bool:
        return text.casefold() in self.words.places

    def _looks_like_person(self, tokens: Sequence[Token], bare: list[int], roles: tuple[str, ...]) -> bool:
        first = tokens[bare[0]].key
        given = first in self.words.given_male or first in self.words.given_female
        return bool(roles) or len(bare) > 1 or given

    def _without_titles(self, tokens: Sequence[Token], run: list[int]) -> list[int]:
        """Drop everything up to the last title before a name, then what else only modifies it."""
        cut = 0
        for index, place in enumerate(run[:-1]):
            if tokens[place].key in self.words.titles and not self._is_given(tokens, place):
                cut = index + 1
        bare = run[cut:]
        if cut == 0:
            while len(bare) > 1 and tokens[bare[0]].key in self.words.demonyms:
                bare = bare[1:]
        behind_office = run[0] >= 2 and cut == 0 and tokens[run[0] - 1].key == "of"
        if behind_office and len(bare) > 1 and tokens[bare[0]].key in self.words.offices:
            bare = bare[1:]
        return [] if len(bare) == 1 and tokens[bare[0]].key in self.words.titles else bare

    def _is_given(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a given name that is also a title ("Dean", "Major") by its place before a surname only."""
        return tokens[place].key in self.words.given_male and tokens[place].key not in self.words.male

    def _left_edge(self, tokens: Sequence[Token], first: int) -> int:
        """Return the first token of the titles and modifiers that stand before a name."""
        place = first
        while place > 0 and tokens[place - 1].is_word and self._modifies(tokens[place - 1].key):
            place -= 1
        return place

    def _modifies(self, key: str) -> bool:
        words = self.words
        return (
            key in words.titles
            or key in words.state_words
            or key in words.demonyms
            or key in ("media", "news", "agency", "then", "the", "former", "ex")
            or key in words.definite_media
        )

    def _is_state(self, tokens: Sequence[Token], first: int) -> bool:
        return any(token.key in self.words.state_words for token in tokens[max(0, first - 4) : first])

    def _printed(self, tokens: Sequence[Token], first: int, last: int) -> str:
        return " ".join(self.text[tokens[first].start : tokens[last].end].split())
