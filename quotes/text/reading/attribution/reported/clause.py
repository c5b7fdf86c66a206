"""Clause: a sentence as the statistics see it, each token with its shape and with what lies ahead of it."""

from quotes.text.reading.attribution.reported.shapes import END, START
from quotes.text.reading.attribution.reported.statistics import Statistics
from quotes.text.reading.lexicon.reporting import Reporting
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties

_PADDING = 4
_AROUND = [*[END] * _PADDING, *[START] * _PADDING]
Range = tuple[int, int]


class Clause:
    """One sentence with its names, reporting words and statistics."""

    def __init__(self, sentence: Sentence, parties: Parties, known: Reporting, counted: Statistics) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.keys = sentence.keys
        self.length = len(sentence.tokens)
        self.parties = parties
        self.inside = parties.inside
        self.ends = parties.ends
        self.known = known
        self.counted = counted
        # With some padding behind the last; what stands behind that is read for places before the first.
        self.shapes = [*counted.shapes.of(self.tokens), *_AROUND]
        self.last = self._last()
        self._ahead: list[tuple[str, str]] | None = None

    def _last(self) -> int:
        """Return the last token that is no closing mark."""
        place = self.length - 1
        while place > 0 and not self.is_matter(place):
            place -= 1
        return place

    @property
    def ahead(self) -> list[tuple[str, str]]:
        """How far ahead of each token the next verb in a tense stands, and the next comma, dash or colon."""
        if self._ahead is None:
            self._ahead = self._looked_ahead()
        return self._ahead

    def _looked_ahead(self) -> list[tuple[str, str]]:
        finite, known = self.counted.finite, self.known.tensed
        found, tensed, paused = [("9", "0")] * (_PADDING - 1), _FAR, 0
        for key, shape in zip(reversed(self.keys), reversed(self.shapes[: self.length]), strict=True):
            tensed = 0 if shape in finite or key in known else tensed + 1
            paused = 0 if key in _PAUSES else paused + 1
            found.append(
                (
                    _TENSED[tensed] if tensed < _FAR else _TENSED[-1],
                    _PAUSED[paused] if paused < _QUIET else _PAUSED[-1],
                )
            )
        return found[::-1]

    def is_matter(self, place: int) -> bool:
        """Tell a word or a quotation from a mark."""
        token = self.tokens[place]
        return token.is_word or token.is_quote

    def is_between(self, place: int) -> bool:
        """Tell an auxiliary or an adverb."""
        key = self.keys[place]
        adverb = key in self.known.between or (len(key) > 4 and key.endswith(self.known.adverb_endings))
        return adverb and place not in self.inside

    def one_name(self, place: int) -> bool:
        """Tell whether the token at `place` and the next belong to one name."""
        naming = self.inside.get(place + 1)
        return naming is not None and naming is self.inside.get(place)

    def group_start(self, place: int) -> int:
        """Return where the auxiliaries and adverbs before a verb begin."""
        while place > 0 and self.is_between(place - 1):
            place -= 1
        return place


_PAUSES = frozenset({",", ";", "—", "–", "-", ":"})
_TENSED = [*"0123", *"444", *"5" * 13, "6"]
_PAUSED = [*"0123", *"4444", "5"]
_FAR, _QUIET = len(_TENSED) - 1, len(_PAUSED) - 1
