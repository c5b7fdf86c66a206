"""Drawing: how a quote's words came to the outlets, as boxes and lines of an SVG."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.graph.layers import Place, Step, laid

WIDTH, ROW, BOX, TALL = 760, 78, 140, 34  # of the drawing, a row, a box and its height, in its own units
ACROSS = 5  # boxes in a row
LETTERS = 19  # that fit into a box


@dataclass(frozen=True, slots=True)
class Box:
    """A source: its middle, its upper edge, its name and the name as it fits."""

    x: float
    y: float
    name: str
    shown: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A step the words took, as an SVG path; `told` says it in words."""

    path: str
    told: str
    suggested: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole, with its height."""

    boxes: list[Box]
    lines: list[Line]
    height: int
    width: int = WIDTH
    box: int = BOX
    tall: int = TALL

    @property
    def dashed(self) -> bool:
        """Tell whether any step is only suggested."""
        return any(line.suggested for line in self.lines)


def drawn(found: Mapping[str, Any]) -> Drawing:
    """Return the drawing of a provenance (`quotes.services.provenance`)."""
    outlets = {one["outlet"] for one in found["arrivals"]}
    origins = {one["source"] for one in found["origins"]}
    steps = list(_steps(found))
    places = laid([*origins, *sorted(outlets)], steps, bottom=outlets, widest=ACROSS)
    boxes = {name: _box(name, place, outlets, origins) for name, place in places.items()}
    rows = max((place.row for place in places.values()), default=-1) + 1
    lines = [_line(step, boxes) for step in steps if step.giver != step.taker]
    return Drawing(list(boxes.values()), lines, rows * ROW)


def _steps(found: Mapping[str, Any]) -> Iterable[Step]:
    """Yield each step once, those that stand before those that are only suggested."""
    sure = [(one["from"], one["to"]) for one in found["edges"]]
    sure += [(one["source"], one["outlet"]) for one in found["copies"] if one["state"] == "accepted"]
    maybe = [(one["source"], one["outlet"]) for one in (*found["copies"], *found["dropped"])]
    yield from (Step(*ends) for ends in dict.fromkeys(sure))
    yield from (Step(*ends, suggested=True) for ends in dict.fromkeys(maybe) if ends not in sure)


def _box(name: str, place: Place, outlets: Iterable[str], origins: Iterable[str]) -> Box:
    x = round(WIDTH * (place.column + 0.5) / place.across, 1)
    shown = name if len(name) <= LETTERS else f"{name[: LETTERS - 1].rstrip()}…"
    kind = " ".join(word for word, of in (("outlet", outlets), ("origin", origins)) if name in of)
    return Box(x, place.row * ROW + (ROW - TALL) / 2, name, shown, kind)


def _line(step: Step, boxes: Mapping[str, Box]) -> Line:
    giver, taker = boxes[step.giver], boxes[step.taker]
    down = taker.y > giver.y
    start, end = (giver.y + TALL, taker.y) if down else (giver.y, taker.y + TALL)
    bend = (ROW - TALL) / 2 if down else -(ROW - TALL) / 2
    path = f"M{giver.x} {start}C{giver.x} {start + bend} {taker.x} {end - bend} {taker.x} {end}"
    told = (
        f"{step.taker} seems to have the words from" if step.suggested else f"{step.taker} has the words from"
    )
    return Line(path, f"{told} {step.giver}", step.suggested)
