"""Speakers: short forms, pronouns, roles and speakers of other sentences."""

import pytest

from quotes.text.reading import read


def speakers(text: str) -> list[str | None]:
    return [found.chain[0].source for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mara Quill left at noon. “We stay,” Quill said.", ["Mara Quill"]),
        ("“We stay,” Quill said. Mayor Mara Quill left at noon.", ["Mara Quill"]),
        ("President Danek Orsolan spoke. “We stay,” the president said.", ["Danek Orsolan"]),
        ("The minister, Ysolde Penhallick, came. “We stay,” the minister said.", ["Ysolde Penhallick"]),
        (
            "Mara Quill praised Tom Orrin. “We stay,” she said. “So do we,” he said.",
            ["Mara Quill", "Tom Orrin"],
        ),
        ("Mr. Orrin met Mrs. Quill. “We stay,” he said. “We go,” she said.", ["Orrin", "Quill"]),
        ("Mara Quill spoke of the tide: “The sea is not ours to sell.”", ["Mara Quill"]),
        (
            "Mara Quill was blunt.\n\n“We stay here,” she said.\n\n“We fish here every day.”",
            ["Mara Quill", "Mara Quill"],
        ),
        ("The Bank of Ostrel raised rates. It said the rise was “a first step”.", ["Bank of Ostrel"]),
        ("Foreign Minister of Ostrel Ada Prunk said it was “over”.", ["Ada Prunk"]),
        ("The union's leader, Tobin Garrowby, said it was “over”.", ["Tobin Garrowby"]),
        ("Ada Prunk, 63, a former dockhand who leads the union, said it was “over”.", ["Ada Prunk"]),
        ("Officials did not comment. Ada Prunk said it was “over”.", ["Ada Prunk"]),
        ("Mara Quill asked whether the council had ordered “a bucket with two holes”.", ["Mara Quill"]),
        (
            "The World Fish Organisation (WFO) said cod was “gone”. WFO said eel was “next”.",
            ["World Fish Organisation"] * 2,
        ),
    ],
)
def test_read_resolves_the_speaker(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


def test_read_keeps_a_statement_that_nobody_is_known_to_have_made() -> None:
    text = "It rained all day.\n\n“The sea is not ours to sell and never was.”"

    assert speakers(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mara Quill, spokeswoman for the Ostrel Foreign Ministry, dismissed the remarks of Einar Holm. "
            "“They freeze the sea and complain of the cold,” the diplomat wrote.",
            ["Mara Quill"],
        ),
        (
            "Mara Quill, a member of the Ostrel State Duma, called for revenge. "
            "The lawmaker, quoted by TASS, said that “every barge must be answered with a bridge”.",
            ["Mara Quill"],
        ),
        (
            "“It was loud,” said lorry driver Mick Orrin.\n\n"
            "“The hinge was as thin as a coin,” a police diver, who asked not to be named, told BBC News.",
            ["Mick Orrin", "police diver"],
        ),
        (
            "The pilot who stopped a jet on Monday says the controller had “stopped being polite”.\n\n"
            "Capt. Kendra Orrin spoke to reporters. “He had never raised his voice,” she said.",
            ["Kendra Orrin", "Kendra Orrin"],
        ),
        (
            "A source in the Harbour Office told the Times it was late. “Nobody is in,” the source said.",
            ["source in the Harbour Office"],
        ),
        (
            "A source close to the company told the Times it was late. “Nobody is here,” the source said.",
            ["source close to the company"],
        ),
        (
            "Egypt’s Ministry of Water Resources went further. It called the dam “a wall of paper”.",
            ["Egypt’s Ministry of Water Resources"],
        ),
        (
            "India’s railway affairs ministry rejected that. “The trains are on time,” it said.",
            ["India’s railway affairs ministry"],
        ),
        ("Justice B V Nagar was cross. “Eleven people are waiting,” the judge observed.", ["B V Nagar"]),
        (
            "Haluk Ersan, a geophysicist at Tarn University, spoke. “It has no date,” the professor said.",
            ["Haluk Ersan"],
        ),
    ],
)
def test_read_finds_whose_role_a_noun_is(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“It was loud,” said Einar Holm.\n\n"
            "“It is a bet with one side,” a European underwriter who was not named told reporters.",
            ["Einar Holm", "European underwriter"],
        ),
        (
            "Anton Vey, the head of Lower Ostrel, praised the Harbour Security Service (HSS). "
            "The head of the HSS told us in June: “We are not finished with the bridge.”",
            ["head of the HSS"],
        ),
        (
            "Two Corps engineers who worked there, Priya Nadir and Hal Boon, defended it on Friday. "
            "“We were never asked to change our words,” they said in a joint statement.",
            ["Priya Nadir and Hal Boon"],
        ),
        (
            "Ike Orrin, 77, woke at four. “Get your boots, he told me, and I had them on,” Orrin said.\n\n"
            "His granddaughter, Zelda Orrin, had the last word. “The water didn't read it,” she told a "
            "reporter.",
            ["Ike Orrin", "Zelda Orrin"],
        ),
        (
            "HARBOUR FIRST OFFICER: “Is that ship moving?”\n\nHARBOUR CAPTAIN: “It is. Hold on tight.”",
            ["harbour first officer", "harbour captain"],
        ),
        (
            "Capt. Kendra Orrin braked. Otis Blan was calm. The captain, he recalled, came on the speaker "
            "and told them: “That was my fault for being so good at braking.”",
            ["Kendra Orrin"],
        ),
        (
            "Alasdair Orrin did not survive. His daughter, Catriona Orrin, told the inquiry that he used to "
            "call the ship “a good dog with a bad leg”.",
            ["Alasdair Orrin"],
        ),
    ],
)
def test_read_looks_past_who_stands_nearer(text: str, expected: list[str | None]) -> None:
    assert speakers(text) == expected
