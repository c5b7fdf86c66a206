"""Changes of meaning between a printing and a fuller wording, each with its words and a sentence.

Only differing words decide: a word both printings have in one place changes nothing. A passage
left out whole takes its negations and numbers with it: that is a cut, and no change.
"""

from collections.abc import Iterator

from quotes.text.comparing.changes import TESTS, Picked
from quotes.text.comparing.edges import lost_at_edges
from quotes.text.comparing.hunks import Hunk, Side, hunks
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.lexicon import CONDITIONS, NEGATORS
from quotes.text.comparing.types import ChangeKind, MeaningChange
from quotes.text.comparing.weights import Weights
from quotes.text.spans import Span

NOUNS = {
    ChangeKind.NEGATION: "the negation differs, so the sense may be reversed",
    ChangeKind.NUMBER: "the number differs",
    ChangeKind.DATE: "the date differs",
    ChangeKind.NAME: "another name is given",
    ChangeKind.QUANTITY: "the quantity differs",
    ChangeKind.MODALITY: "how certain or binding it is differs",
    ChangeKind.CONDITION: "the condition differs",
    ChangeKind.TENSE: "the time of the verb differs",
}


def meaning_changes(pair: Pair, weights: Weights) -> tuple[MeaningChange, ...]:
    """Return each change of meaning; `a` is a span of the printing, `b` of the fuller wording.

    Changes within the shared run come first, in order of place (one place may change in several
    ways), then what the printing lost at its edges.
    """
    found = [
        change
        for hunk in hunks(pair)
        for change in (_cut_negation(pair, hunk) if _passage(pair, hunk, weights) else _within(hunk))
    ]
    return (*found, *_at_edges(pair))


def _cut_negation(pair: Pair, hunk: Hunk) -> Iterator[MeaningChange]:
    """Find the negation a passage took with it that bore on words left standing ("… But not while")."""
    side, text = (hunk.fuller, pair.fuller) if hunk.fuller.words else (hunk.printing, pair.printing)
    last = len(side.words) - 1
    if side.words[last] in NEGATORS and not text.parts_sentences(side.over[1]):
        picked = ([], [last]) if hunk.fuller.words else ([last], [])
        yield _change(ChangeKind.NEGATION, hunk, picked)


def _passage(pair: Pair, hunk: Hunk, weights: Weights) -> bool:
    """Tell whether the hunk is a passage one printing left out, rather than words changed."""
    side, text = (hunk.fuller, pair.fuller) if hunk.fuller.words else (hunk.printing, pair.printing)
    if hunk.replaced or len(side.words) < weights.splice_words:
        return False
    whole = text.parts_sentences(side.over[0]) and text.parts_sentences(side.over[1])
    return whole or side.words[0] not in NEGATORS | CONDITIONS


def _within(hunk: Hunk) -> Iterator[MeaningChange]:
    for kind, test in TESTS.items():
        picked = test(hunk)
        if picked is not None:
            yield _change(kind, hunk, picked)


def _change(kind: ChangeKind, hunk: Hunk, picked: Picked) -> MeaningChange:
    """Point at the picked words, on a side without any at all its words."""
    a = hunk.printing.span(picked[0] or None)
    b = hunk.fuller.span(picked[1] or None)
    return MeaningChange(kind, a, b, _sentence(kind, hunk, a, b))


def _sentence(kind: ChangeKind, hunk: Hunk, a: Span | None, b: Span | None) -> str:
    here, there = _shown(hunk.printing, a), _shown(hunk.fuller, b)
    if here and there:
        return f"One printing has {here}, the other {there}: {NOUNS[kind]}."
    return f"{here or there} stands in one printing only: {NOUNS[kind]}."


def _shown(side: Side, span: Span | None) -> str | None:
    return f"“{span.of(side.text.normalised.original)}”" if span else None


def _at_edges(pair: Pair) -> Iterator[MeaningChange]:
    run = pair.within
    if not run:
        return
    for kind, over in lost_at_edges(pair.fuller, (run[0].b[0], run[-1].b[1])):
        yield _edge_change(kind, None, Side(pair.fuller, over))
    for kind, over in lost_at_edges(pair.printing, (run[0].a[0], run[-1].a[1])):
        yield _edge_change(kind, Side(pair.printing, over), None)


def _edge_change(kind: ChangeKind, printing: Side | None, fuller: Side | None) -> MeaningChange:
    a = printing.span() if printing else None
    b = fuller.span() if fuller else None
    shown = (printing and _shown(printing, a)) or (fuller and _shown(fuller, b))
    return MeaningChange(kind, a, b, f"{shown} stands in one printing only: {NOUNS[kind]}.")
