"""Judging: whether a few words in marks are kept, and why not."""

from quotes.text.reading.attribution.fragments.evidence import evidence
from quotes.text.reading.attribution.fragments.surroundings import Surroundings
from quotes.text.reading.attribution.fragments.weights import weights
from quotes.text.reading.lexicon import Lexicon

_NO_SPEAKER = "no speaker in the sentence or before it"


def judged(around: Surroundings, words: Lexicon) -> tuple[float, str | None]:
    """Return how probable it is that the words are somebody's, and why they are left out if they are."""
    names, counted = evidence(around, words), weights()
    worth = counted.probability(names)
    if around.route == "none":
        return worth, None if worth >= counted.unspoken_from else around.doubt or _NO_SPEAKER
    return worth, None if worth >= counted.kept_from else around.doubt or counted.reason(names)
