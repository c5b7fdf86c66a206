"""How likely two printings print one utterance: the features, and their one weighted sum."""

from dataclasses import dataclass
from datetime import date
from math import exp, log

from quotes.text.comparing.speakers import Agreement, agreement
from quotes.text.comparing.types import Printing
from quotes.text.comparing.weights import Weights


@dataclass(frozen=True, slots=True)
class Shared:
    """What two wordings have in common.

    `nats` and `words` of all equal words, `longest` the nats of the longest run; `coverage` is the
    equal words' share of the shorter printing's information, `fidelity` their share of the words
    within the shared run, of the longer side.
    """

    nats: float
    longest: float
    words: int
    coverage: float
    fidelity: float


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of two printings beside their words; `days` apart is None where a date lacks."""

    speakers: Agreement
    named: bool
    days: int | None
    same_article: bool


def occasion(a: Printing, b: Printing) -> Occasion:
    """Compare what is known of two printings beside their words."""
    return Occasion(
        speakers=agreement(a.speaker, b.speaker),
        named=bool(a.speaker or b.speaker),
        days=_days(a.published_at, b.published_at),
        same_article=a.article is not None and a.article == b.article,
    )


def _days(a: str | None, b: str | None) -> int | None:
    """Return the days between two ISO 8601 dates or times; None where either is missing or none."""
    try:
        return abs((date.fromisoformat((a or "")[:10]) - date.fromisoformat((b or "")[:10])).days)
    except ValueError:
        return None


def features(shared: Shared, known: Occasion, stored: int, weights: Weights) -> tuple[tuple[str, float], ...]:
    """Return each feature with what it adds to the sum, in a fixed order.

    `stored` is the number of wordings on record, 0 where unknown.
    """
    crowd = log(max(stored, 1) / weights.usual_stored) if stored else 0.0
    nats = min(shared.longest, weights.most_nats) - max(crowd, 0.0)
    return (
        ("information", weights.per_nat * nats),
        ("coverage", weights.coverage * shared.coverage),
        ("fidelity", weights.fidelity * shared.fidelity),
        ("few words", weights.few_words * max(0, 5 - shared.words)),
        ("thinness", weights.per_thin_nat * max(0.0, weights.thin_nats - nats)),
        ("speaker", _speaker(known, nats, weights)),
        ("date", _date(known, weights)),
        ("article", weights.same_article * known.same_article),
    )


def _speaker(known: Occasion, nats: float, weights: Weights) -> float:
    if known.speakers is Agreement.SAME:
        return weights.same_speaker
    if known.speakers is Agreement.CONFLICT:
        return weights.other_speaker + weights.per_disputed_nat * max(0.0, weights.alone_nats - nats)
    return 0.0 if known.named else weights.unnamed


def _date(known: Occasion, weights: Weights) -> float:
    days = known.days
    if days is None:
        days = 0 if known.same_article else weights.undated_days
    return weights.per_day_log * log(1 + days)


def score(parts: tuple[tuple[str, float], ...], weights: Weights) -> float:
    """Return the likelihood, 0 to 1, that features add up to: the logistic function of their sum."""
    total = max(-30.0, min(30.0, weights.intercept + sum(value for _, value in parts)))
    return round(1 / (1 + exp(-total)), 6)
