"""Likeness in meaning, measured on sixty statements of our own in two renderings each."""

import tomllib
from itertools import permutations
from pathlib import Path

import pytest

from quotes.text.comparing.contrast import contrasted
from quotes.text.comparing.kinships import lemma, nearness, opposed
from quotes.text.comparing.likeness import likeness
from quotes.text.comparing.relation import Circumstances, relate, rendering
from quotes.text.comparing.texts import read
from quotes.text.comparing.types import Printing, Relation

SPEAKERS = tomllib.loads(Path(__file__).with_name("retellings.toml").read_text())["speaker"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("blaze", "fire"), ("vow", "pledge"), ("lorry", "truck"), ("doctor", "physician"), ("shut", "close")],
)
def test_finds_kindred_words_near_both_ways_round(one: str, other: str) -> None:
    assert nearness(one, other) == nearness(other, one) >= 0.5


def test_finds_strangers_far_apart_and_every_word_its_own() -> None:
    assert (nearness("harbour", "theft"), nearness("zyxt", "fire"), nearness("zyxt", "zyxt")) == (0, 0, 1)


@pytest.mark.parametrize(
    ("form", "word"), [("drove", "drive"), ("lorries", "lorry"), ("stopped", "stop"), ("zyxts", "zyxts")]
)
def test_finds_the_word_a_form_belongs_to(form: str, word: str) -> None:
    assert lemma(form) == word


def test_knows_opposites() -> None:
    assert opposed("open", "shut") is opposed("shut", "open") is True
    assert not opposed("open", "door")


def test_prefers_the_right_rendering_among_all_of_the_speaker() -> None:
    right = 0
    for speaker in SPEAKERS:
        others = [read(other) for _, other in speaker["statements"]]
        for i, (one, _) in enumerate(speaker["statements"]):
            shares = [likeness(read(one), other).share for other in others]
            right += shares.index(max(shares)) == i
    assert right >= 57


def test_finds_most_renderings_and_takes_few_statements_for_another() -> None:
    found = [_relation(speaker, one, other) for speaker in SPEAKERS for one, other in speaker["statements"]]
    taken = [
        _relation(speaker, one, other)
        for speaker in SPEAKERS
        for (one, _), (_, other) in permutations(speaker["statements"], 2)
    ]
    assert found.count(Relation.RETRANSLATED) >= 55
    assert taken.count(Relation.RETRANSLATED) <= 14


def _relation(speaker: dict[str, str], one: str, other: str) -> Relation:
    a = Printing(one, speaker["name"], "2025-05-05", "The Comet")
    b = Printing(other, speaker["name"], "2025-05-05", "The Lamp")
    return relate(a, b, given=Circumstances(said_in=speaker["said_in"])).relation


def test_finds_renderings_among_what_is_said_in_the_same_frame() -> None:
    again = tomllib.loads(Path(__file__).with_name("retellings_again.toml").read_text())["speaker"]
    chosen = [pair for speaker in again for pair in _chosen(speaker)]
    right = [(one, other) for one, other in chosen if one == other and one < 5]
    assert (len(right) >= 47, len(chosen) - len(right) <= 5) == (True, True)


def _chosen(speaker: dict[str, list[str]]) -> list[tuple[int, int]]:
    """Return which statements of one paper are taken for renderings of which of the other."""
    scores = {}
    papers = [[*(pair[i] for pair in speaker["statements"]), speaker["other"][i]] for i in (0, 1)]
    for i, one in enumerate(papers[0]):
        for j, other in enumerate(papers[1]):
            found = rendering(
                Printing(one, "Ho Lan", "2025-05-05", "The Comet"),
                Printing(other, "Ho Lan", "2025-05-06", "The Lamp"),
            )
            if found is not None:
                scores[i, 100 + j] = found
    added = contrasted(scores)
    return [(i, j - 100) for i, j in added if scores[i, j] + added[i, j] > 0]
