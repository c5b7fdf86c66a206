"""The relation of two printings, the likelihood that they print one utterance, and what shows it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quotes.text.comparing.alignment import Step, align, differences, place
from quotes.text.comparing.changes import Printed
from quotes.text.comparing.gaps import at_cuts, joined
from quotes.text.comparing.information import rarity
from quotes.text.comparing.kinship import Pair, kinship
from quotes.text.comparing.likelihood import Occasion, Shared, edits, features, occasion, score
from quotes.text.comparing.meaning import meaning_changes
from quotes.text.comparing.rendering import rendering_changes
from quotes.text.comparing.retelling import Parts, foreign, reasons, retelling
from quotes.text.comparing.sayings import formula, framed, later, repeated
from quotes.text.comparing.sharing import enough, sharing
from quotes.text.comparing.speakers import Agreement
from quotes.text.comparing.surroundings import Surroundings
from quotes.text.comparing.texts import Text, read
from quotes.text.comparing.types import Comparison, Difference, MeaningChange, Occasions, Printing, Relation
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
    how many wordings are on record, 0 where unknown; the more, the more chance explains. `contrast`: what
    the statements beside the two add to their being renderings of one, None where they rule it out.
    `occasions` is what the reporters tell of when the two were said, `around` their words around the two.
    """

    said_in: str | None = None
    stored: int = 0
    contrast: float | None = 0.0
    occasions: Occasions = Occasions.OPEN
    printed: Printed = (None, None)
    around: Surroundings | None = None


UNKNOWN = Circumstances()
Changes = tuple[MeaningChange, ...]


def relate(
    a: Printing, b: Printing, *, given: Circumstances = UNKNOWN, weights: Weights = WEIGHTS
) -> Comparison:
    """Compare two printings, of one article or of two.

    The order of the two makes no difference but for the sides' names. A text without words is
    different from every other.
    """
    return _compared(a, b, given, weights).told()


def related(
    a: Printing, b: Printing, *, given: Circumstances = UNKNOWN, weights: Weights = WEIGHTS
) -> Comparison | None:
    """Compare as `relate`; None, and sooner, where the two are different."""
    compared = _compared(a, b, given, weights)
    return None if compared.found.relation is Relation.DIFFERENT else compared.told()


def _day(printing: Printing) -> date | None:
    try:
        return date.fromisoformat((printing.published_at or "")[:10])
    except ValueError:
        return None


def rendering(a: Printing, b: Printing, *, weights: Weights = WEIGHTS) -> float | None:
    """Return the log-odds that two printings render one foreign statement; None where they cannot."""
    one, other = read(a.text), read(b.text)
    found = retelling(one, other, occasion(a, b), weights)
    if found is None:
        return None
    pair = _aligned(other, one) if _rank(one) > _rank(other) else _aligned(one, other)
    return None if framed(pair, weights) else found.sum


def relation_to(canonical: str, printing: str, *, weights: Weights = WEIGHTS) -> Relation:
    """Return how a printing relates to the canonical wording of the quote it is settled to print.

    Chance plays no part any more: what does not share the words is another rendering of them.
    """
    pair = _aligned(read(printing), read(canonical))
    if not enough(sharing(pair, weights), weights):
        return Relation.RETRANSLATED
    return kinship(pair, weights)


def _rank(text: Text) -> tuple[float, int, str]:
    return text.nats, len(text.words), text.original


def _aligned(printing: Text, fuller: Text) -> Pair:
    """Align only what shares enough words: most candidates do not, and aligning is what costs."""
    own = set(printing.words)
    hopeless = sum(map(rarity, own & set(fuller.words))) < _HOPELESS * sum(map(rarity, own))
    steps = () if hopeless else joined(printing, fuller, align(printing.words, fuller.words))
    return Pair(printing, fuller, at_cuts(printing, fuller, steps))


@dataclass(frozen=True, slots=True)
class _Verdict:
    relation: Relation
    score: float
    features: Parts
    changes: Changes = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Compared:
    """What was found on a pair; `turned` where its fuller side is the first printing."""

    pair: Pair
    turned: bool
    found: _Verdict

    def told(self) -> Comparison:
        """Return it in the order of the two printings, with the words that differ."""
        pair, turned, found = self.pair, self.turned, self.found
        one, other = (pair.fuller, pair.printing) if turned else (pair.printing, pair.fuller)
        return Comparison(
            relation=found.relation,
            score=found.score,
            fuller="b" if other.nats > one.nats else "a",
            differences=_differences(pair, turned),
            changes=tuple(_turned(change) for change in found.changes) if turned else found.changes,
            features=found.features,
            version=VERSION,
            reasons=found.reasons,
        )


def _compared(a: Printing, b: Printing, given: Circumstances, weights: Weights) -> _Compared:
    one, other = read(a.text), read(b.text)
    turned = _rank(one) > _rank(other)
    pair = _aligned(other, one) if turned else _aligned(one, other)
    days = (_day(b), _day(a)) if turned else (_day(a), _day(b))
    translated = foreign(given.said_in, (a, b))
    found = _judged(pair, occasion(a, b), translated, replace(given, printed=days), weights)
    return _Compared(pair, turned, found)


def _judged(
    pair: Pair, known: Occasion, translated: bool, given: Circumstances, weights: Weights
) -> _Verdict:
    shared = sharing(pair, weights)
    relation, parts, changes = _weighed(pair, shared, known, given, weights)
    likelihood = score(parts, weights)
    anew = translated and (relation is Relation.DIFFERENT or _anew(relation, shared, weights))
    elsewhere = later(pair, relation, shared, given.occasions, weights)
    doubtful = (
        likelihood < weights.different_score and not anew
    )  # chance explains these as well as two stories do
    told = "" if elsewhere or doubtful else _two_stories(pair, relation, known, anew, given, weights)
    if elsewhere or told:
        unlike = Relation.DIFFERENT if anew or relation is Relation.DIFFERENT else Relation.STOCK
        reasons = (told,) if told else ()
        return _Verdict(unlike, min(likelihood, weights.different_score), parts, reasons=reasons)
    if anew:
        found = _retold(pair, known, given.contrast, weights)
        if found is not None and found.score >= max(likelihood, weights.unsure_from):
            return found
        if relation is not Relation.DIFFERENT and likelihood >= weights.unsure_from:
            relation = Relation.RETRANSLATED
    if likelihood < weights.unsure_from and relation is not Relation.DIFFERENT:
        relation = Relation.STOCK if relation in _SAME_WORDS else Relation.DIFFERENT
    if relation in _NO_RELATION:
        changes = ()
    elif changes is None:  # telling what changed costs most, and most pairs are none
        changes = meaning_changes(pair, weights, given.printed)
    if relation is Relation.DIFFERENT:
        likelihood = min(likelihood, weights.different_score)
    return _Verdict(relation, likelihood, parts, changes)


def _two_stories(
    pair: Pair, relation: Relation, known: Occasion, anew: bool, given: Circumstances, weights: Weights
) -> str:
    """Say that a formula is of two stories; nothing where it may be of one, or was translated anew."""
    if given.around is None or (anew and known.speakers is not Agreement.CONFLICT):
        return ""
    if not formula(pair, relation, known, given.occasions, given.around, weights):
        return ""
    return "Two stories: hardly a name or figure told around the one is told around the other."


def _weighed(
    pair: Pair, shared: Shared, known: Occasion, given: Circumstances, weights: Weights
) -> tuple[Relation, Parts, Changes | None]:
    """Return the relation the words have, what adds to the score, and what changed where that was asked."""
    parts = features(shared, known, given.stored, weights)
    if not enough(shared, weights):
        return Relation.DIFFERENT, parts, None
    relation, changes = kinship(pair, weights), None
    if relation is Relation.EDITED:
        telling = bool(shared.swapped)
        if known.speakers is Agreement.CONFLICT and not telling:
            changes = meaning_changes(pair, weights, given.printed)
            telling = _within(pair, changes)
        parts += edits(shared, known, telling, weights)
    parts += repeated(pair, relation, shared, known, given.occasions, weights)
    return relation, parts, changes


def _within(pair: Pair, changes: Sequence[MeaningChange]) -> bool:
    """Tell whether any change is of words inside the shared run, rather than lost at its edges."""
    first, last = pair.within[0].a[0], pair.within[-1].a[1]
    run = place(pair.printing.normalised, pair.printing.tokens, (first, last))
    return any(change.a is None or run.start <= change.a.start < run.end for change in changes)


def _anew(relation: Relation, shared: Shared, weights: Weights) -> bool:
    """Tell whether foreign words were translated anew, rather than one translation printed with edits."""
    return relation is Relation.EDITED and shared.fidelity < weights.retold_below


def _retold(pair: Pair, known: Occasion, contrast: float | None, weights: Weights) -> _Verdict | None:
    if contrast is None or framed(pair, weights):
        return None
    found = retelling(pair.printing, pair.fuller, known, weights, contrast)
    if found is None:
        return None
    return _Verdict(
        Relation.RETRANSLATED,
        found.score,
        found.parts,
        rendering_changes(pair.printing, pair.fuller, found.likeness),
        reasons(found, pair.printing, pair.fuller, known),
    )


def _differences(pair: Pair, turned: bool) -> tuple[Difference, ...]:
    printing = pair.printing.normalised, pair.printing.tokens
    fuller = pair.fuller.normalised, pair.fuller.tokens
    if not turned:
        return differences(printing, fuller, pair.steps)
    flipped = [Step(_FLIPPED[s.operation], s.b, s.a, s.inside) for s in pair.steps]
    return differences(fuller, printing, flipped)


def _turned(change: MeaningChange) -> MeaningChange:
    return replace(change, a=change.b, b=change.a)
