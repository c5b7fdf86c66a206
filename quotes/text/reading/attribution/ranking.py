"""Ranking: how well each person named before fits a pronoun or an epithet, by where he was named."""

from quotes.text.reading.attribution.memory import BACK, Memory
from quotes.text.reading.names.sources import Source

# How much a place so many sentences back is worth.
_SUBJECT_WORTH = (5.0, 5.0, 2.0, 1.0, 0.6, 0.4, 0.2)
_MENTION_WORTH = (0.0, 1.0, 0.6, 0.3, 0.2, 0.1, 0.1)
_SPEAKER_WORTH, _ONLY_SPOKE = 2.5, 0.5
# What it adds to be the subject of the sentence before a "He" that heads the next, or introduced there.
_HEAD_WORTH = 2.0
# What it adds to be the subject, named before the pronoun, of its own sentence.
_SAME_WORTH = 4.0
CLOSE_CALL = 0.15


class Ranking(Memory):
    """Weighs the sources of the sentences before."""

    def _scores(self, number: int, gender: str | None, first: int) -> dict[Source, float]:
        scores: dict[Source, float] = {}

        def add(source: Source | None, worth: float) -> None:
            if source is not None and may_be(source, gender):
                if source not in scores:
                    scores[source] = (0.3 if source.gender else 0.0) + 0.02 * min(source.seen, 20)
                scores[source] += worth

        for back in range(min(BACK, number) + 1):
            add(self.subjects.get(number - back), _SUBJECT_WORTH[back] - _MENTION_WORTH[back])
            if back == 0 and self._precedes(self.subjects.get(number), number, first):
                add(self.subjects[number], _SAME_WORTH)
            for last, source in self.people[number - back].items():
                if back == 0 and last >= first:
                    break
                add(source, _MENTION_WORTH[back] + (1.0 if back == 0 else 0.0))
        acted = self._acted_before(number)
        known = acted is not None and acted.gender is not None and acted.gender == gender
        introduced = acted is not None and acted.first == number - 1
        if known or introduced or first == 0 or self._fronted(number, first):
            add(acted, _HEAD_WORTH)
        spoken = self.spoke_within(number, 4)
        if spoken is not None:
            add(spoken.source, _SPEAKER_WORTH - (0.0 if spoken.source in scores else _ONLY_SPOKE))
        return scores

    def _precedes(self, source: Source | None, number: int, first: int) -> bool:
        """Tell whether sentence `number` names `source` before token `first`."""
        return any(known is source and last < first for last, known in self.people[number].items())

    def _fronted(self, number: int, first: int) -> bool:
        """Tell whether only media and things are named before a pronoun: "In an interview with X, he …"."""
        before = [naming for naming in self.namings[number] if naming.name.last < first]
        named = [naming.source for naming in before if naming.source is not None]
        return bool(named) and not any(source.is_person for source in named)

    def _acted_before(self, number: int) -> Source | None:
        """Return the subject of the sentence before, if named there: whom a "He" at the head takes up."""
        subject = self.subjects.get(number - 1)
        named = {naming.source for naming in self.namings[number - 1]} if number else set()
        return subject if subject in named else None


def may_be(source: Source, gender: str | None) -> bool:
    return source.is_somebody and (gender is None or source.gender in (gender, None))
