"""Titles: what stands before a name and is none of it, and media by their sort at a sentence's head."""

import pytest

from quotes.text.reading import read


def chains(text: str) -> list[list[str | None]]:
    return [[hop.source for hop in found.chain] for found in read(text).quoted]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chief Engineer Harit Dolan said it was a “paper bridge”.", [["Harit Dolan"]]),
        (
            "Deputy Superintendent of Police Mehul Vagha was calm. “We are reading their phones,” he said.",
            [["Mehul Vagha"]],
        ),
        ("Schoolteacher Nuala Heen was late. “The children are cold,” she said.", [["Nuala Heen"]]),
        ("Harbour League MK Moshe Dorn was calm. “It will rain,” Dorn said.", [["Moshe Dorn"]]),
        ("The deputy, Datuk Azmi Orsan, was calm. “It will rain,” Azmi said.", [["Azmi Orsan"]]),
        (
            "Ostrelian Ambassador to the United States Fyodor Antin wrote. “It leaks,” the envoy wrote.",
            [["Fyodor Antin"]],
        ),
        ("Speaker of the State Council Antonia Dorn was calm. “It leaks,” she said.", [["Antonia Dorn"]]),
        (
            "Minister of State for Energy Affairs Saad bin Khal Al-Kawn said: “It leaks.”",
            [["Saad bin Khal Al-Kawn"]],
        ),
        ("The governor of South Tarn, Marc Dolan, wept. “It leaks,” he said.", [["Marc Dolan"]]),
        ("Chief financial officer He Ruolin said it was “a leak of sorts”.", [["He Ruolin"]]),
        (
            "Orsel Quarry Corp., which runs a pit, warned that it was “a leak of sorts”.",
            [["Orsel Quarry Corp."]],
        ),
        (
            "The mayor’s Telegram channel was full. “It leaks,” Mara Quill wrote on Telegram.",
            [["Mara Quill"]],
        ),
        ("Fr Donal Lavell told parishioners: “The boat did not wait.”", [["Donal Lavell"]]),
        (
            "Máirtín Ó Conghal, a spokesman, wrote. “He can come,” he said. Mr Ó Conghal said: “It is far.”",
            [["Máirtín Ó Conghal"], ["Máirtín Ó Conghal"]],
        ),
        (
            "The report’s author, harbour engineer Pavel Orsk, warns that the barges are “held by rope”.",
            [["Pavel Orsk"]],
        ),
        ("A netizen from Zhouk wrote on Weibo: “My father has not slept.”", [["netizen from Zhouk"]]),
    ],
)
def test_read_takes_titles_for_no_part_of_a_name(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Broadcaster KNTV reported that Ana Bell called it “a mess”.", [["Ana Bell", "KNTV"]]),
        ("“The state is ours,” Ana Bell told All India Radio.", [["Ana Bell", "All India Radio"]]),
        ("It was fast, Ana Bell told the dpa news agency. “It was,” Bell said.", [["Ana Bell", "dpa"]]),
        ("“No file moved,” Ana Bell told the Associated Press of Pakistan.", [["Ana Bell", "APP"]]),
    ],
)
def test_read_names_a_medium_by_its_whole_name(text: str, expected: list[list[str]]) -> None:
    assert chains(text) == expected


def test_read_takes_a_name_with_a_bound_particle_up_again_at_a_sentence_s_head() -> None:
    text = (
        "Minister Nizar al-Kabban was quoted by SANA as saying it was “a scratch”.\n\n"
        "Al-Kabban added that it would carry “olives and one minister”, SANA reported."
    )

    assert chains(text) == [["Nizar al-Kabban", "SANA"], ["Nizar al-Kabban", "SANA"]]


def test_read_takes_no_town_before_a_comma_for_the_premier() -> None:
    text = (
        "Prime Minister Shehr Alvi said there was “nothing left”.\n\n"
        "At a ceremony in Rawalpind, the premier said all had been asked “more often than doctors”."
    )

    assert chains(text) == [["Shehr Alvi"], ["Shehr Alvi"]]


def test_read_tells_one_minister_s_office_from_another_s() -> None:
    text = (
        "Former farm minister Tsun Iwata called it “a free lunch.”\n\n"
        "According to the Mainichi Shimbun, the prime minister told aides the affair was “a pebble.”"
    )

    assert chains(text) == [["Tsun Iwata"], ["prime minister", "Mainichi Shimbun"]]


@pytest.mark.parametrize(
    "opening",
    [
        "In an episode of the podcast Deep Water released in May, Tui Rangi described it as “a hole”.",
        "Speaking on the phone-in programme Deep Water, Tui Rangi called it “a hole”.",
    ],
)
def test_read_takes_a_title_behind_its_sort_for_a_programme(opening: str) -> None:
    text = f"{opening}\n\n“We joked about it,” he told host Skye Lomb."

    assert chains(text) == [["Tui Rangi", "Deep Water"], ["Tui Rangi", "Deep Water"]]


def test_read_names_programme_and_station_printed_without_a_possessive() -> None:
    text = "Speaking on Geo News programme Aaj Ki Raat on Tuesday, minister Nafisa Jat called it “a straw”."

    assert chains(text) == [["Nafisa Jat", "Aaj Ki Raat", "Geo News"]]
