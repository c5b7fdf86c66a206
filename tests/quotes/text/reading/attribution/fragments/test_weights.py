"""Weights: a few words in marks are kept or left out by all that stands round them."""

import json

import pytest

from quotes.text.reading import read
from quotes.text.reading.attribution.fragments.weights import FILE, Weights, weights


def said(text: str) -> list[tuple[str, str | None]]:
    return [(one.span.of(text), one.chain[0].source) for one in read(text).appearances]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Quill has cast the harbour plan as “dead wrong.”", "dead wrong"),
        ("“Sheer luck,” Mara Quill said.", "Sheer luck"),
    ],
)
def test_read_keeps_words_by_what_stands_round_them(text: str, words: str) -> None:
    assert said(text) == [(words, "Mara Quill")]


@pytest.mark.parametrize(
    "text",
    [
        "The “floating” bridge of Ostrel sank.",
        "Workers in Ostrel repaired the “smart” cranes of the harbour.",
        "Mara Quill drove to the “Sea Star” on Monday.",
    ],
)
def test_read_leaves_out_words_nobody_is_reported_to_have_said(text: str) -> None:
    assert read(text).appearances == ()


def test_read_says_why_weighed_words_are_left_out() -> None:
    text = "Mara Quill drove to the “Sea Star” on Monday."

    reasons = [left.reason for left in read(text).left_out]

    assert reasons == ["no word of speech near it"]


def test_read_is_surer_of_words_beside_their_verb() -> None:
    beside = read("“Never again,” Mara Quill said.").appearances[0]
    apart = read("Mara Quill has cast the harbour plan as “dead wrong.”").appearances[0]

    assert beside.confidence > apart.confidence


def test_probability_adds_up_what_is_known() -> None:
    counted = Weights({"look small": 2.0, "verb": -2.0}, 0.0, 0.6, 0.7)

    assert counted.probability(["look small", "verb", "unheard of"]) == 0.5


def test_reason_names_what_weighs_most_against() -> None:
    counted = Weights({"look title": -2.0, "verb strong left 0": -0.5, "cue none": 1.0}, 0.0, 0.6, 0.7)

    reason = counted.reason(["look title", "verb strong left 0", "cue none"])

    assert reason == "written like a name or a title"


def test_weights_come_with_their_data_sheet() -> None:
    about = json.loads(FILE.read_text(encoding="utf-8"))["about"]

    assert sorted(about) == [
        "examples",
        "five folds by article",
        "made by",
        "method",
        "of them somebody's",
        "trained on",
        "version",
        "what",
    ]


def test_weights_hold_no_words_of_more_than_one_token() -> None:
    longest = max(len(name.split()) for name in weights().table)

    assert longest <= 6
