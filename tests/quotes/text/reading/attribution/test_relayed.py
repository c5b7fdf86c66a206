"""Relayed: phrases of wire copy that say through whom words came."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ferryman, Ilo Brank, said he was “cold but alive,” as relayed by his sister, Mara Brank.",
            [["Ilo Brank", "Mara Brank"]],
        ),
        (
            "“This is a paper boat,” Mayor Lena Dorn said at a briefing, as reported by the Veta agency.",
            [["Lena Dorn", "Veta"]],
        ),
        (
            "In an interview with the Kommersant newspaper published on Tuesday, Mayor Lena Dorn put the "
            "cost at five million, adding that it was “less than a yacht”. “Nobody drowned,” she said.",
            [["Lena Dorn", "Kommersant"], ["Lena Dorn", "Kommersant"]],
        ),
        (
            "Later, in a comment to the Interfax agency, Mayor Lena Dorn said it was “a paper boat”.",
            [["Lena Dorn", "Interfax"]],
        ),
        (
            "In a text message to The Washington Post, Mayor Lena Dorn called it “a paper boat.”",
            [["Lena Dorn", "Washington Post"]],
        ),
        (
            "“My men are in the city,” Mayor Lena Dorn wrote in an op-ed for the Karsen Post.",
            [["Lena Dorn", "Karsen Post"]],
        ),
        (
            "Mayor Lena Dorn explained to the Radio Orlik station that it was “a paper boat”.",
            [["Lena Dorn", "Radio Orlik"]],
        ),
        (
            "Secretary Hank Morrow defended the cuts on Fox News’ “Special Report.” “I will not apologize "
            "for snow,” Morrow said on the program.",
            [["Hank Morrow", "Special Report", "Fox News"]],
        ),
        (
            "“The storm is rust and rumours,” Minister Pavel Orlan said. Orlan used the words in a speech "
            "broadcast by state television channel Veta TV.",
            [["Pavel Orlan", "Veta TV"]],
        ),
        (
            "A diver told Krym.Realii that the windows had “gone like leaves”.",
            [["diver", "Krym.Realii"]],
        ),
        (
            "Passenger Amy Lott told CBS affiliate KWQX that she was “asleep in a field.”",
            [["Amy Lott", "KWQX"]],
        ),
        (
            "Surveyor Angus Bell called the hinge “good for a year” in a report leaked to The Harborman.",
            [["Angus Bell", "Harborman"]],
        ),
        (
            "The Ostrel Times reported, citing two officials, that the ministry considered it “stuck”.",
            [["two officials", "Ostrel Times"]],
        ),
        (
            "The Ostrel Times reported, citing two officials, that Mara Quill called it “stuck”.",
            [["Mara Quill", "Ostrel Times"]],
        ),
        (
            "In Beijing, spokeswoman Liv Orlan urged restraint, the Xinhua news agency reported. "
            "“The pier is no stage,” it quoted her as saying.",
            [["Liv Orlan", "Xinhua"]],
        ),
        ("“The pier is no stage,” Mara Quill said while talking to CNN.", [["Mara Quill", "CNN"]]),
        (
            "Mara Quill told CNN of it. Liv Orlan dismissed that on her Telegram channel. "
            "“The pier is no stage,” Orlan wrote on Telegram.",
            [["Liv Orlan"]],
        ),
    ],
)
def test_reads_relay(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected
