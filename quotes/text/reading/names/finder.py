"""Names: what sort of source each run of capitalised words names."""

from collections.abc import Iterator, Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence, Token
from quotes.text.reading.names.bodies import Bodies
from quotes.text.reading.names.days import without_days
from quotes.text.reading.names.headings import is_heading
from quotes.text.reading.names.listed import AgencyNamed, Listed
from quotes.text.reading.names.media import (
    is_interviewer,
    is_titled,
    is_told_owner,
    medium_beside,
    without_medium_nouns,
)
from quotes.text.reading.names.name import Name, is_state, left_edge, printed
from quotes.text.reading.names.persons import Persons
from quotes.text.reading.names.programmes import aired_title, programme_end
from quotes.text.reading.names.runs import RunFinder
from quotes.text.reading.names.trades import is_rank
from quotes.text.reading.types import SourceKind


class NameFinder:
    """Finds the names of sentences.

    `agency_named` says which runs are news agencies; `outlet` is the printing one.
    """

    def __init__(self, words: Lexicon, agency_named: AgencyNamed, outlet: str | None = None) -> None:
        self.words = words
        self.listed = Listed(words, agency_named, outlet)
        self.bodies = Bodies(words, self.listed)
        self.persons = Persons(words, self.listed)

    def find(self, sentences: Sequence[Sentence]) -> list[list[Name]]:
        """Return the names of each sentence, in order."""
        finder = RunFinder(self.words, [sentence.tokens for sentence in sentences], self.listed.stands_alone)
        runs = [list(finder.runs(sentence.tokens)) for sentence in sentences]
        for sentence, found in zip(sentences, runs, strict=True):
            for first, last in found:
                if first == last or not is_rank(sentence.keys[first : last + 1], self.words):
                    (self.persons.alone if first == last else self.persons.surnames).add(sentence.keys[last])
        return [
            list(self._names(sentence.tokens, found)) if found and not self._is_heading(sentence) else []
            for sentence, found in zip(sentences, runs, strict=True)
        ]

    def _is_heading(self, sentence: Sentence) -> bool:
        return not self.words.capital_nouns and is_heading(sentence, self.words)

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
                yield Name(printed(tokens, start, end), SourceKind.PROGRAMME, start, start, end)

    def _name(self, tokens: Sequence[Token], run: list[int]) -> Name | None:  # noqa: PLR0911 one kind a line
        run = without_medium_nouns(tokens, without_days(tokens, run, self.words), self.words)
        run = self._without_origin(tokens, run)
        if not run or (len(run) == 1 and tokens[run[0]].key in self.words.medium_nouns):
            return None
        kind, text = self.listed.known(tokens, run[0], run[-1])
        if kind is None and (
            is_titled(tokens, run, self.words)
            or is_told_owner(tokens, run, self.words)
            or is_interviewer(tokens, run, self.persons.surnames, self.words)
        ):
            kind = SourceKind.OUTLET
        title = aired_title(tokens, run, self.words) if kind is None else None
        if title is not None:
            text = printed(tokens, title, run[-1])
            return Name(text, SourceKind.PROGRAMME, title, title, run[-1])
        beside = None if kind is SourceKind.PROGRAMME else medium_beside(tokens, run, self.words)
        titled = run[0] > 1 and tokens[run[0] - 1].text == "The"  # "in The Australian newspaper"
        if beside is not None and (titled or tokens[run[-1]].key not in self.words.demonyms):
            medium, last = beside
            return self.bodies.medium(
                tokens, run, SourceKind.AGENCY if kind is SourceKind.AGENCY else medium, last
            )
        if kind is not None:
            start = left_edge(tokens, run[0], self.words)
            return Name(text, kind, start, run[0], run[-1], (), is_state(tokens, run[0], self.words))
        if self.bodies.is_body(tokens, run):
            return self.bodies.body(tokens, run)
        behind_small = self.words.inverts and run[0] and tokens[run[0] - 1].is_small
        if behind_small and self.bodies.is_headed(tokens, run):
            return self.bodies.body(tokens, [run[0] - 1, *run])  # "la banque Orsel"
        return self.persons.person(tokens, run, text)

    def _without_origin(self, tokens: Sequence[Token], run: list[int]) -> list[int]:
        """Drop where a medium is from ("the Japanese Kyodo News")."""
        if len(run) < 2 or tokens[run[0]].key not in self.words.demonyms:
            return run
        whole = self.listed.known(tokens, run[0], run[-1])[0]
        rest = self.listed.known(tokens, run[1], run[-1])[0]
        return run[1:] if whole is None and rest in (SourceKind.AGENCY, SourceKind.OUTLET) else run


def _words_of(tokens: Sequence[Token], first: int, last: int) -> list[int]:
    """Return the places of the words, marks between them left out."""
    return [first] if first == last else [at for at in range(first, last + 1) if tokens[at].is_word]
