"""Leads: roles without a name, led forward or back to the person they are."""

import pytest

from quotes.text.reading import read


def speakers(text: str) -> list[str | None]:
    return [found.chain[0].source for found in read(text).quoted]


@pytest.mark.parametrize(
    ("lead", "introduced"),
    [
        ("A senior Ostrel official called the plan “a bucket”", "Mara Quill, a vice ports minister,"),
        ("The head of the dockers' union called the plan “a bucket”", "Mara Quill, president of the union,"),
        ("A naval commander called the plan “a bucket”", "Rear Admiral Mara Quill"),
        ("Ostrel's ports minister called the plan “a bucket”", "Mara Quill"),
    ],
)
def test_finds_who_the_lead_means(lead: str, introduced: str) -> None:
    text = f"{lead} on Monday.\n\n{introduced} told reporters that it would leak by June."

    assert speakers(text) == ["Mara Quill"]


def test_keeps_the_leads_relay_for_the_person_named_next() -> None:
    text = (
        "A senior Ostrel diplomat vowed to “drain the lake”, state news agency KCNA said on Monday.\n\n"
        "“The lake is ours,” Mara Quill, a vice foreign minister, was quoted as saying."
    )

    chains = [[hop.source for hop in found.chain] for found in read(text).quoted]

    assert chains == [["Mara Quill", "KCNA"], ["Mara Quill", "KCNA"]]


@pytest.mark.parametrize(
    "lead",
    [
        "A senior official, speaking on condition of anonymity, called the plan “a bucket”.",
        "An official who declined to be identified, an anonymous one, called the plan “a bucket”.",
        "A fuel market source called the plan “a bucket”.",
        "A prosecutor called the plan “a bucket”.",
    ],
)
def test_leaves_a_role_unnamed_that_the_next_person_does_not_hold(lead: str) -> None:
    text = f"{lead}\n\nPorts Minister Mara Quill said on Monday that it would hold."

    assert "Mara Quill" not in speakers(text)


def test_tells_two_offices_of_one_title_apart() -> None:
    text = (
        "Foreign Minister Ivo Brandt said on Monday that the talks had begun.\n\n"
        "Ostrel's prime minister said the talks were “in a good place”. "
        "“There is no plan B,” Mara Quill told reporters."
    )

    assert speakers(text) == ["Mara Quill", "Mara Quill"]


@pytest.mark.parametrize("described", ["the 64-year-old general", "the former mayor"])
def test_takes_a_description_for_the_person_spoken_of(described: str) -> None:
    text = f"Mara Quill told reporters that she would go. “I have packed both bags,” {described} said."

    assert speakers(text) == ["Mara Quill"]


@pytest.mark.parametrize(
    ("named", "later", "body"),
    [
        ("The Ostrel ports ministry rejected the plan.", "the ministry", "Ostrel ports ministry"),
        ("The maker, Seto Lamp Goods Co., rejected the plan.", "the company", "Seto Lamp Goods Co."),
    ],
)
def test_finds_the_body_a_noun_means(named: str, later: str, body: str) -> None:
    text = f"{named} “We have other plans for the lake,” {later} said."

    assert speakers(text) == [body]
