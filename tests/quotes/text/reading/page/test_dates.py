import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.page.dates import dates_in
from quotes.text.reading.types import Given

FOLLOWING = "\n\nLunda Lines will stop night crossings, its director said on Tuesday.\n"


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 14:02", "2024-03-05T14:02"),
        ("2024-03-05T14:02:09+01:00", "2024-03-05T14:02:09+01:00"),
        ("05 March 2024 - 14:02", "2024-03-05T14:02"),
        ("Tue 5 Mar 2024 14.02 GMT", "2024-03-05T14:02"),
        ("5th of March 2024", "2024-03-05"),
        ("March 5, 2024 at 2:02 p.m.", "2024-03-05T14:02"),
        ("MARCH 5, 2024 12:02 AM", "2024-03-05T00:02"),
        ("Mar. 5, 2024 | 2pm", "2024-03-05T14:00"),
        ("2:02 PM EST, Tue March 5, 2024", "2024-03-05T14:02"),
        ("March 5, 20242:02 PM GMT+1", "2024-03-05T14:02"),
        ("1402 GMT 5 March 2024", "2024-03-05T14:02"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024 2:02 PM", "2024-03-25T14:02"),
        ("05.03.2024, 14:02", "2024-03-05T14:02"),
        ("05/05/2024", "2024-05-05"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_dates_in_reads_a_printed_date(printed: str, iso: str) -> None:
    assert [date.iso for date in dates_in(printed)] == [iso]


@pytest.mark.parametrize(
    ("printed", "fault"),
    [
        ("31 February 2024", "“31 February 2024” is not a date: February 2024 has 29 days"),
        ("2024-13-05", "“2024-13-05” is not a date: there is no month 13"),
        ("05 March 2024 - 25:02", "“25:02” is not a time of day"),
        ("04/03/2024", "“04/03/2024” can be read as 4 March or as 3 April"),
    ],
)
def test_dates_in_says_what_is_wrong_with_a_date(printed: str, fault: str) -> None:
    assert [date.fault for date in dates_in(printed)] == [fault]


@pytest.mark.parametrize("words", ["March 5", "in 2024", "1.2.3", "10/10", "192.168.2024.1", ""])
def test_dates_in_finds_no_date_where_day_month_or_year_is_missing(words: str) -> None:
    assert dates_in(words) == []


def test_read_page_reports_an_impossible_date_with_its_place_and_remedy() -> None:
    text = "Ferries stay in port\n\n31 February 2024 - 14:02 Ingrid Aune\n" + FOLLOWING

    page = read_page(text)

    (problem,) = page.problems
    assert problem.span.of(text) == "31 February 2024 - 14:02"
    assert problem.message == (
        "Line 3: “31 February 2024” is not a date: February 2024 has 29 days; "
        "correct it in the text, or give the date with the article as YYYY-MM-DD."
    )
    assert (page.published_at, page.byline) == (None, ("Ingrid Aune",))


@pytest.mark.parametrize(("given", "problems"), [(None, 1), ("2024-03-04", 0)])
def test_read_page_asks_about_an_ambiguous_date_only_where_none_is_given(
    given: str | None, problems: int
) -> None:
    page = read_page("Ferries stay in port\n\n04/03/2024\n" + FOLLOWING, Given(published_at=given))

    assert (page.published_at, len(page.problems)) == (given, problems)


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("2024-03-05T14:02:00Z", "2024-03-05T14:02:00Z"),
        ("5 March 2024", "2024-03-05"),
        ("2024-02-31", "2023-01-01"),
        ("yesterday", "2023-01-01"),
    ],
)
def test_read_page_lets_a_given_date_win_where_it_is_one(given: str, known: str) -> None:
    page = read_page("Ferries stay in port\n\n1 January 2023\n" + FOLLOWING, Given(published_at=given))

    assert page.published_at == known
    assert len(page.problems) == (known == "2023-01-01")


def test_read_page_prefers_the_date_of_publishing_to_that_of_a_change() -> None:
    page = read_page(
        "Ferries stay in port\n\nUpdated 6 March 2024 09:15\nPublished 5 March 2024\n" + FOLLOWING
    )

    assert page.published_at == "2024-03-05"


def test_read_page_leaves_dates_in_the_body_alone() -> None:
    page = read_page("Lunda Lines was founded on 31 February 1924, its director joked.\n" + FOLLOWING)

    assert (page.published_at, page.problems) == (None, ())
