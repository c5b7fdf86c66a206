"""Gaps of an alignment, put where the printing shows them; words only joined or parted are none."""

from collections.abc import Sequence

from quotes.text.comparing.alignment import Step
from quotes.text.comparing.texts import Text


def at_cuts(printing: Text, fuller: Text, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Move each gap back to the ellipsis before it, where the words around the gap let it slide there.

    In "on each page and on each day", printed "… on each day", alignment may keep the first "on each".
    """
    moved = list(steps)
    for i in range(1, len(moved) - 1):
        before, gap, after = moved[i - 1 : i + 2]
        if (before.operation, gap.operation, after.operation) == ("equal", "added", "equal"):
            back = _way_back(printing, fuller, before, gap)
            if back:
                moved[i - 1 : i + 2] = _slid(before, gap, after, back)
    return tuple(moved)


def _way_back(printing: Text, fuller: Text, before: Step, gap: Step) -> int:
    """Return how many words the gap slides back to a cut; 0 where none is near or the words differ."""
    end = gap.a[0]
    if printing.cut_before(end):
        return 0
    cuts = (at for at in range(end - 1, before.a[0], -1) if printing.cut_before(at))
    back = end - next(cuts, end)
    return back if fuller.words[gap.b[1] - back : gap.b[1]] == printing.words[end - back : end] else 0


def _slid(before: Step, gap: Step, after: Step, back: int) -> list[Step]:
    a, start, end = gap.a[0] - back, gap.b[0] - back, gap.b[1] - back
    return [
        Step("equal", (before.a[0], a), (before.b[0], start), before.inside),
        Step("added", (a, a), (start, end), gap.inside),
        Step("equal", (a, after.a[1]), (end, after.b[1]), after.inside),
    ]


def joined(printing: Text, fuller: Text, steps: Sequence[Step]) -> tuple[Step, ...]:
    """Make one step of neighbours that differ in the blanks between words only ("any more", "anymore")."""
    made: list[Step] = []
    run: list[Step] = []
    for step in [*steps, None]:
        if step is not None and step.operation != "equal":
            run.append(step)
            continue
        if run:
            whole = Step("replaced", (run[0].a[0], run[-1].a[1]), (run[0].b[0], run[-1].b[1]))
            made += [whole] if same_letters(printing, fuller, whole) else run
            run = []
        made += [step] if step is not None else []
    return tuple(made)


def same_letters(printing: Text, fuller: Text, step: Step) -> bool:
    """Tell whether a step replaces words by the same letters."""
    return "".join(printing.words[slice(*step.a)]) == "".join(fuller.words[slice(*step.b)])
