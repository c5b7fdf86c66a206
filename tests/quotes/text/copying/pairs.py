"""The pairs of stories.toml as stories: what a reader would hand over, quotations told by their marks."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quotes.text.copying import Likeness, Story, compare, keys_of, story
from quotes.text.spans import Span

_QUOTED = re.compile("“[^”]*”")
_REFERENCE = re.compile(r"([a-z]+)\.([0-9]+)")


@dataclass(frozen=True)
class Pair:
    """Two texts, and whether one is a copy of the other; `older` is printed long before, or empty."""

    name: str
    copy: bool
    a: str
    b: str
    older: str = ""

    def likeness(self) -> Likeness:
        """Compare the two as the services do."""
        a = read(self.a)
        return compare(a, read(self.b), background=keys_of(a).background(keys_of(read(self.older)).keys))

    def found(self) -> bool:
        """Tell whether the index would find one by the other: two keys in common, as candidates need."""
        return len(set(keys_of(read(self.a)).keys) & set(keys_of(read(self.b)).keys)) > 1


def read(text: str) -> Story:
    """Return the story of a text that is all body."""
    return story(text, Span(0, len(text)), quotations=[Span(*one.span()) for one in _QUOTED.finditer(text)])


@cache
def pairs() -> tuple[Pair, ...]:
    """Return all pairs."""
    table = tomllib.loads(Path(__file__).with_name("stories.toml").read_text(encoding="utf-8"))
    stories = table["stories"]
    return tuple(
        Pair(
            name=row["name"],
            copy=row["copy"],
            a=_text(row["a"], stories),
            b=_changed(_text(row["b"], stories), row.get("change", [])),
            older=_text(row.get("older", []), stories),
        )
        for row in table["pairs"]
    )


def _text(parts: list[str], stories: dict[str, list[str]]) -> str:
    return "\n\n".join(_part(part, stories) for part in parts)


def _part(part: str, stories: dict[str, list[str]]) -> str:
    named = _REFERENCE.fullmatch(part)
    return stories[named[1]][int(named[2])] if named else part


def _changed(text: str, changes: list[list[str]]) -> str:
    for old, new in changes:
        if old not in text:
            raise ValueError(f"nothing to change: {old!r}")
        text = text.replace(old, new)
    return text
