import pytest

from quotes.text.reading.page.credits import credit_of


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Reuters", "Reuters"),
        ("Bloomberg. More stories like this are available on bloomberg.com", "Bloomberg"),
        ("— AP", "AP"),
        ("(AFP)", "AFP"),
        ("©️ 2024 AFP", "AFP"),
        ("© Agence France-Presse", "AFP"),
        ("Copyright 2024 The Associated Press. All rights reserved.", "AP"),
        ("Source: Xinhua", "Xinhua"),
        ("This article was originally published by Reuters.", "Reuters"),
        ("Lunda Press", "Lunda Press"),
        ("Agencies", None),
        ("Staff and agencies", None),
        ("(Reporting by Ingrid Aune)", None),
    ],
)
def test_credit_of_names_the_agency_whose_copy_it_is(line: str, agency: str | None) -> None:
    credit = credit_of(line)

    assert credit is not None
    assert (credit.kind, credit.agency, credit.contributors) == ("credit", agency, ())


@pytest.mark.parametrize(
    ("line", "contributors"),
    [
        ("Additional reporting by AFP", ("AFP",)),
        ("The Associated Press contributed to this report.", ("AP",)),
        ("Associated Press writers Ingrid Aune and Per Dahl contributed.", ("Ingrid Aune", "Per Dahl")),
        ("With AFP", ("AFP",)),
        ("(With inputs from agencies)", ()),
        ("(With inputs from PTI and ANI)", ("PTI", "ANI")),
    ],
)
def test_credit_of_tells_a_contribution_from_a_credit(line: str, contributors: tuple[str, ...]) -> None:
    credit = credit_of(line)

    assert credit is not None
    assert (credit.kind, credit.agency, credit.contributors) == ("contribution", None, contributors)


def test_credit_of_gives_the_copy_to_neither_of_two_agencies() -> None:
    credit = credit_of("Reuters/AFP")

    assert credit is not None
    assert (credit.agency, credit.contributors) == (None, ("Reuters", "AFP"))


@pytest.mark.parametrize(
    "line", ["The AP said so.", "With luck", "Reuters reported the fog first", "She contributed."]
)
def test_credit_of_takes_no_sentence_for_a_credit(line: str) -> None:
    assert credit_of(line) is None


def test_credit_of_takes_a_whole_sign_off_for_its_houses_dress() -> None:
    credit = credit_of("(Reporting by Ingrid Aune; Additional reporting by Bo Ek; Editing by Per Dahl)")

    assert credit is not None
    assert (credit.agency, credit.sure) == ("Reuters", False)
    assert (credit.reporters, credit.contributors) == (("Ingrid Aune",), ("Bo Ek",))


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Ingrid Aune)",
        "(Reporting by Ingrid Aune. Editing by Per Dahl.)",
        "(Editing by Ingrid Aune; Reporting by Per Dahl)",
        "(Reporting by Ingrid Aune; All rights reserved)",
    ],
)
def test_credit_of_takes_no_other_reporting_line_for_a_sign_off(line: str) -> None:
    credit = credit_of(line)

    assert credit is None or credit.agency is None
