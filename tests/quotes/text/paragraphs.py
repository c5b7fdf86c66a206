"""Tables of words printed in two papers, a paragraph or two of each, as matching reads them."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quotes.text.comparing.judging import judge
from quotes.text.comparing.likelihood import one_channel
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.surroundings import Surroundings
from quotes.text.comparing.types import Printing
from quotes.text.occasions import Told, occasions, told
from quotes.text.reading.reading import read
from quotes.text.reporters import around


class Row(NamedTuple):
    """Words in two papers: are they one quote?"""

    answer: str
    one: str
    other: str


class Report(NamedTuple):
    """A printing, what is told of its occasion, and the reporter's words around it."""

    printing: Printing
    told: Told
    beside: str


def rows(table: str) -> Iterator[Row]:
    """Read a table: blocks of an answer and a kind, then twice a day and a text, "/" for a new paragraph."""
    for block in Path(__file__).with_name(table).read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            yield Row(lines[0].partition(" ")[0], *lines[1:])


def judged(row: Row) -> str:
    """Return "same" or "apart", as the machine answers."""
    a, b = printed(row.one, "The Comet"), printed(row.other, "The Bugle")
    names = [name for one, _, _ in (a, b) for name in (one.speaker, one.outlet, *one.via)]
    given = Circumstances(
        occasions=occasions(a.told, b.told, one_channel=one_channel(a.printing, b.printing)),
        around=Surroundings(a.beside, b.beside, tuple(names)),
    )
    return "same" if judge(relate(a.printing, b.printing, given=given)) in {"same", "altered"} else "apart"


def printed(line: str, outlet: str) -> Report:
    """Read one paper's day and text."""
    day, _, text = line.replace(" / ", "\n").partition(" ")
    start, end = text.index("“") + 1, text.index("”")
    found = next(
        one for one in read(text).appearances if one.kind != "indirect" and abs(one.span.start - start) <= 1
    )
    names = [hop.source for hop in found.chain if hop.source]
    setting = found.setting.of(text) if found.setting else ""
    words = around(text[:start], text[end:])
    printing = Printing(text[start:end], names[0] if names else None, day, outlet, tuple(names[1:]))
    return Report(printing, told(around=words, setting=setting, published=day), words.all)
