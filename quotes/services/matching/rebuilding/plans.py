"""Plans: what a rebuild is to do, the same for each of its workers."""

from dataclasses import dataclass

from quotes.services.matching.comparisons import version
from quotes.services.matching.versions import rules
from quotes.text.comparing.weights import WEIGHTS, Weights


@dataclass(frozen=True, slots=True)
class Plan:
    """What to compare, and under which weights.

    `stored` is as in Circumstances. With `anew` all pairs are compared, else only those that today's rules
    have not judged yet. `supposing` is the dry run's job: it compares what people judged too, and keeps
    nothing.
    """

    stored: int
    anew: bool = False
    supposing: int | None = None
    weights: Weights = WEIGHTS

    def knows(self, found_by: str) -> bool:
        """Tell whether what that version of the weights and rules found stays as it is."""
        return not self.anew and self.current(found_by)

    def current(self, found_by: str) -> bool:
        """Tell whether that is the version of today's weights and rules."""
        return self.supposing is None and found_by == version()

    def done_with(self, matched_with: str) -> bool:
        """Tell whether an article matched by that version met all it is to meet."""
        return not self.anew and matched_with == rules()


@dataclass(frozen=True, slots=True)
class Range:
    """The rows with ids from `first` to `last`, both included."""

    first: int
    last: int

    def holds(self, id: int) -> bool:
        """Tell whether the row with this id is in the range."""
        return self.first <= id <= self.last
