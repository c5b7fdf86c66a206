"""Sayings: words called somebody's remark, and words that one person tells another said."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Milo Dorn will go over his remark that all wanted “a free lunch”, officials said.",
            [["Milo Dorn"]],
        ),
        ("Milo Dorn's claim that it was “a paper boat” was old, officials said.", [["Milo Dorn"]]),
    ],
)
def test_read_gives_a_remark_to_whose_it_is(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lawyer Milo Dorn spoke. He alleged that an official had told him the files were “signed first”.",
            [["official", "Milo Dorn"]],
        ),
        (
            "Geologist Pieter Swan gave evidence. He recalled Milo Dorn saying that pumps were “for show”.",
            [["Milo Dorn", "Pieter Swan"]],
        ),
        (
            "Corporal Brock Henn says he heard a dispatcher say the buses should “turn around”.",
            [["dispatcher", "Brock Henn"]],
        ),
        (
            "Envoy Ana Vell described a dinner at which Milo Dorn called the fund “a buffet”.",
            [["Milo Dorn", "Ana Vell"]],
        ),
    ],
)
def test_read_passes_words_on_through_who_tells_of_them(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


def test_read_takes_his_spokesman_for_nobody_named_farther_on() -> None:
    text = (
        "Minister Milo Dorn spoke. His spokesperson later said he had been “short of coffee”.\n\n"
        "The fund was small.\n\nCommission spokesperson Ana Vell said: “We do not comment on leaks.”"
    )

    assert chains(text) == [["his spokesperson"], ["Ana Vell"]]


def test_read_takes_up_whom_a_title_behind_a_team_s_name_is_about() -> None:
    text = (
        "President Didier Vass said it was “a sardine”.\n\n"
        "Former Marseille captain Jean-Luc Farin took the player's side. “You can sell a man,” he said."
    )

    assert chains(text) == [["Didier Vass"], ["Jean-Luc Farin"]]


def test_read_leaves_letters_behind_a_name_out_of_it() -> None:
    assert chains("Milo Dorn's barrister, Ana Vell KC, wrote: “My client sings.”") == [["Ana Vell"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A former colleague of Milo Dorn, harbour geologist Pieter Swan, gave evidence. "
            "He recalled Dorn saying that pumps were “for show”.",
            [["Milo Dorn", "Pieter Swan"]],
        ),
        (
            "The Karsen Conservatives posted a video in which leader Garth Penn calls it “a masterclass”.",
            [["Garth Penn"]],
        ),
        (
            "State television was dark. State broadcaster CCTV called the crew “actors”.",
            [["CCTV"]],
        ),
        (
            "According to a circular issued by the ministry, money is there. It must “reach the field,” "
            "the circular said.",
            [["circular"]],
        ),
        (
            "In a letter, supporters' groups said they would be silent. “One minute for all,” they wrote.",
            [["supporters' groups"]],
        ),
    ],
)
def test_read_names_who_speaks_behind_a_description(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Lena Dorn was “fine, cold and not sorry,” as relayed by her brother, Milo Vey.",
            [["Lena Dorn", "Milo Vey"]],
        ),
        (
            "Interfax said that Mayor Lena Dorn had called it “a boat”.\n\n"
            "Dorn, according to the same report, babbled about “a paper bridge”.",
            [["Lena Dorn", "Interfax"], ["Lena Dorn", "Interfax"]],
        ),
    ],
)
def test_read_gives_words_without_a_verb_of_saying_to_their_subject(
    text: str, expected: list[list[str]]
) -> None:
    assert chains(text) == expected
