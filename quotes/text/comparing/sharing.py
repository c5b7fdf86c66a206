"""What two aligned wordings have in common, in nats and shares."""

from collections.abc import Sequence

from quotes.text.comparing.alignment import Step
from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.information import rarity
from quotes.text.comparing.kinship import Pair, stands_elsewhere
from quotes.text.comparing.likelihood import Shared
from quotes.text.comparing.weights import Weights


def sharing(pair: Pair, weights: Weights) -> Shared:
    """Measure what the printing and the fuller wording of a pair share; words moved elsewhere are shared."""
    equal = [step for step in pair.steps if step.operation == "equal"]
    moved = [step for step in pair.beyond if step.operation == "dropped" and stands_elsewhere(pair, step)]
    runs = [pair.printing.nats_of(step.a) for step in equal]
    words = sum(_length(step.a) for step in equal)
    # A passage left out costs as much as a few words changed, however long it is.
    fuller = sum(
        min(_length(s.b), weights.splice_words) if s.operation == "added" else _length(s.b)
        for s in pair.within
    )
    within = max(fuller, sum(_length(step.a) for step in pair.within))
    nats = sum(runs) + sum(_inflected(pair, step) for step in pair.within if step.operation == "replaced")
    nats += sum(pair.printing.nats_of(step.a) for step in moved)
    return Shared(
        nats=nats,
        longest=max(runs, default=0.0),
        words=words,
        coverage=min(nats / pair.printing.nats, 1.0) if pair.printing.nats else 0.0,
        fidelity=words / within if within else 0.0,
        swapped=_swapped(pair),
    )


def enough(shared: Shared, weights: Weights) -> bool:
    """Tell whether the shared words are the printing's substance, or many in themselves."""
    if not shared.words or shared.fidelity < weights.least_fidelity:
        return False
    return shared.coverage >= weights.least_shared or shared.nats >= weights.overlap_nats


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
