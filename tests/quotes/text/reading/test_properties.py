"""Properties of reading: any text, exact spans, the same answer twice, time in proportion."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotes.text.reading import Given, read

_PIECES = st.sampled_from(
    [
        *[
            "“",
            "”",
            '"',
            "''",
            "‘",
            "’",
            "'",
            "«",
            "»",
            "\n\n",
            "\n",
            " ",
            ". ",
            ", ",
            "Mara Quill ",
            "she ",
            "said ",
        ],
        *[
            "KCNA ",
            "told CNN ",
            "was quoted as saying ",
            "according to ",
            "the minister ",
            "We stay",
            "a bucket",
        ],
        *["(Reuters) - ", "…", "\x00", "é", "世", "\ud800"],
    ]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_PIECES, max_size=60).map("".join))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_TEXTS)
def test_read_answers_any_text_with_exact_spans(text: str) -> None:
    reading = read(text)

    for found in reading.appearances:
        words = found.span.of(text)
        assert words == words.strip() != ""
        assert (found.segments[0].start, found.segments[-1].end) == (found.span.start, found.span.end)
        assert all(
            one.end <= other.start for one, other in zip(found.segments, found.segments[1:], strict=False)
        )
        assert all(0 <= hop.evidence.start < hop.evidence.end <= len(text) for hop in found.chain)
        assert 0 <= found.confidence <= 1
    assert read(text) == reading


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "“",
        "‘",
        "'",
        "“We stay,” she said. ",
        "Mara Quill said, ",
        "said told ",
        "Mara ",
        "a, ",
        "the minister of ",
        "\n\n“a",
        "(((",
        "of the Bank ",
    ],
)
def test_read_takes_time_in_proportion(piece: str) -> None:
    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        start = time.process_time()
        read(text, Given(outlet="Other Paper"))
        return time.process_time() - start

    short, long = seconds(10_000), seconds(80_000)

    # Eight times the text: quadratic work would take sixty-four times as long.
    assert long < 24 * max(short, 0.02)
