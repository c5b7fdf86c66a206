"""A hundred and fifty nasty texts, each made to the size asked for.

`GROWING` are pieces that are repeated until the size is reached; `ODD` are texts with a shape of their own.
"""

from collections.abc import Callable

_MARKS = (
    '"',
    "''",
    "“",
    "”",
    "„",
    "«",
    "»",
    "‹",
    "‘",
    "’",
    "‚",
    "'",
    "`",
    "「",
    "」",
    "『",
    "《",
    "＂",
    "″",
    ",,",
)

GROWING = (
    # every mark alone, between letters, with blanks, at the head of each line, behind a full stop (20 × 5)
    *_MARKS,
    *(f"a{mark}b" for mark in _MARKS),
    *(f" {mark} a" for mark in _MARKS),
    *(f"{mark}We stay\n\n" for mark in _MARKS),
    *(f"We stay.{mark} " for mark in _MARKS),
    # pairs crossed, empty, mixed
    "“‘",
    "”’",
    "“a ‘b” c’ ",
    "“”",
    "«“”» ",
    "„“",
    "‘a “b’ c” ",
    "\n\n“\n\n”",
    "'tis the 's ",
    "6'2\" x 5’11” ",
    # control, bidi, combining, joined, odd blanks, half characters
    "\x00",
    "“\x00” ",
    "\ud800",
    "“\udfff” said \ud83d ",
    "\u202e“a” ",
    "\u2066\u2069",
    "e\u0301\u0323",
    "\u0301",
    "👩\u200d👩\u200d👧 ",
    "\ufeff",
    "\u200b\u00ad",
    "\u2028\u2029\x85\x0b\x0c",
    "\r",
    "\t\u00a0\u3000",
    "\U0010ffff",
    # the words of a report
    "said ",
    "Mara Quill said, ",
    "“We stay,” said Mara Quill, ",
    "KCNA reported that ",
    "according to ",
    "told CNN that she told ",
    "of the Bank ",
    "Mara J. ",
    ", who said",
    "Quill: ",
    "(Reuters) - ",
    "By Mara Quill\n",
    "Share this\n",
)

_DEEP = 1000


def _nested(opening: str, closing: str) -> Callable[[int], str]:
    def made(size: int) -> str:
        depth = min(_DEEP, size // 4)
        return opening * depth + "deep" + closing * depth

    return made


ODD: dict[str, Callable[[int], str]] = {
    "nothing": lambda size: "",
    "one blank": lambda size: " ",
    "one word without an end": lambda size: "a" * size,
    "one line of words": lambda size: "word " * (size // 5),
    "an unclosed quotation on one line": lambda size: "“" + "word " * (size // 5),
    "an unopened quotation on one line": lambda size: "word " * (size // 5) + "”",
    "deep in curly marks": _nested("“", "”"),
    "deep in mixed marks": _nested("“‘", "’”"),
    "deep in guillemets": _nested("«", "»"),
    "deep in corners": _nested("「『", "』」"),
    "deep and never closed": lambda size: "“‘" * (size // 2),
    "closed and never opened": lambda size: "’”" * (size // 2),
}


def growing(piece: str) -> Callable[[int], str]:
    """Return the maker of a text of `piece` over and over."""
    return lambda size: piece * (size // len(piece))


NASTIES: dict[str, Callable[[int], str]] = {**{repr(piece): growing(piece) for piece in GROWING}, **ODD}
