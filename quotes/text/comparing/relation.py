"""The relation of two printings, the likelihood that they print one utterance, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotes.text.comparing.alignment import Step, align, differences
from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.information import rarity
from quotes.text.comparing.kinship import Pair, kinship
from quotes.text.comparing.likelihood import Occasion, Shared, features, occasion, score
from quotes.text.comparing.meaning import meaning_changes
from quotes.text.comparing.retelling import foreign, retold
from quotes.text.comparing.texts import Text, read
from quotes.text.comparing.types import Comparison, Difference, MeaningChange, Printing, Relation
from quotes.text.comparing.weights import VERSION, WEIGHTS, Weights

_FLIPPED = {"equal": "equal", "replaced": "replaced", "dropped": "added", "added": "dropped"}
_HOPELESS = 0.3  # share of the shorter one's words, by information; below, no relation can hold
_NO_RELATION = frozenset({Relation.DIFFERENT, Relation.STOCK})
_SAME_WORDS = frozenset(
    {Relation.EXACT, Relation.TYPOGRAPHIC, Relation.CONTAINED, Relation.TRUNCATED, Relation.SPLICED}
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known beyond the two printings.

    `said_in`: the language the words were said in, a name or code, None where unknown. `stored`:
    how many wordings are on record, 0 where unknown; the more, the more chance explains.
    """

    said_in: str | None = None
    stored: int = 0


UNKNOWN = Circumstances()


def relate(
    a: Printing, b: Printing, *, given: Circumstances = UNKNOWN, weights: Weights = WEIGHTS
) -> Comparison:
    """Compare two printings, of one article or of two.

    The order of the two makes no difference but for the sides' names. A text without words is
    different from every other.
    """
    one, other = read(a.text), read(b.text)
    turned = _rank(one) > _rank(other)
    pair = _aligned(other, one) if turned else _aligned(one, other)
    known = occasion(a, b)
    relation, likelihood, parts = _judged(pair, known, foreign(given.said_in, (a, b)), given.stored, weights)
    changes = () if relation in _NO_RELATION else meaning_changes(pair, weights)
    return Comparison(
        relation=relation,
        score=likelihood,
        fuller="b" if other.nats > one.nats else "a",
        differences=_differences(pair, turned),
        changes=tuple(_turned(change) for change in changes) if turned else changes,
        features=parts,
        version=VERSION,
    )


def relation_to(canonical: str, printing: str, *, weights: Weights = WEIGHTS) -> Relation:
    """Return how a printing relates to the canonical wording of the quote it is settled to print.

    Chance plays no part any more: what does not share the words is another rendering of them.
    """
    pair = _aligned(read(printing), read(canonical))
    if not _enough(_shared(pair, weights), weights):
        return Relation.RETRANSLATED
    return kinship(pair, weights)


def _rank(text: Text) -> tuple[float, int, str]:
    return text.nats, len(text.words), text.normalised.original


def _aligned(printing: Text, fuller: Text) -> Pair:
    """Align only what shares enough words: most candidates do not, and aligning is what costs."""
    own = set(printing.words)
    hopeless = sum(map(rarity, own & set(fuller.words))) < _HOPELESS * sum(map(rarity, own))
    return Pair(printing, fuller, () if hopeless else align(printing.words, fuller.words))


def _judged(
    pair: Pair, known: Occasion, translated: bool, stored: int, weights: Weights
) -> tuple[Relation, float, tuple[tuple[str, float], ...]]:
    """Return the relation, the likelihood and its features."""
    shared = _shared(pair, weights)
    parts = features(shared, known, stored, weights)
    likelihood = score(parts, weights)
    relation = kinship(pair, weights) if _enough(shared, weights) else Relation.DIFFERENT
    if translated and _anew(pair, relation, shared, known, weights):
        return Relation.RETRANSLATED, max(likelihood, weights.retold_score), parts
    if likelihood < weights.unsure_from and relation is not Relation.DIFFERENT:
        relation = Relation.STOCK if relation in _SAME_WORDS else Relation.DIFFERENT
    if relation is Relation.DIFFERENT:
        likelihood = min(likelihood, weights.different_score)
    return relation, likelihood, parts


def _shared(pair: Pair, weights: Weights) -> Shared:
    equal = [step for step in pair.steps if step.operation == "equal"]
    runs = [pair.printing.nats_of(step.a) for step in equal]
    words = sum(_length(step.a) for step in equal)
    # A passage left out costs as much as a few words changed, however long it is.
    fuller = sum(
        min(_length(s.b), weights.splice_words) if s.operation == "added" else _length(s.b)
        for s in pair.within
    )
    within = max(fuller, sum(_length(step.a) for step in pair.within))
    nats = sum(runs) + sum(_inflected(pair, step) for step in pair.within if step.operation == "replaced")
    return Shared(
        nats=nats,
        longest=max(runs, default=0.0),
        words=words,
        coverage=min(nats / pair.printing.nats, 1.0) if pair.printing.nats else 0.0,
        fidelity=words / within if within else 0.0,
        swapped=_swapped(pair),
    )


def _swapped(pair: Pair) -> float:
    """Return the share of content words replaced by content words of another stem."""
    kept = replaced = 0
    for step in pair.within:
        here = _content(pair.printing.words[slice(*step.a)])
        if step.operation == "replaced":
            there = _content(pair.fuller.words[slice(*step.b)])
            replaced += min(len(here - there), len(there - here))
            kept += len(here & there)
        else:
            kept += len(here)
    return replaced / (kept + replaced) if replaced else 0.0


def _inflected(pair: Pair, step: Step) -> float:
    """Return the information of replaced words whose stem the other side has too ("leaks", "leak")."""
    there = _content(pair.fuller.words[slice(*step.b)])
    return sum(rarity(word) for word in pair.printing.words[slice(*step.a)] if stem(word) in there)


def _content(words: Sequence[str]) -> set[str]:
    return {stem(word) for word in words if is_content(word)}


def _length(over: tuple[int, int]) -> int:
    return over[1] - over[0]


def _enough(shared: Shared, weights: Weights) -> bool:
    """Tell whether the shared words are the printing's substance, or many in themselves."""
    if not shared.words or shared.fidelity < weights.least_fidelity:
        return False
    return shared.coverage >= weights.least_shared or shared.nats >= weights.overlap_nats


def _anew(pair: Pair, relation: Relation, shared: Shared, known: Occasion, weights: Weights) -> bool:
    """Tell whether foreign words were translated anew, rather than one translation printed twice."""
    if relation is Relation.DIFFERENT:
        return retold(pair.printing, pair.fuller, known, weights)
    return relation is Relation.EDITED and shared.fidelity < weights.retold_below


def _differences(pair: Pair, turned: bool) -> tuple[Difference, ...]:
    printing = pair.printing.normalised, pair.printing.tokens
    fuller = pair.fuller.normalised, pair.fuller.tokens
    if not turned:
        return differences(printing, fuller, pair.steps)
    flipped = [Step(_FLIPPED[s.operation], s.b, s.a, s.inside) for s in pair.steps]
    return differences(fuller, printing, flipped)


def _turned(change: MeaningChange) -> MeaningChange:
    return replace(change, a=change.b, b=change.a)
