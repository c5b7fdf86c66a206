"""Layout: how lines of the account are set."""

import textwrap
from collections.abc import Iterator
from datetime import datetime

WIDTH = 100


def heading(title: str) -> Iterator[str]:
    """Yield a heading with the space around it."""
    yield ""
    yield f"── {title.upper()} ".ljust(WIDTH, "─")
    yield ""


def wrapped(text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Yield `text` in lines of the account's width, the first indented, the others by `hanging` more."""
    yield from in_columns(" ".join(text.split()), indent, hanging)


def in_columns(text: str, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Yield `text` as `wrapped` does, its blanks kept."""
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hanging),
        break_long_words=True,
        break_on_hyphens=False,
    )


def quoted(text: str) -> str:
    """Return `text` in quotation marks."""
    return f"“{' '.join(text.split())}”"


def day(published: str) -> str:
    """Return an ISO 8601 date or time as people write the day; "no date" for an empty one."""
    if not published:
        return "no date"
    told = datetime.fromisoformat(published)
    return f"{told.day} {told:%B %Y}"


def count(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else several or one + 's'}"
