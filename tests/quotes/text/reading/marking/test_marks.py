"""Marks: which stretches stand in quotation marks, whatever the marks."""

import time

import pytest

from quotes.text.reading.marking.marks import Marked, find_marks
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.spans import Span


def marked(text: str, *, singles: bool = False) -> Marked:
    return find_marks(text, paragraphs(text, Span(0, len(text))), singles=singles)


def inside(text: str, *, singles: bool = False) -> list[list[str]]:
    return [[part.of(text) for part in found.parts] for found in marked(text, singles=singles).passages]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She said, “We stay.”", ["We stay."]),
        ('She said, "We stay."', ["We stay."]),
        ("She said, ''We stay.'' He left.", ["We stay."]),
        ("She said, ``We stay.'' He left.", ["We stay."]),
        ("Elle a dit : « Nous restons ».", [" Nous restons "]),
        ("Sie sagte: »Wir bleiben.«", ["Wir bleiben."]),
        ("Sie sagte: „Wir bleiben.“", ["Wir bleiben."]),
        ("Powiedziała: „Zostajemy.”", ["Zostajemy."]),
        ("彼は「行かない」と言った", ["行かない"]),
        ("‘We stay,’ she said. ‘It’s ours.’", ["We stay,", "It’s ours."]),
        ("‘The workers’ boats stay,’ she said.", ["The workers’ boats stay,"]),
        ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,"]),
        ("“He told me “go” twice,” he said.", ["He told me “go” twice,"]),
        ("“We stay,“ she said. “All of us.“", ["We stay,", "All of us."]),
        ("”We stay,” she said.", ["We stay,"]),
    ],
)
def test_find_marks_reads_each_kind(text: str, words: list[str]) -> None:
    assert inside(text) == [[word] for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "It’s the workers’ boat, isn’t it?",
        "Don't touch the captains' log.",
        "He is 6'2\" tall and the plank is 5' long.",
        'A 12" record and a 7" single.',
        "The class of ’98 and the ‘90s.",
        "",
    ],
)
def test_find_marks_leaves_apostrophes_and_measures_alone(text: str) -> None:
    assert inside(text) == []


def test_find_marks_reads_single_marks_of_headlines() -> None:
    text = "Mayor says 'no more' to Kite Club's plans"

    assert inside(text, singles=True) == [["no more"]]
    assert inside(f'{text}\n\n"Enough," he said.') == [["no more"], ["Enough,"]]
    assert inside(f'Board meets.\n\n{text}\n\n"Enough," he said.') == [["Enough,"]]


def test_find_marks_joins_paragraphs_of_one_quotation() -> None:
    text = "“We came early.\n\n“We stayed late.\n\n“Nobody asked why,” she said.\n\n“Good,” he said."

    assert inside(text) == [["We came early.", "We stayed late.", "Nobody asked why,"], ["Good,"]]


def test_find_marks_ends_an_unclosed_quotation_with_its_paragraph() -> None:
    text = "He said, “We came early.\n\nNobody heard him."

    found = marked(text).passages

    assert [(passage.closed, passage.inner.of(text)) for passage in found] == [(False, "We came early.")]


def test_find_marks_gives_up_a_mark_that_swallows_another_quotation() -> None:
    text = "“We came early, he said. “We stayed late,” she said."

    found = marked(text)

    assert [passage.inner.of(text) for passage in found.passages] == ["We stayed late,"]
    assert [stray.of(text) for stray in found.strays] == ["“We came early, he said. "]


@pytest.mark.parametrize("mark", ['"', "“", "”", "''", "‘", "'", "«", "„", "“ ", ' "', "‘a ", "a’ "])
def test_find_marks_takes_linear_time_over_marks_only(mark: str) -> None:
    def seconds(size: int) -> float:
        text = mark * (size // len(mark))
        start = time.perf_counter()
        marked(text)
        return time.perf_counter() - start

    assert seconds(40_000) < 10


def test_find_marks_survives_deep_nesting() -> None:
    text = "“‘" * 1000 + "deep" + "’”" * 1000

    assert len(marked(text).passages) >= 1


def test_reopens_single_marks_at_each_paragraph() -> None:
    text = "‘We have sung in three halls. You can’t print that.\n\n‘It is an echo,’ she said. ‘Ours.’"

    assert inside(text) == [
        ["We have sung in three halls. You can’t print that.", "It is an echo,"],
        ["Ours."],
    ]
