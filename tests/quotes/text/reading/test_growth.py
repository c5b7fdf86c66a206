"""Reading takes time linear in the text, also where thousands of people share a name, a role or a medium."""

import itertools
import time
from collections.abc import Callable

import pytest

from quotes.text.reading.reading import read

LINES = 800
# Four times the lines: linear is 4, quadratic towards 16; the machine may be busy.
MOST = 8.0
SYLLABLES = ("ka", "lor", "ven", "mi", "tas", "ul", "bre", "don", "shi", "nel", "po", "gru", "eth", "wy")
GIVEN = ["".join(parts).title() for parts in itertools.product(SYLLABLES, repeat=3)]

SHAPES: dict[str, Callable[[int, str], str]] = {
    "interviews by an agency": lambda at, name: f"“We go on,” {name} Quill{at} told Yonhap.",
    "namesakes": lambda at, name: f"{name}{at} Quill spoke. Smith waved. Quill said “we go on” again.",
    "one name and its surname": lambda at, name: "Mara Quill spoke. Ivo Quill rose. “We go on,” Quill said.",
    "a pronoun far from many people": lambda at, name: (
        f"Mr {name} Vey{at} spoke." if at % 10 < 3 else "It rained. “We go on,” she said."
    ),
    "a spokesman and a pronoun": lambda at, name: "Ivo Quill rose. A spokesman said no. “We go on,” he said.",
    "holders of one role": lambda at, name: f"Senator {name} Vey{at} rose. “We go on,” the senator said.",
    "media of a state": lambda at, name: f"State media {name}{at} rose. “We go on,” state media said.",
}


def _seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_reads_in_linear_time(shape: Callable[[int, str], str]) -> None:
    text = "\n".join(shape(at, GIVEN[at % len(GIVEN)]) for at in range(LINES))
    short = text[: len(text) // 4]

    assert any(_seconds(text) / _seconds(short) < MOST for _ in range(3))
