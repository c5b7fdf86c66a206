"""How likely two printings print one utterance: the features, and their one weighted sum."""

from dataclasses import dataclass
from datetime import date
from math import exp, log

from quotes.text.comparing.normalising import normalise
from quotes.text.comparing.speakers import Agreement, agreement, is_named
from quotes.text.comparing.types import Printing
from quotes.text.comparing.weights import Weights
from quotes.text.naming import name_key

_SHORT_WORD = 4  # titles leave "with" and shorter words small


@dataclass(frozen=True, slots=True)
class Shared:
    """What two wordings have in common.

    `nats` of the equal words and of inflected forms, `words` counts the equal ones; `longest` is the
    nats of the longest run. `coverage` is the share of the shorter printing's information that is
    shared, `fidelity` the share of equal words within the shared run, of the longer side. `swapped`
    is the share of the printing's content words within the run that others replace.
    """

    nats: float
    longest: float
    words: int
    coverage: float
    fidelity: float
    swapped: float


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is known of two printings beside their words.

    `named`: a speaker is named on one side at least. `labels`: neither is, and both sides print a
    capital on every word. `days` apart is None where a date lacks. `relayed`: one of those the words came
    through, or one side's outlet, is on both sides. `inferred`: one
    side's speaker is. `described`: neither has a name.
    """

    speakers: Agreement
    named: bool
    labels: bool
    days: int | None
    same_article: bool
    relayed: bool = False
    inferred: bool = False
    described: bool = False


def occasion(a: Printing, b: Printing) -> Occasion:
    """Compare what is known of two printings beside their words."""
    named = bool(a.speaker or b.speaker)
    return Occasion(
        speakers=agreement(a.speaker, b.speaker),
        named=named,
        labels=not named and _label(a.text) and _label(b.text),
        days=_days(a.published_at, b.published_at),
        same_article=a.article is not None and a.article == b.article,
        relayed=bool(_channels(a) & _channels(b)),
        inferred=a.inferred or b.inferred,
        described=not is_named(a.speaker or "") and not is_named(b.speaker or ""),
    )


def one_channel(a: Printing, b: Printing) -> bool:
    """Tell whether the words of both came through one medium that one side at least names."""
    return bool(_via(a) & _channels(b) or _channels(a) & _via(b))


def _via(printing: Printing) -> set[str]:
    return {name_key(name) for name in printing.via}


def _channels(printing: Printing) -> set[str]:
    return _via(printing) | {name_key(printing.outlet)} if printing.outlet else _via(printing)


def _label(text: str) -> bool:
    """Tell whether every longer word has a capital, as in a title; addresses of pages count as such."""
    words = [word.span.of(text) for word in normalise(text).words]
    longer = [word for word in words if len(word) > _SHORT_WORD]
    return "://" in text or (len(words) > 1 and bool(longer) and all(word[0].isupper() for word in longer))


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
        ("swapped", weights.swapped * shared.swapped),
        ("fidelity", weights.fidelity * shared.fidelity),
        ("few words", weights.few_words * max(0, 5 - shared.words)),
        ("thinness", weights.per_thin_nat * max(0.0, weights.thin_nats - shared.nats)),
        ("speaker", _speaker(known, nats, weights)),
        ("date", _date(known, nats, weights)),
        ("article", weights.same_article * known.same_article),
    )


def edits(shared: Shared, known: Occasion, telling: bool, weights: Weights) -> tuple[tuple[str, float], ...]:
    """Return what it adds that words differ: who else said them, and how much later others stand there.

    `telling`: words that matter differ, rather than small ones.
    """
    parts = []
    if known.speakers is Agreement.OPEN and (known.days or 0) > weights.soon_days:
        nats = min(shared.longest, weights.most_nats)
        parts.append(("edited, unnamed", weights.per_open_nat * max(0.0, weights.alone_nats - nats)))
    if known.speakers is Agreement.CONFLICT:
        long = (shared.nats - weights.long_nats) / weights.long_nats
        others = weights.others_words if telling else weights.others_small_words
        parts.append(("another's words", others * (1 - min(max(2 * long, 0.0), 1.0))))
    if shared.swapped and (known.days or 0) > weights.late_days:
        parts.append(("other words later", weights.per_late_day_log * log(1 + (known.days or 0))))
    return tuple(parts)


def _speaker(known: Occasion, nats: float, weights: Weights) -> float:
    if known.speakers is Agreement.SAME:
        return weights.same_speaker
    if known.speakers is Agreement.CONFLICT:
        return weights.other_speaker + weights.per_disputed_nat * max(0.0, weights.alone_nats - nats)
    if known.speakers is Agreement.UNLIKE:
        return weights.other_office + weights.per_disputed_nat * max(0.0, weights.alone_nats - nats)
    if known.named:
        return 0.0
    return weights.unnamed + weights.label * known.labels


def _date(known: Occasion, nats: float, weights: Weights) -> float:
    days = known.days
    if days is None:
        days = 0 if known.same_article else weights.undated_days
    haste = min(weights.most_haste, weights.most_nats / max(nats, 1.0))
    return weights.per_day_log * haste * log(1 + days)


def score(parts: tuple[tuple[str, float], ...], weights: Weights) -> float:
    """Return the likelihood, 0 to 1, that features add up to: the logistic function of their sum."""
    total = max(-30.0, min(30.0, weights.intercept + sum(value for _, value in parts)))
    return round(1 / (1 + exp(-total)), 6)
