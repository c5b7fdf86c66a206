"""Pronouns: whom "he" and "she" mean, by gender, topic and who spoke right before."""

import pytest

from quotes.text.reading import read
from quotes.text.reading.types import Kind


def speakers(text: str) -> list[str | None]:
    return [found.chain[0].source for found in read(text).appearances if found.kind is not Kind.INDIRECT]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a place, or a thing named after somebody, is no person
        (
            "Mara Quill wept. Sandy Cove was not just a wreck at Sandy Cove. “We stay,” she said.",
            "Mara Quill",
        ),
        ("Mara Quill spoke. In her New Year speech, she warned of “a long winter of storms”.", "Mara Quill"),
        # what a sentence reports has speakers of its own: the first one is who speaks
        (
            "Tom Orrin said Danek Orsolan continued to hurt the town.\n\n“He never listens,” he said.",
            "Tom Orrin",
        ),
        # the speaker behind a passive, with home and office
        (
            "Quill's plan was backed by Sen. Ada Prunk of Ostrel, the ranking member, who said it was safe. "
            "Mara Quill came.\n\n“It will hold,” Prunk said.",
            "Ada Prunk",
        ),
        # of this sentence's own subject, rather than the last one's
        (
            "Danek Orsolan spoke. Danek Orsolan left. "
            "Tom Orrin joined in, telling all that “it is over”, he said.",
            "Tom Orrin",
        ),
    ],
)
def test_finds_antecedent_of_pronoun(text: str, expected: str) -> None:
    assert speakers(text)[-1] == expected


def test_keeps_last_speaker_where_pronoun_goes_on() -> None:
    text = (
        "Danek Orsolan sailed at dawn. Danek Orsolan is late. “We wait,” said Tom Orrin, the harbour master "
        "of Danek Orsolan's town.\n\n“But not for ever,” he continued."
    )

    assert speakers(text) == ["Tom Orrin", "Tom Orrin"]


def test_keeps_unnamed_woman_from_man() -> None:
    text = "Tom Orrin left.\n\n“We stay,” a German woman said.\n\n“We go now,” he said."

    assert speakers(text) == ["German woman", "Tom Orrin"]


def test_knows_vice_president_from_president() -> None:
    text = (
        "Vice President Tom Orrin met President Danek Orsolan at the quay of Ostrel in the morning.\n\n"
        "“We stay,” the president said."
    )

    assert speakers(text) == ["Danek Orsolan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rep. Tom Orrin, Ostrel Republican, wrote to Mara Quill.\n\n"
            "In the letter the Ostrel Republican asks “whether the harbour was ever safe”.",
            "Tom Orrin",
        ),
        (
            "Mara Quill accepted the nomination on Monday, calling Tom Orrin a rival.\n\n"
            "“A leaking boat is not a boat to trust,” said the Liberal nominee.",
            "Mara Quill",
        ),
        (
            "A spokesman for Orrin Docks declined, but said “we mend what we broke”.",
            "spokesman for Orrin Docks",
        ),
        (
            "One operative inside Vey Tower called it “not a big deal around here”.",
            "One operative inside Vey Tower",
        ),
        (
            "Tom Orrin came to Orrin Village. Orrin Village is old. Mr. Orrin said it “could be so”.",
            "Tom Orrin",
        ),
        ("Islanders were quick to answer, with Mara Quill saying that it was “a disaster”.", "Mara Quill"),
        (
            "Foreign Minister Tom Orrin spoke at the quay.\n\n“We keep the key,” the top diplomat stated.",
            "Tom Orrin",
        ),
        (
            "Tom Orrin was at odds with a ruling party lawmaker, who told all that it was “too quick”.",
            "ruling party lawmaker",
        ),
        ("An unnamed border officer said the boats were “full of air”.", "border officer"),
        ("An informed source said the tanker was “gone by noon”.", "informed source"),
        (
            "The Joint Chiefs of Staff in Ostrel said they watched it “around the clock”.",
            "Joint Chiefs of Staff",
        ),
        ("The novelist Jan Orrin came late. Orrin had “never wanted to be right”, he said.", "Jan Orrin"),
        (
            "One early supporter, Representative Tom Orrin, Liberal of Ostrel, tried: “We all pay twice.”",
            "Tom Orrin",
        ),
        ("“We stay where we are,” stated Mara Quill, a baker.", "Mara Quill"),
        ("“Nobody gets in here,” Mara Quill barked.", "Mara Quill"),
    ],
)
def test_names_who_is_called_by_description(text: str, expected: str) -> None:
    assert speakers(text) == [expected]


def test_reads_names_of_short_sentence_full_of_capitals() -> None:
    text = "Mara Quill and Tom Orrin met in Port Ostrel on Monday. “We stay,” Orrin said."

    assert speakers(text) == ["Tom Orrin"]
