"""Which relation holds between a printing and a fuller wording, from their alignment alone."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from quotes.text.comparing.alignment import Step
from quotes.text.comparing.gaps import same_letters
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import Relation
from quotes.text.comparing.weights import Weights

_OUTER = " \t\n\r\"'“”‘’„«»‹›`´,.;:-–—…"
_REORDERED_WORDS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """A printing, a fuller wording and the steps from the first to the second.

    A step "added" is in the fuller wording only, "dropped" in the printing only.
    """

    printing: Text
    fuller: Text
    steps: Sequence[Step]

    @property
    def within(self) -> list[Step]:
        """The steps of the shared run."""
        return [step for step in self.steps if step.inside]

    @property
    def beyond(self) -> list[Step]:
        """The steps before and after the shared run."""
        return [step for step in self.steps if not step.inside]


def kinship(pair: Pair, weights: Weights) -> Relation:
    """Return the first relation that fits, in the order of `Relation`, retranslation left aside."""
    if _edited(pair, weights):
        return Relation.EDITED
    if _spliced(pair, weights):
        return Relation.SPLICED
    if _truncated(pair):
        return Relation.TRUNCATED
    if any(not pair.fuller.inserted(step.b) for step in pair.beyond if step.operation == "added"):
        return Relation.CONTAINED
    same = _bare(pair.printing) == _bare(pair.fuller)
    return Relation.EXACT if same else Relation.TYPOGRAPHIC


def _bare(text: Text) -> str:
    """Return the original but for Unicode form, blanks and what its sentence put around it."""
    return " ".join(unicodedata.normalize("NFC", text.original).split()).strip(_OUTER)


def _edited(pair: Pair, weights: Weights) -> bool:
    # Whether equal words are contracted alike takes a closer look: last.
    in_turn = sorted(pair.within, key=lambda step: step.operation == "equal")
    return any(_changes_words(pair, step, weights) for step in in_turn)


def _changes_words(pair: Pair, step: Step, weights: Weights) -> bool:
    if step.operation == "equal":
        return _contraction_differs(pair, step)
    if step.operation == "replaced":
        return not same_letters(pair.printing, pair.fuller, step)
    if step.operation == "dropped":
        return not pair.printing.inserted(step.a) and not pair.fuller.cut_before(step.b[0])
    return not _admitted(pair, step) and not _is_cut(pair, step, weights)


def _contraction_differs(pair: Pair, step: Step) -> bool:
    """Tell whether one side contracts what the other writes out ("we're", "we are")."""
    here = pair.printing.tokens[step.a[0] : step.a[1]]
    there = pair.fuller.tokens[step.b[0] : step.b[1]]
    return any(one.contracted != other.contracted for one, other in zip(here, there, strict=True))


def _admitted(pair: Pair, step: Step) -> bool:
    """Tell whether the printing shows that words are left out here, or they were never said."""
    return pair.printing.cut_before(step.a[0]) or pair.fuller.inserted(step.b)


def _is_cut(pair: Pair, step: Step, weights: Weights) -> bool:
    """Tell whether the words left out are a passage; two words are one only beside a longer passage."""
    if _is_passage(pair, step, weights):
        return True
    others = (other for other in pair.within if other.operation == "added" and not _admitted(pair, other))
    return step.b[1] - step.b[0] > 1 and any(_is_passage(pair, other, weights) for other in others)


def _is_passage(pair: Pair, step: Step, weights: Weights) -> bool:
    whole = pair.fuller.parts_sentences(step.b[0]) and pair.fuller.parts_sentences(step.b[1])
    return whole or step.b[1] - step.b[0] >= weights.splice_words


def _spliced(pair: Pair, weights: Weights) -> bool:
    gaps = (step for step in pair.within if step.operation == "added")
    if any(not _admitted(pair, step) and _is_cut(pair, step, weights) for step in gaps):
        return True
    return any(stands_elsewhere(pair, step) for step in pair.beyond if step.operation == "dropped")


def stands_elsewhere(pair: Pair, step: Step) -> bool:
    """Tell whether words outside the shared run stand in another place of the fuller wording: moved there."""
    words = pair.printing.words[slice(*step.a)]
    if any(words == pair.fuller.words[slice(*other.b)] for other in pair.beyond):
        return True
    if len(words) < _REORDERED_WORDS:
        return False
    return f" {' '.join(words)} " in f" {' '.join(pair.fuller.words)} "


def _truncated(pair: Pair) -> bool:
    if any(step.operation == "dropped" and not pair.printing.inserted(step.a) for step in pair.steps):
        return True  # each printing has words the other lacks: neither prints all that was said
    if any(step.operation == "added" and pair.printing.cut_before(step.a[0]) for step in pair.steps):
        return True
    rest = pair.steps[-1]
    if rest.inside or rest.operation != "added":
        return False
    return pair.printing.normalised.trails or _broken_off(pair, rest.b[0])


def _broken_off(pair: Pair, end: int) -> bool:
    """Tell whether the printing opens like a sentence and stops in the middle of the fuller one."""
    opens = pair.steps[0].operation == "equal" or pair.fuller.parts_sentences(pair.steps[0].b[1])
    return opens and _capital(pair.printing) and not pair.fuller.parts_sentences(end)


def _capital(text: Text) -> bool:
    first = text.normalised.words[0].span.of(text.normalised.original)
    return first[:1].isupper()
