import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.page.bylines import byline_of
from quotes.text.reading.page.known import Known


@pytest.mark.parametrize(
    ("line", "names", "agency"),
    [
        ("Ingrid Aune and Tomas Oyelaran", ("Ingrid Aune", "Tomas Oyelaran"), None),
        ("By Ingrid Aune, Reuters", ("Ingrid Aune",), "Reuters"),
        ("Ingrid Aune, Associated Press", ("Ingrid Aune",), "AP"),
        ("BY INGRID AUNE | STAFF REPORTER", ("Ingrid Aune",), None),
        (
            "By INGRID AUNE, JOHN M. McKAY and MARY O'DEA",
            ("Ingrid Aune", "John M. McKay", "Mary O'Dea"),
            None,
        ),
        ("Ingrid Aune in Oslo and Per Dahl in Bergen", ("Ingrid Aune", "Per Dahl"), None),
        ("By Ingrid Aune, New York", ("Ingrid Aune",), None),
        (
            "By Ingrid Aune, Per Dahl Jr., and Ruth Okafor",
            ("Ingrid Aune", "Per Dahl Jr.", "Ruth Okafor"),
            None,
        ),
        ("Ingrid Aune Political Editor", ("Ingrid Aune",), None),
        ("By INGRID AUNE, AP White House Correspondent", ("Ingrid Aune",), "AP"),
        ("By Maria van der Berg (AFP)", ("Maria van der Berg",), "AFP"),
        ("Ingrid Aune\taune@island.example", ("Ingrid Aune",), None),
        ("By Reuters", (), "Reuters"),
        ("Reuters Staff", (), "Reuters"),
        ("By Staff Writer", ("Staff Writer",), None),
        ("Mara Quill and Agency Staff", ("Mara Quill", "Agency Staff"), None),
        ("Mara Quill, Staff Writer", ("Mara Quill",), None),
        ("Staff and agencies", (), None),
        ("By Ingrid Aune, Island Post", ("Ingrid Aune",), None),
    ],
)
def test_byline_of_reads_the_styles_of_many_houses(
    line: str, names: tuple[str, ...], agency: str | None
) -> None:
    byline = byline_of(line, known=Known(outlet="Island Post"))

    assert byline is not None
    assert (byline.names, byline.agency) == (names, agency)
    if byline.agency_at:
        assert line[slice(*byline.agency_at)].lower() in ("reuters", "associated press", "ap", "afp")


@pytest.mark.parametrize(
    "line",
    [
        "By the time the boat arrived, the fog was gone",
        "World News",
        "South Korea",
        "Ferry company drops night crossings",
        "Share this article",
        "Correction Appended.",
        "The Island Post reports:",
    ],
)
def test_byline_of_takes_no_other_line_for_a_byline(line: str) -> None:
    assert byline_of(line) is None


def test_read_page_takes_no_short_name_for_a_time_zone() -> None:
    text = (
        "Levy dropped\n\n02 July 2024 - 20:09 Rehema Odhiang and Piet Vossberg\n"
        "Nairobi — The levy was dropped on Tuesday.\n"
    )

    page = read_page(text)

    assert (page.byline, page.published_at) == (("Rehema Odhiang", "Piet Vossberg"), "2024-07-02T20:09")
