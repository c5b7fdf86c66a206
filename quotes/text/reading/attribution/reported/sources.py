"""Sources: which words beside a reporting word tell who reports."""

from collections.abc import Callable

from quotes.text.reading.attribution.reported.clause import Clause, Range
from quotes.text.reading.attribution.reported.features import beginning, closing
from quotes.text.reading.attribution.reported.report import Side
from quotes.text.reading.lexicon.reporting import Make, ReportWord
from quotes.text.reading.names.party import Party

# How far a phrase with its appositions may reach, in tokens.
_PHRASE = 24
_COMMAS = 3
_STOPS = frozenset({",", "."})
# What stands beside a reporting word, by how it leads to who reports.
_ENDING, _ITSELF = (Side.NAME, Side.NOUN, Side.COMMA), (Side.OWN, Side.RELATIVE, Side.PRONOUN)
_OWNER, _QUOTE = Side.OWNER, Side.QUOTE
_TAKING_ON, _FOLLOWING = (Side.ASIDE, Side.JOINED, Side.INFINITIVE), (Side.MARK, Side.FUNCTION)


class Sources:
    """Finds the phrases of one sentence that report; remembers the last for verbs without a subject."""

    def __init__(self, clause: Clause, first_party: Callable[[int], Party | None]) -> None:
        self.clause = clause
        self.keys = clause.keys
        self.first_party = first_party
        self.before: Range | None = None
        self._endings: dict[int, Range] = {}

    def beside(self, first: int, word: ReportWord) -> tuple[Side, Range | None]:
        """Return what stands before a reporting word that begins at `first`, and who reports."""
        end = first - 1
        if end < 0:
            return Side.NOTHING, None
        side = self._named(end, word) or self._placed(end, word)
        return side, self._source(side, end, word)

    def _named(self, end: int, word: ReportWord) -> Side | None:
        clause, key, known = self.clause, self.keys[end], self.clause.known
        if end in clause.inside and end not in clause.ends and key not in known.words.possessives:
            return Side.IN_NAME
        if clause.tokens[end].is_quote:
            return Side.QUOTE
        if end in clause.ends:
            return Side.NAME
        owning = word.make is Make.NOUN or word.is_noun
        if owning and key in known.words.possessives:
            return Side.OWN if key in known.words.pronouns else Side.OWNER
        if key in known.relatives:
            return Side.RELATIVE
        return Side.PRONOUN if key in known.subjects else None

    def _placed(self, end: int, word: ReportWord) -> Side:
        key, known = self.keys[end], self.clause.known
        if key == ",":
            return Side.ASIDE if word.make is Make.PARTICIPLE else Side.COMMA
        if key in known.conjunctions:
            return Side.JOINED
        if key in known.infinitive:
            return Side.INFINITIVE
        if not self.clause.tokens[end].is_word:
            return Side.MARK
        words = known.words
        function = key in known.known or key in words.articles or key in words.calendar
        return Side.FUNCTION if function else Side.NOUN

    def _source(self, side: Side, end: int, word: ReportWord) -> Range | None:
        if side in _ENDING:
            return self.ending(end)
        if side is _OWNER:
            return self.ending(end - 1) if end else None
        if side in _ITSELF:
            return end, end
        if side is _QUOTE:
            return self.before
        if side in _TAKING_ON or (side in _FOLLOWING and word.make is Make.PARTICIPLE):
            return self._main(end)
        return None

    def _main(self, place: int) -> Range | None:
        """Return who reported last before `place`, else the sentence's first party."""
        if self.before is not None and self.before[1] < place:
            return self.before
        party = self.first_party(place)
        if party is None:
            return None
        first = party.first
        while first > 0 and self.keys[first - 1] in self.clause.known.words.articles:
            first -= 1
        return first, party.last

    def ending(self, end: int) -> Range:
        """Return the phrase that ends at `end`, a comma behind it left out."""
        found = self._endings.get(end)
        if found is None:
            found = self._endings[end] = self._ending(end)
        return found

    def _ending(self, end: int) -> Range:
        place, commas, clause = end, 0, self.clause
        lowest = max(0, end - _PHRASE)
        while place > lowest:
            comma = self.keys[place] == ","
            commas = min(commas + comma, _COMMAS)
            begins = not comma or place != end
            if begins and clause.counted.score("left", beginning(clause, place, end, commas)) > 0:
                break
            place -= 1
        while place < end and self.keys[place] == ",":
            place += 1
        while end > place and self.keys[end] == ",":
            end -= 1
        return place, end

    def starting(self, start: int) -> Range:
        """Return the phrase that begins at `start`."""
        place, commas, clause = start, 0, self.clause
        farthest = min(clause.length - 1, start + _PHRASE)
        while place < farthest:
            if self.keys[place] == ",":
                commas = min(commas + 1, _COMMAS)
            elif clause.counted.score("right", closing(clause, place, start, commas)) > 0:
                break
            place += 1
        while place > start and self.keys[place] in _STOPS:
            place -= 1
        return start, place
