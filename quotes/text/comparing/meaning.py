"""Changes of meaning between a printing and a fuller wording, each with its words and a sentence.

Only differing words decide: a word both printings have in one place changes nothing, and one that
only moved within its sentence changes nothing either. A passage left out whole takes its negations
and numbers with it: that is a cut, and no change.
"""

from collections.abc import Iterator

from quotes.text.comparing.changes import Found, Printed, alike, told
from quotes.text.comparing.edges import lost_at_edges
from quotes.text.comparing.hunks import Hunk, Side, grown, hunks
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.markers import markers
from quotes.text.comparing.moves import without_moves
from quotes.text.comparing.phrases import Marker, listed
from quotes.text.comparing.renaming import RENAMED, swapped
from quotes.text.comparing.texts import Text
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
_MOVED_WORDS = 3
_OPPOSITES = "they say the opposite"
_ORDER = list(ChangeKind)


def meaning_changes(
    pair: Pair, weights: Weights, printed: Printed = (None, None)
) -> tuple[MeaningChange, ...]:
    """Return each change of meaning; `a` is a span of the printing, `b` of the fuller wording.

    Changes within the shared run come first, in order of place (one place may change in several
    ways), then what the printing lost at its edges. `printed` are the days of the two printings.
    """
    differing = list(hunks(pair))
    if not differing:
        return tuple(_at_edges(pair))
    passages = [hunk for hunk in differing if _passage(pair, hunk, weights)]
    changed = [hunk for hunk in differing if hunk not in passages and not _moved(pair, hunk)]
    found = [one for hunk in grown(pair, changed) for one in told(hunk, printed)]
    found += [one for hunk in changed for test in RENAMED if (one := test(hunk, printed)) is not None]
    if not any(one.kind is ChangeKind.NAME for one in found):
        found += swapped(pair)
    found += [one for hunk in passages for one in _cut_negation(pair, hunk)]
    found = sorted(
        without_moves(pair, found), key=lambda one: (one.hunk.printing.over, _ORDER.index(one.kind))
    )
    return (*map(_change, found), *_at_edges(pair))


def _cut_negation(pair: Pair, hunk: Hunk) -> Iterator[Found]:
    """Find the negation a passage took with it that bore on words left standing ("… But not while")."""
    side, text = (hunk.fuller, pair.fuller) if hunk.fuller.words else (hunk.printing, pair.printing)
    last = side.over[1]
    negation = next((m for m in markers(text) if m.kind is ChangeKind.NEGATION and m.over[1] == last), None)
    if negation and not text.parts_sentences(last):
        here, there = ((), (negation,)) if hunk.fuller.words else ((negation,), ())
        yield Found(ChangeKind.NEGATION, hunk, here, there)


def _passage(pair: Pair, hunk: Hunk, weights: Weights) -> bool:
    """Tell whether the hunk is a passage one printing left out, rather than words changed."""
    side, text = (hunk.fuller, pair.fuller) if hunk.fuller.words else (hunk.printing, pair.printing)
    if hunk.replaced or len(side.words) < weights.splice_words:
        return False
    whole = text.parts_sentences(side.over[0]) and text.parts_sentences(side.over[1])
    return whole or not any(
        m.over[0] == side.over[0] and m.kind in {ChangeKind.NEGATION, ChangeKind.CONDITION}
        for m in markers(text)
    )


def _moved(pair: Pair, hunk: Hunk) -> bool:
    """Tell whether the words of one side alone stand elsewhere in the other printing."""
    side, text = (hunk.fuller, pair.printing) if hunk.fuller.words else (hunk.printing, pair.fuller)
    if hunk.replaced or len(side.words) < _MOVED_WORDS:
        return False
    return f" {' '.join(side.words)} " in f" {' '.join(text.words)} "


def _change(found: Found) -> MeaningChange:
    """Point at the telling words, on a side without any at all its words."""
    a = _span(found.hunk.printing, found.here, found.kind)
    b = _span(found.hunk.fuller, found.there, found.kind)
    return MeaningChange(found.kind, a, b, _sentence(found, a, b))


def _span(side: Side, picked: tuple[Marker, ...], kind: ChangeKind) -> Span | None:
    """Return the place of the picked markers, with the word the last one leans on ("failed to warn")."""
    if not picked:
        return side.span()
    start, end = min(m.over[0] for m in picked), max(m.over[1] for m in picked)
    leans = side.text.words[end - 1] in listed("leaning_verbs" if kind is ChangeKind.TENSE else "leaning")
    return side.span((start, end + (leans and not side.text.parts_sentences(end))))


def _sentence(found: Found, a: Span | None, b: Span | None) -> str:
    here, there = _shown(found.hunk.printing, a), _shown(found.hunk.fuller, b)
    if here and there:
        opposite = any(alike(m, _OPPOSITE) for m in found.here)
        return f"One printing has {here}, the other {there}: {_OPPOSITES if opposite else NOUNS[found.kind]}."
    return f"{here or there} stands in one printing only: {NOUNS[found.kind]}."


_OPPOSITE = Marker(ChangeKind.NEGATION, frozenset(["opposite"]), (0, 0))


def _shown(side: Side, span: Span | None) -> str | None:
    return f"“{span.of(side.text.normalised.original)}”" if span else None


def _at_edges(pair: Pair) -> Iterator[MeaningChange]:
    run = pair.within
    if not run:
        return
    here, there = (run[0].a[0], run[-1].a[1]), (run[0].b[0], run[-1].b[1])
    for kind, over in lost_at_edges(pair.fuller, there, whole=_stands_alone(pair.printing, here)):
        yield _edge_change(kind, None, Side(pair.fuller, over))
    for kind, over in lost_at_edges(pair.printing, here, whole=_stands_alone(pair.fuller, there)):
        yield _edge_change(kind, Side(pair.printing, over), None)


def _stands_alone(text: Text, run: tuple[int, int]) -> bool:
    """Tell whether a run is printed as a statement of its own: with a capital, or beside an admitted cut."""
    return text.printed(run[0])[:1].isupper() or text.cut_before(run[0]) or text.cut_before(run[1])


def _edge_change(kind: ChangeKind, printing: Side | None, fuller: Side | None) -> MeaningChange:
    a = printing.span() if printing else None
    b = fuller.span() if fuller else None
    shown = (printing and _shown(printing, a)) or (fuller and _shown(fuller, b))
    return MeaningChange(kind, a, b, f"{shown} stands in one printing only: {NOUNS[kind]}.")
