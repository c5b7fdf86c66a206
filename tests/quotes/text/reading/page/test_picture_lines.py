"""Agencies beside pictures and below the last sentence: whose copy it is, and whose picture."""

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given

_BODY = "\n\nThe ferry sank at noon on Friday.\n\nNobody drowned, the mayor said.\n"


def test_read_page_takes_an_agency_above_a_caption_for_the_picture_of_a_house_s_own_story() -> None:
    page = "Ferry sinks off Karsen\n\nMara Quill\nHealth reporter\n\nPA Media\nThe ferry, seen in 2019"

    found = read_page(page + _BODY, Given(outlet="The Karsen Post"))

    assert (found.credit, found.picture_credit) == (None, "PA Media")


def test_read_page_reads_an_agency_signing_the_last_sentence_above_other_stories() -> None:
    end = (
        "\n\n“Nobody drowned,” they wrote. — AFP\n\nRead today\nTODAY 2 Dec 2025\nHarbour’s boys win bronze\n"
    )

    found = read_page("Ferry sinks\n\n02 December 2025" + _BODY + end, Given(outlet="The Karsen Post"))

    assert found.credit == "AFP"


def test_read_page_reads_an_agency_s_byline_with_town_and_date() -> None:
    page = "Ferry sinks off Karsen\n\nBY ANADOLU AGENCY  ANKARA  NOV 19, 2025 - 2:14 PM GMT+3"

    found = read_page(page + _BODY, Given(outlet="The Karsen Post"))

    assert found.credit == "Anadolu"
