"""Spans: the words an editor means, by place or by how they begin and end."""

import pytest

from quotes.admin.desk.article.spans import given, segments
from quotes.services.errors import Refused

TEXT = "He said we wait. “We wait for the rain,” she said, “and the rain waits.”"


@pytest.mark.parametrize(
    ("data", "near", "words"),
    [
        ({"start": "18", "end": "37"}, 0, "We wait for the rai"),
        ({"first": "We wait", "last": "rain"}, 0, "We wait for the rain"),
        ({"first": "the rain", "last": ""}, 60, "the rain"),
        ({"first": "rain", "last": "waits"}, 70, "rain waits"),
    ],
)
def test_find_the_words_meant(data: dict[str, str], near: int, words: str) -> None:
    start, end = given(data, TEXT, near)

    assert TEXT[start:end] == words


def test_name_no_span_where_none_is_typed() -> None:
    assert given({"first": " ", "last": ""}, TEXT, 0) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"first": "snow"}, "“snow” is not in the text; copy the words from it."),
        ({"first": "waits", "last": "We"}, "“We” does not come after “waits”; copy it from the text."),
        ({"last": "rain"}, "Type the words it begins with too."),
        ({"start": "x", "end": "4"}, "Select the words again, or type how they begin and end."),
    ],
)
def test_say_what_is_wrong_with_the_words(data: dict[str, str], said: str) -> None:
    with pytest.raises(Refused) as refused:
        given(data, TEXT, 0)

    assert refused.value.message == said


@pytest.mark.parametrize(
    ("span", "parts"),
    [
        ((18, 72), [(18, 38), (52, 72)]),
        ((10, 80), [(10, 38), (52, 80)]),
        ((18, 38), [(18, 38)]),
        ((52, 72), [(52, 72)]),
    ],
)
def test_keep_the_cue_outside_the_words(span: tuple[int, int], parts: list[tuple[int, int]]) -> None:
    assert segments(span, [[18, 38], [52, 72]]) == parts
