"""Occasions: one speaker's words on one day or on two, by what the reporters tell around them."""

from datetime import date

import pytest

from quotes.text.comparing.types import Occasions
from quotes.text.occasions import Told, occasions, told
from quotes.text.reporters import Around
from tests.quotes.text.paragraphs import Row, judged, rows

DAY = "2025-03-13"  # a Thursday


@pytest.mark.parametrize(
    "row", list(rows("occasions.txt")), ids=lambda row: f"{row.answer}: {row.one[11:60]}"
)
def test_joins_one_speakers_words_on_one_occasion_only(row: Row) -> None:
    assert judged(row) == row.answer


@pytest.mark.parametrize(
    ("sentence", "since", "until"),
    [
        ("she said on Tuesday", "2025-03-10", "2025-03-12"),
        ("she said on Friday", "2025-03-06", "2025-03-13"),  # where it is Friday already, it may be today's
        ("she said yesterday", "2025-03-11", "2025-03-13"),
        ("she said last week", "2025-02-28", "2025-03-12"),
        ("she had told parliament in February", "2025-02-01", "2025-02-28"),
        ("she said in October", "2024-10-01", "2024-10-31"),
        ("she said on 4 March", "2025-03-03", "2025-03-05"),
        ("she said last month", "2025-02-01", "2025-02-28"),
        ("she said in 2023", "2023-01-01", "2023-12-31"),
        ("she said three weeks ago", "2025-02-16", "2025-02-24"),
        ("she said two months ago", "2024-12-23", "2025-02-01"),
        ("she said in last year's debate", "2024-01-01", "2024-12-31"),
    ],
)
def test_told_reads_the_days_the_words_may_be_of(sentence: str, since: str, until: str) -> None:
    found = told(around=Around(sentence=sentence), setting="", published=DAY)
    assert (found.dated, str(found.since), str(found.until)) == (True, since, until)


def test_told_takes_a_setting_without_a_day_for_fresh() -> None:
    found = told(around=Around(sentence="she told the rally"), setting="told the rally", published=DAY)
    assert (found.since, found.until, found.dated) == (date(2025, 3, 6), date(2025, 3, 13), False)


def test_told_takes_a_day_in_the_sentence_before_for_the_earliest() -> None:
    found = told(around=Around("she said", "On Monday she was in the port again"), setting="", published=DAY)
    assert (found.since, found.until) == (date(2025, 3, 9), date(2025, 3, 13))


@pytest.mark.parametrize(
    ("words", "back", "again"),
    [("she has said", True, False), ("she once said", True, False), ("she said", False, False),
     ("she had said, and it is her motto", False, True), ("reciting the slogan", False, True)],
)  # fmt: skip
def test_told_hears_quoting_back_and_saying_again(words: str, back: bool, again: bool) -> None:
    found = told(around=Around(words, "", words), setting="", published=DAY)
    assert (found.back, found.again) == (back, again)


def test_told_knows_no_day_without_one_of_printing() -> None:
    assert told(around=Around("she said on Monday"), setting="on Monday", published=None) == Told()


MONDAY, TUESDAY = date(2025, 3, 10), date(2025, 3, 11)
EARLIER = Told(None, date(2025, 2, 20))


@pytest.mark.parametrize(
    ("one", "other", "standing"),
    [
        (Told(None, MONDAY), Told(None, TUESDAY), Occasions.OPEN),
        (EARLIER, Told(MONDAY, TUESDAY, dated=True), Occasions.APART),
        (EARLIER, Told(MONDAY, TUESDAY), Occasions.LATER),
        (EARLIER, Told(None, MONDAY, back=True), Occasions.ONE),
        (EARLIER, Told(None, MONDAY, again=True), Occasions.AGAIN),
        (EARLIER, Told(date(2025, 2, 1), date(2025, 2, 28), dated=True, again=True), Occasions.ONE),
        (Told(), Told(), Occasions.OPEN),
    ],
)
def test_occasions_compares_what_both_tell(one: Told, other: Told, standing: Occasions) -> None:
    assert (occasions(one, other), occasions(other, one)) == (standing, standing)


def test_occasions_of_one_channel_are_one() -> None:
    assert occasions(EARLIER, Told(None, MONDAY), one_channel=True) is Occasions.ONE
