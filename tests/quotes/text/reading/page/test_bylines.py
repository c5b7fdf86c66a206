import pytest

from quotes.text.reading import Given
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
        ("Reporting by Ingrid Aune; Editing by Per Dahl", ("Ingrid Aune",), None),
        ("By Ingrid Aune, The Washington Post", ("Ingrid Aune",), "The Washington Post"),
    ],
)
def test_byline_of_reads_the_styles_of_many_houses(
    line: str, names: tuple[str, ...], agency: str | None
) -> None:
    byline = byline_of(line, known=Known(outlet="Island Post"))

    assert byline is not None
    assert (byline.names, byline.agency) == (names, agency)
    if byline.agency_at:
        assert line[slice(*byline.agency_at)].lower() in (
            "reuters",
            "associated press",
            "ap",
            "afp",
            "the washington post",
        )


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


@pytest.mark.parametrize(
    ("head", "byline", "published_at"),
    [
        ("INGRID AUNE — FRIDAY, 22 NOVEMBER 2024, 18:40", ("Ingrid Aune",), "2024-11-22T18:40"),
        ("By Ingrid Aune\nSTAFF WRITER", ("Ingrid Aune",), None),
        ("By Ingrid Aune\nPublished On 3 Nov 20253 Nov 2025", ("Ingrid Aune",), "2025-11-03"),
        ("By Ingrid Aune\nToday, 4:12 pm", ("Ingrid Aune",), None),
    ],
)
def test_read_page_takes_the_lines_of_authors_and_dates_apart(
    head: str, byline: tuple[str, ...], published_at: str | None
) -> None:
    body = "The power plant was hit on Friday, and the mayor of the town said it would be mended by Monday."
    text = f"Power plant hit again\n\n{head}\n\n{body}\n"

    page = read_page(text)

    assert (page.byline, page.published_at, text[page.body.start : page.body.end].strip()) == (
        byline,
        published_at,
        body,
    )


@pytest.mark.parametrize(("outlet", "credit"), [("Island Post", "CNN"), ("CNN", None)])
def test_read_page_takes_a_house_for_a_credit_except_on_its_own_pages(
    outlet: str, credit: str | None
) -> None:
    text = "Power plant hit again\n\nKYIV (CNN) — The power plant was hit on Friday, the mayor said.\n"

    page = read_page(text, Given(outlet=outlet))

    assert (page.dateline, page.credit) == ("Kyiv", credit)
