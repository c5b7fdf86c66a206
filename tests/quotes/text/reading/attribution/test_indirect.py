"""Reported speech: whose proposition, by which cue, through whom."""

from itertools import pairwise
from pathlib import Path

import pytest

from quotes.text.reading import Appearance, Given, Kind, read
from tests.stories.answers import stories

TABLE = Path(__file__).with_name("reports.txt").read_text(encoding="utf-8")

STORY = """\
SEOUL, Aug 14 (Reuters) - North Korean leader Kim Jong Un visited a shell factory, state media KCNA said \
on Monday.

The United States has accused North Korea of providing weapons to Russia. North Korea and Russia have \
denied any arms transactions.

Kim told workers that "the shells must fly far", KCNA said.
"""


def _cases() -> list[tuple[str, list[str]]]:
    blocks = [block.splitlines() for block in TABLE.split("\n\n")[1:]]
    return [(lines[0], [line.strip() for line in lines[1:]]) for lines in blocks]


def _reported(text: str, given: Given | None = None) -> list[Appearance]:
    return [found for found in read(text, given).appearances if found.kind is Kind.INDIRECT]


def _written(found: Appearance, text: str) -> str:
    cue = found.cue.of(text) if found.cue else "-"
    told = " … ".join(segment.of(text) for segment in found.segments)
    return f"{found.chain[0].source or '-'} | {cue} | {told}"


@pytest.mark.parametrize(("sentence", "reports"), _cases(), ids=[sentence for sentence, _ in _cases()])
def test_read_tells_who_reports_what_in_a_sentence(sentence: str, reports: list[str]) -> None:
    text = f"{sentence}\n"

    found = _reported(text)

    assert [_written(one, text) for one in found] == reports


def test_read_gives_accusation_and_denial_each_through_the_agency() -> None:
    found = _reported(STORY)

    read_as = [
        (_written(one, STORY), [hop.source for hop in one.chain[1:]])
        for one in found
        if one.cue is not None and one.cue.of(STORY) in ("has accused", "have denied")
    ]

    assert read_as == [
        ("United States | has accused | North Korea of providing weapons to Russia", ["Reuters"]),
        ("North Korea | have denied | any arms transactions", ["Reuters"]),
        ("Russia | have denied | any arms transactions", ["Reuters"]),
    ]


def test_read_leaves_words_of_a_quotation_to_the_quotation() -> None:
    found = [one for one in read(STORY).appearances if "shells" in one.span.of(STORY)]

    assert [(one.kind, one.span.of(STORY)) for one in found] == [
        (Kind.PARTIAL, "the shells must fly far"),
    ]


def test_read_keeps_the_speaker_of_what_a_medium_relays() -> None:
    text = "Kim Song Il said that the rocket had flown, KCNA reported.\n"

    [found] = _reported(text)

    assert [hop.source for hop in found.chain] == ["Kim Song Il", "KCNA"]


def test_read_takes_the_quoted_person_for_the_speaker_of_a_report() -> None:
    text = "Marta Quill, the mayor, was quoted by KCNA as saying that the ferry was late.\n"

    [found] = _reported(text)

    assert [hop.source for hop in found.chain] == ["Marta Quill", "KCNA"]


def test_read_resolves_the_pronoun_of_a_report() -> None:
    text = "Ivor Blythe came to Sund on Monday. He said that the ferry was late.\n"

    [found] = _reported(text)

    assert (found.chain[0].source, found.chain[0].evidence.of(text)) == ("Ivor Blythe", "He")


def test_read_leaves_the_speaker_open_where_a_report_names_none() -> None:
    text = "The minister was accused of hiding the report.\n"

    sources = [one.chain[0].source for one in _reported(text)]

    assert sources == [None] * len(sources)


def test_read_gives_no_reports_in_a_language_without_statistics() -> None:
    text = "Die Ministerin sagte, dass die Brücke im Mai öffnet.\n"

    assert _reported(text, Given(language="de")) == []


@pytest.mark.parametrize("story", stories(), ids=str)
def test_read_never_gives_words_to_two_appearances(story) -> None:  # type: ignore[no-untyped-def]
    spans = sorted({found.span for found in read(story.text, Given(outlet=story.outlet)).appearances})

    shared = [(one, other) for one, other in pairwise(spans) if other.start < one.end]

    assert shared == []


@pytest.mark.parametrize(
    "text", ["said said said that that", "According to", ", said ,", "said", "Kim said", "“”said"]
)
def test_read_survives_reporting_words_without_a_sentence(text: str) -> None:
    assert all(0 <= one.confidence <= 1 for one in _reported(text))


def test_read_is_as_sure_as_a_share_of_one() -> None:
    found = [one for sentence, _ in _cases() for one in _reported(f"{sentence}\n")]

    assert [one.confidence for one in found if not 0 < one.confidence < 1] == []
