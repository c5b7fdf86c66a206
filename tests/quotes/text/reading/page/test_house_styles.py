import pytest

from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given
from tests.quotes.text.reading.page.house_styles import HOUSES, STORY, House


@pytest.mark.parametrize("house", HOUSES, ids=lambda house: house.name)
def test_read_page_knows_whose_copy_a_house_prints(house: House) -> None:
    page = read_page(house.text, Given(outlet=house.outlet))

    found = (page.credit, page.byline, page.dateline, page.contributions)
    assert found == (house.credit, house.byline, house.dateline, house.contributions)
    assert page.body.of(house.text) == house.opens + STORY
