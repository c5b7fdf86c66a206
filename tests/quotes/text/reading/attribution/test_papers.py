"""Papers: memos, reports and recordings through which later sentences hear their words."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The newspaper Meduza published an excerpt from an internal report. The report’s author, "
            "engineer Tomas Hrab, warns in it that the dam is “held by rope”.",
            [["Tomas Hrab", "Meduza"]],
        ),
        (
            "But a memo that Tomas Hrab sent to aides in May, a copy of which was obtained by Politico, told "
            "them to avoid “the word flood.” “Use the telephone,” he wrote in the memo.",
            [["Tomas Hrab", "Politico"], ["Tomas Hrab", "Politico"]],
        ),
        (
            "Audio archived by LiveTide.net captured the call. “Go around, go around,” the controller says "
            "on the recording.",
            [["controller", "LiveTide.net"]],
        ),
        (
            "The crew had little time, according to the bridge transcript, which includes this exchange:\n\n"
            "CHIEF ENGINEER: “Is she moving?”\n\nFIRST OFFICER: “She is.”",
            [["chief engineer", "bridge transcript"], ["first officer", "bridge transcript"]],
        ),
        (
            "Captain Tomas Hrab wrote that the door was “shut by habit”, according to an email read out "
            "in court.",
            [["Tomas Hrab"]],
        ),
        (
            "The mayor, Lena Dorn, has said the bridge will hold.\n\nSource: Dorn in comments to Interfax, a "
            "Russian news agency\n\nQuote from Dorn: “It is a paper boat, and it floats.”",
            [["Lena Dorn", "Interfax"]],
        ),
        (
            "Politico obtained a memo on Monday. “It is a paper boat,” Mayor Lena Dorn told reporters.",
            [["Lena Dorn"]],
        ),
    ],
)
def test_hears_paper(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected
