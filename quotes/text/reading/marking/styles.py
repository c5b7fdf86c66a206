"""Styles: the quotation marks of the world's house styles, as a table of pairs."""

from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Shape(StrEnum):
    """What a mark's own shape says, where its place in the text does not."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


class Family(StrEnum):
    """Marks that open and close one another; those of titles and headings never hold speech."""

    DOUBLE = "double"
    SINGLE = "single"
    GUILLEMET = "guillemet"
    SMALL_GUILLEMET = "small guillemet"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    TITLE = "title"
    HEADING = "heading"


class Style(NamedTuple):
    """One way of quoting: what opens, what closes, which marks they are exchanged with."""

    opens: str
    closes: str
    family: Family


# A row a pair; where rows disagree about a shape, the earlier one tells. A language's own come before.
_STYLES = (
    Style("“", "”", Family.DOUBLE),
    Style("‘", "’", Family.SINGLE),
    Style("«", "»", Family.GUILLEMET),
    Style("‹", "›", Family.SMALL_GUILLEMET),
    Style("„", "”", Family.DOUBLE),  # Polish, Hungarian, Romanian, Dutch
    Style("„", "“", Family.DOUBLE),  # German, Czech, Bulgarian, Icelandic
    Style("‟", "”", Family.DOUBLE),
    Style("‚", "’", Family.SINGLE),
    Style("‚", "‘", Family.SINGLE),
    Style("‛", "’", Family.SINGLE),
    Style("»", "«", Family.GUILLEMET),  # German, Danish, Slovene
    Style("›", "‹", Family.SMALL_GUILLEMET),
    Style("«", "”", Family.GUILLEMET),
    Style("``", "''", Family.DOUBLE),  # typewriters, TeX
    Style("‘‘", "’’", Family.DOUBLE),
    Style(",,", "''", Family.DOUBLE),
    Style("<<", ">>", Family.GUILLEMET),
    Style("`", "´", Family.SINGLE),
    Style("❝", "❞", Family.DOUBLE),
    Style("❛", "❜", Family.SINGLE),
    Style("「", "」", Family.CORNER),
    Style("｢", "｣", Family.CORNER),
    Style("﹁", "﹂", Family.CORNER),
    Style("『", "』", Family.WHITE_CORNER),
    Style("﹃", "﹄", Family.WHITE_CORNER),
    Style("〝", "〞", Family.DOUBLE),
    Style("〝", "〟", Family.DOUBLE),
    Style("《", "》", Family.TITLE),
    Style("〈", "〉", Family.TITLE),
)
# Marks whose two ends look alike.
_STRAIGHT = {
    '"': Family.DOUBLE,
    "＂": Family.DOUBLE,
    "″": Family.DOUBLE,
    "״": Family.DOUBLE,
    "''": Family.DOUBLE,
    "'": Family.SINGLE,
    "＇": Family.SINGLE,
}
# Shapes that never mislead: what they look like is what they are.
FIXED = frozenset("「」『』｢｣﹁﹂﹃﹄《》〈〉〝〞〟❝❞❛❜") | {"``", ",,", "<<", ">>"}

FAMILIES: dict[str, Family] = {
    **{mark: style.family for style in reversed(_STYLES) for mark in (style.closes, style.opens)},
    **_STRAIGHT,
}


class Marks(NamedTuple):
    """What a language makes of the marks: their shapes, and the pairs that belong together."""

    shapes: dict[str, Shape]
    pairs: frozenset[str]

    def shape(self, mark: str) -> Shape:
        """Return what the mark looks like."""
        return self.shapes[mark]

    def opens(self, mark: str, *, is_open: bool) -> bool:
        """Tell whether a mark opens by its shape; one that looks alike on both ends takes turns."""
        shape = self.shapes[mark]
        return not is_open if shape is Shape.EITHER else shape is Shape.OPENS

    def paired(self, opening: str, mark: str) -> bool:
        """Tell whether `mark` is a partner of `opening`, whatever it looks like."""
        return opening + mark in self.pairs


@cache
def marks_of(own: tuple[tuple[str, str], ...] = ()) -> Marks:
    """Return the table with a language's `own` pairs first: theirs is the last word on a shape."""
    shapes: dict[str, Shape] = dict.fromkeys(_STRAIGHT, Shape.EITHER)
    pairs = [*own, *((style.opens, style.closes) for style in _STYLES)]
    for opens, closes in pairs:
        if opens == closes:
            shapes.setdefault(opens, Shape.EITHER)
        shapes.setdefault(opens, Shape.OPENS)
        shapes.setdefault(closes, Shape.CLOSES)
    return Marks(shapes, frozenset(opens + closes for opens, closes in pairs))
