"""The nasties: each answered with exact spans, in time that grows with the text and no faster."""

import json
import time
from collections.abc import Callable

import pytest

from quotes.text.reading import read
from quotes.text.reading.exchange import extracted
from tests.quotes.text.reading.nasties import NASTIES

_SMALL, _LONG = 1_500, 60_000
# time(2n) / time(n) of linear work is 2.
_GROWTH = 2.6
# Below this clocks and caches tell more than the work.
_TOO_FAST = 0.02


def test_nasties_are_as_many_as_promised() -> None:
    assert len(NASTIES) == 150


@pytest.mark.parametrize("made", NASTIES.values(), ids=[ascii(name) for name in NASTIES])
def test_read_answers_nasties(made: Callable[[int], str]) -> None:
    text = made(_SMALL)

    answer = extracted({"id": "a1", "text": text})

    assert json.loads(json.dumps(answer)) == answer
    for quote in answer["quotes"]:
        assert 0 <= quote["start"] < quote["end"] <= len(text)
        assert quote["text"] == text[quote["start"] : quote["end"]]
        assert all(0 <= hop["start"] < hop["end"] <= len(text) for hop in quote["hops"])


def seconds(text: str) -> float:
    start = time.process_time()
    read(text)
    return time.process_time() - start


def growth(made: Callable[[int], str], size: int) -> float:
    """Return time(2n) / time(n), the best of three."""
    short, long = made(size), made(2 * size)
    return min(seconds(long) / max(seconds(short), _TOO_FAST) for _ in range(3))


@pytest.mark.full
@pytest.mark.timeout(600)
@pytest.mark.parametrize("made", NASTIES.values(), ids=[ascii(name) for name in NASTIES])
def test_read_takes_linear_time_over_nasties(made: Callable[[int], str]) -> None:
    assert growth(made, _LONG) < _GROWTH


@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "text",
    ["word " * 2_000_000, "“We stay,” she said. " * 100_000, '"' * 1_000_000],
    ids=["10 MB", "2 MB", "marks"],
)
def test_read_answers_long_lines(text: str) -> None:
    found = read(text).quoted

    assert all(one.span.end <= len(text) for one in found)
