"""Foreseeing: what merging quotes would do, told before it is done."""

import pytest

from quotes.models import Quote
from quotes.services import quotes
from quotes.services.errors import Refused
from quotes.services.foreseeing import merging
from quotes.services.judgements import judge
from tests.factories import StaffFactory
from tests.quotes.services.printed import FRAGMENT, OTHER, THIRD, WORDS, in_force, printed, standing

pytestmark = pytest.mark.django_db


def test_merging_tells_what_merge_then_does() -> None:
    rows = [printed(OTHER), printed(WORDS), printed(FRAGMENT)]
    first, other = rows[0].quote, rows[1].quote
    before = standing(), in_force()

    told = merging(quotes=[other, first])

    assert (standing(), in_force()) == before
    assert (told.quote, told.appearances, told.articles) == (first, 2, 2)
    assert (told.forwards, told.obstacles) == ([other], [])
    assert quotes.merge(by=StaffFactory(), quotes=[other, first]).quote == told.quote


def test_merging_tells_which_judgements_are_in_the_way() -> None:
    one, other, third = printed(WORDS), printed(OTHER), printed(THIRD)
    ida = StaffFactory(username="ida")
    match = judge(by=ida, a=one, b=third, judgement="different")
    judge(by=ida, a=other, b=third, judgement="same")
    both = list(Quote.objects.filter(appearances__in=[one, other]))

    told = merging(quotes=both)

    when = f"{match.decided_at:%Y-%m-%d at %H:%M}"
    assert told.obstacles == [
        f"“{WORDS}” and “{THIRD}” are different, said ida on {when}; take that back first."
    ]
    with pytest.raises(Refused, match="contradicts"):
        quotes.merge(by=ida, quotes=both)


def test_merging_tells_which_quotes_are_gone() -> None:
    rows = [printed(OTHER), printed(WORDS), printed(THIRD)]
    quotes.merge(by=StaffFactory(), quotes=[rows[0].quote, rows[1].quote])
    gone = Quote.objects.get(pk=rows[1].quote_id)

    assert merging(quotes=[rows[2].quote, gone]).obstacles == [
        f"“{WORDS}” was merged into another already; leave it out."
    ]
