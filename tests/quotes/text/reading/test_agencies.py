import pytest

from quotes.text.reading.agencies import AGENCIES, agency_named, lone_agency


@pytest.mark.parametrize(
    ("printed", "agency"),
    [
        ("Reuters", "Reuters"),
        ("REUTERS", "Reuters"),
        ("(AP)", "AP"),
        ("the Associated Press", "AP"),
        ("ASSOCIATED PRESS", "AP"),
        ("Agence France-Presse", "AFP"),
        ("Deutsche Presse-Agentur", "dpa"),
        ("Korean Central News Agency", "KCNA"),
        ("Canadian Press", "The Canadian Press"),
        ("Lunda News Agency", "Lunda News Agency"),
        ("LUNDA NEWS AGENCY", "Lunda News Agency"),
        ("News Agency of Lunda", "News Agency of Lunda"),
        ("Sana", None),
        ("map", None),
        ("Trend is up", None),
        ("Lunda Daily", None),
        ("", None),
        ("a" * 10_000, None),
    ],
)
def test_agency_named_knows_every_printed_form(printed: str, agency: str | None) -> None:
    assert agency_named(printed) == agency


def test_agency_named_takes_the_callers_further_names() -> None:
    assert agency_named("INSELDIENST", ["Inseldienst"]) == "Inseldienst"
    assert agency_named("INSELDIENST") is None


def test_agency_named_gives_every_listed_form_its_canonical_name() -> None:
    found = {form: agency_named(form) for name, forms in AGENCIES.items() for form in (name, *forms)}

    assert found == {form: name for name, forms in AGENCIES.items() for form in (name, *forms)}


def test_lone_agency_takes_a_press_on_a_line_of_its_own() -> None:
    assert (lone_agency("Lunda Press"), agency_named("Lunda Press")) == ("Lunda Press", None)


def test_lone_agency_leaves_picture_agencies_out() -> None:
    assert lone_agency("Getty Images") is None
