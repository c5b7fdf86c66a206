"""Properties of reading any page, and what is given winning over what is read."""

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given
from quotes.text.spans import Span
from tests.quotes.text.reading.page.pages import BODY, SAMPLES

_LINES = st.lists(
    st.one_of(
        st.sampled_from([line for sample in SAMPLES for line in sample.text.split("\n")]),
        st.text(max_size=60),
    ),
    max_size=30,
).map("\n".join)


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_read_page_keeps_every_span_in_the_text_and_in_order(text: str) -> None:
    page = read_page(text)

    spans = [item.span for item in page.furniture]
    assert page == read_page(text)
    assert spans == sorted(spans)
    assert [b for a, b in pairwise(spans) if b.start < a.end] == []
    assert all(span.end <= len(text) for span in (*spans, page.body, page.credit_span or Span(0, 0)))


@settings(max_examples=200, deadline=None)
@given(_LINES)
def test_read_page_gives_every_word_to_body_or_furniture(text: str) -> None:
    page = read_page(text)

    covered = bytearray(len(text))
    for span in (page.body, *(item.span for item in page.furniture)):
        covered[span.start : span.end] = b"x" * len(span)
    left = [char for char, seen in zip(text, covered, strict=True) if not seen and char.isalnum()]
    assert left == []


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_read_page_never_raises(text: str) -> None:
    assert read_page(text).body.end <= len(text)


@pytest.mark.parametrize(
    "text",
    [
        "word “said” (AP) - " * 500_000,
        "\n" * 1_000_000,
        "Ab\n" * 1_000_000,
        "A. " * 3_000_000,
        "Jane Doe, " * 1_000_000,
        "Share\n" * 300_000,
        "Kim. Picture: KCNA\n" * 100_000,
        "1" * 10_000_000,
    ],
    ids=["one line", "newlines", "short lines", "initials", "names", "share bars", "captions", "digits"],
)
def test_read_page_takes_seconds_for_ten_megabytes(text: str) -> None:
    started = time.process_time()

    read_page(text)

    assert time.process_time() - started < 10


def test_read_page_lets_given_facts_win() -> None:
    text = f"Ferry company drops night crossings\n\nBy Ingrid Aune\n\n{BODY}"

    page = read_page(text, Given(title="Ferries", byline=("Per Dahl",), published_at="2024-03-05"))

    assert (page.title, page.byline, page.published_at) == ("Ferries", ("Per Dahl",), "2024-03-05")


def test_read_page_knows_the_callers_agencies() -> None:
    text = f"Ferry company drops night crossings\n\n{BODY}\n\nInseldienst\n"

    assert read_page(text, agencies=["Inseldienst"]).credit == "Inseldienst"
    assert read_page(text).credit is None


def test_read_page_keeps_a_body_line_that_looks_like_an_agency_high_up_in_the_body() -> None:
    text = "\n\n".join([BODY, "Reuters", BODY, BODY])

    page = read_page(text)

    assert (page.credit, page.body) == (None, Span(0, len(text)))


def test_read_page_gives_the_dateline_its_span() -> None:
    text = f"Ferry company drops night crossings\n\nOSLO (Reuters) - {BODY}"

    page = read_page(text)

    assert page.dateline_span is not None
    assert page.dateline_span.of(text) == "OSLO (Reuters) - "
    assert page.credit_span is not None
    assert page.credit_span.of(text) == "Reuters"


@pytest.mark.parametrize("text", ["", "\n\n \t\n", "\ufeff"])
def test_read_page_finds_nothing_in_a_blank_text(text: str) -> None:
    assert read_page(text).body == Span(0, 0)
