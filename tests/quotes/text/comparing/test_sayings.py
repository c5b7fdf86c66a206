"""Sayings: what is said again and again, and what tells of an event."""

import pytest

from quotes.text.comparing.judging import judge
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.sayings import eventful
from quotes.text.comparing.texts import read
from quotes.text.comparing.types import Occasions, Printing, Relation


@pytest.mark.parametrize(
    ("words", "tells"),
    [
        ("Roofs first, flags later", False),
        ("The safety of our staff is and will remain our first priority", False),
        ("The bank is well capitalised at all times", False),
        ("The court has spoken, and the court is right", False),
        ("We have come a long way in nine months", False),  # a length of time
        ("One valley, one wage", False),
        ("The pumps were switched off at midnight", True),
        ("We dug with our bare hands", True),
        ("The ferry leaves on Tuesday", True),
        ("We need forty doctors", True),
    ],
)
def test_eventful_tells_sayings_from_what_happened(words: str, tells: bool) -> None:
    assert eventful(read(words)) is tells


def judged(words: str, other: str, day: str, standing: Occasions) -> str:
    a, b = Printing(words, "Ada Rowe", "2025-03-01", "The Comet"), Printing(other, "Rowe", day, "The Bugle")
    return judge(relate(a, b, given=Circumstances(occasions=standing)))


SAYING = "Patience is also a policy"
EVENT = "The pumps were switched off at midnight and nobody told the night shift"


@pytest.mark.parametrize(
    ("words", "day", "standing", "joined"),
    [
        (SAYING, "2025-03-02", Occasions.OPEN, True),
        (SAYING, "2025-03-09", Occasions.OPEN, False),
        (SAYING, "2025-03-09", Occasions.ONE, True),
        (SAYING, "2025-03-02", Occasions.AGAIN, False),
        (SAYING, "2025-03-01", Occasions.AGAIN, True),
        (EVENT, "2025-03-09", Occasions.OPEN, True),
        (EVENT, "2025-03-21", Occasions.LATER, True),
        (EVENT, "2025-03-21", Occasions.APART, False),
        (SAYING, "2025-03-21", Occasions.LATER, False),
    ],
)
def test_relate_joins_a_saying_on_one_occasion_only(
    words: str, day: str, standing: Occasions, joined: bool
) -> None:
    assert (judged(words, words, day, standing) == "same") is joined


def test_relate_keeps_a_frame_with_another_matter_apart_on_another_day() -> None:
    one = "We shall never share a table with those who point guns at us"
    other = "We shall never share a table with those who mock our courts"
    assert judged(one, other, "2025-03-09", Occasions.OPEN) == "different"


@pytest.mark.parametrize(
    "other", ["Do not send us flowers, send us cement.", "Do not send us boots, send us bread."]
)
def test_relate_takes_a_frame_used_anew_for_no_rendering(other: str) -> None:
    a = Printing("Do not send us blankets, send us a judge.", "Ho Lan", "2025-03-01", "The Comet")
    b = Printing(other, "Ho Lan", "2025-03-05", "The Lamp")
    assert relate(a, b, given=Circumstances(said_in="ko")).relation is not Relation.RETRANSLATED


@pytest.mark.parametrize("standing", [Occasions.AGAIN, Occasions.LATER])
def test_relate_takes_no_long_fragment_for_a_saying(standing: Occasions) -> None:
    whole = "Every mile of that dyke will be walked and checked before a single boat is moored to it again"
    part = "will be walked and checked before a single boat is moored to it again"
    assert judged(whole, part, "2025-03-09", standing) == "same"
