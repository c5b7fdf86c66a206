"""Hunks: the places where two aligned wordings differ, each with its words on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from quotes.text.comparing.alignment import Step, place
from quotes.text.comparing.gaps import same_letters
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.texts import Text
from quotes.text.spans import Span


@dataclass(frozen=True, slots=True)
class Side:
    """The tokens `over[0]` to before `over[1]` of a text."""

    text: Text
    over: tuple[int, int]

    @property
    def words(self) -> tuple[str, ...]:
        """The token texts."""
        return self.text.words[slice(*self.over)]

    def printed(self, i: int) -> str:
        """Return the original of the word at `i` of `words`."""
        token = self.text.tokens[self.over[0] + i]
        return self.text.normalised.words[token.first].span.of(self.text.normalised.original)

    def capital(self, i: int) -> bool:
        """Tell whether the word at `i` of `words` has a capital no sentence start explains."""
        printed = self.printed(i)
        return printed[:1].isupper() and not self.text.parts_sentences(self.over[0] + i)

    def numeric(self, i: int) -> bool:
        """Tell whether the word at `i` of `words` is a number."""
        return self.text.tokens[self.over[0] + i].numeric

    def beside(self, i: int) -> frozenset[str]:
        """Return the words right before and after the word at `i` of `words`, in the whole text."""
        at = self.over[0] + i
        return frozenset(self.text.words[max(at - 1, 0) : at] + self.text.words[at + 1 : at + 2])

    def span(self, picked: list[int] | None = None) -> Span | None:
        """Return the span of the words at `picked` (all, if None), first to last; None for no word."""
        if picked is None:
            picked = list(range(len(self.words)))
        if not picked:
            return None
        over = (self.over[0] + min(picked), self.over[0] + max(picked) + 1)
        return place(self.text.normalised, self.text.tokens, over)


@dataclass(frozen=True, slots=True)
class Hunk:
    """Differing words of a printing and of the fuller wording; one side may be empty."""

    printing: Side
    fuller: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides."""
        return self.printing, self.fuller

    @property
    def replaced(self) -> bool:
        """Whether both sides have words."""
        return bool(self.printing.words) and bool(self.fuller.words)


def hunks(pair: Pair) -> Iterator[Hunk]:
    """Yield the differing places within the shared run, in order."""
    run: list[Step] = []
    for step in [*pair.within, None]:
        if step is not None and step.operation != "equal" and not _joined(pair, step):
            run.append(step)
        elif run:
            yield Hunk(
                Side(pair.printing, (run[0].a[0], run[-1].a[1])),
                Side(pair.fuller, (run[0].b[0], run[-1].b[1])),
            )
            run = []


def _joined(pair: Pair, step: Step) -> bool:
    return step.operation == "replaced" and same_letters(pair.printing, pair.fuller, step)
