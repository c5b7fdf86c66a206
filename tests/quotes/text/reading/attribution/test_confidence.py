"""Confidence: weights become shares of cases that proved right, and the surer reading stays the surer one."""

import pytest

from quotes.text.reading import read
from quotes.text.reading.attribution.confidence import group_of, share
from quotes.text.reading.reading import unweighed
from quotes.text.reading.types import Kind

KNOTS = [(0.2, 0.1), (0.6, 0.7), (0.8, 0.9)]
BESIDE = "“The bridge will open in May, whatever the weather does,” Mayor Ada Okoro said.\n"
FAR = "Mayor Ada Okoro walked the quay.\n\nIt was cold. “The bridge will open in May, whatever comes.”\n"


@pytest.mark.parametrize(
    ("weight", "right"), [(0.1, 0.1), (0.2, 0.1), (0.4, 0.4), (0.6, 0.7), (0.7, 0.8), (1.0, 0.9)]
)
def test_share_runs_straight_between_knots_and_level_beyond(weight: float, right: float) -> None:
    assert share(KNOTS, weight) == right


def test_read_is_surer_of_a_speaker_beside_the_words_than_of_one_two_sentences_before() -> None:
    (beside,), (far,) = read(BESIDE).quoted, read(FAR).quoted

    assert beside.confidence > 0.8 > far.confidence


def test_read_changes_nothing_but_confidences() -> None:
    text = f"{BESIDE}\n{FAR}"
    raw = unweighed(text).quoted

    assert [(one.span, one.kind, [hop.source for hop in one.chain]) for one in read(text).quoted] == [
        (one.span, one.kind, [hop.source for hop in one.chain]) for one in raw
    ]


def test_group_of_names_basis_kind_and_shortness() -> None:
    short, long = read("The mayor, Ada Okoro, called it “a folly”. " + BESIDE).quoted

    assert (group_of(short), group_of(long)) == (
        f"explicit {Kind.PARTIAL} short",
        f"explicit {Kind.DIRECT}",
    )
