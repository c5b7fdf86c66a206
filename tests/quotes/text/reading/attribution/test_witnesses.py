"""Witnesses: people who tell what another said, as hops of his words."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Baker Tomas Hrab did not survive. His daughter, Mara Hrab, told the court that he had called "
            "the oven “a good dog”.",
            [["Tomas Hrab", "Mara Hrab"]],
        ),
        (
            "Neighbour Mara Carm said police had told her the road would open “when the geese move.”",
            [["police", "Mara Carm"]],
        ),
        (
            "The clerk asked a surveyor to “mislay a few pages” of the file, the surveyor, Roberta Quill, "
            "recalled in an interview with CNN.",
            [["clerk", "Roberta Quill", "CNN"]],
        ),
        ("Mayor Lena Dorn said she had called the plan “a paper boat”.", [["Lena Dorn"]]),
    ],
)
def test_reads_witness(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected
