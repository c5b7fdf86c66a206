"""Finding copies: linked with shares and passages, whoever comes first, and nothing else linked."""

import pytest
from django.apps import apps

from quotes.models import Copy, Source, StoryKey
from tests.quotes.services.copying.newsroom import (
    BODY,
    COPY,
    LEAD,
    OTHER,
    OWN,
    SAID,
    WIRE,
    again,
    matched,
    pair,
    revised,
    source,
    stored,
)

pytestmark = pytest.mark.django_db

EARLY, LATE = "2025-03-01T08:00", "2025-03-01T17:00"


def agency() -> Source:
    return source("Halvard", Source.Kind.AGENCY)


@pytest.mark.parametrize("order", [1, -1])
def test_match_article_links_an_uncredited_copy_to_the_agency(order: int) -> None:
    wire, copied = stored(agency(), WIRE, LATE), stored(source("The Lantern"), COPY, EARLY)
    matched(*(wire, copied)[::order])

    found = pair(wire, copied)

    assert (found.taker, found.source, found.credited, found.state) == (copied, agency(), False, "suggested")
    assert found.share == found.share_b == pytest.approx(0.84, abs=0.01)
    assert found.share_a == pytest.approx(1.0, abs=0.05)


def test_match_article_keeps_the_words_in_common_as_spans_of_both_texts() -> None:
    wire, copied = stored(agency(), WIRE, EARLY), stored(source("The Lantern"), COPY, LATE)
    matched(wire, copied)

    passages = pair(wire, copied).passages

    here = [WIRE[slice(*one["a"])] for one in passages]
    there = [COPY[slice(*one["b"])] for one in passages]
    assert here == there
    assert here == [LEAD.rstrip("."), f"{SAID[1:]}\n\n{BODY}".rstrip(".")]


def test_match_article_names_the_agency_that_another_outlet_credits() -> None:
    credited = stored(source("The Ledger"), WIRE, LATE, credit="Halvard")
    copied = stored(source("The Lantern"), COPY, EARLY)
    matched(credited, copied)

    found = pair(credited, copied)

    assert (found.taker, found.source.name, found.source.kind) == (copied, "Halvard", "agency")


def test_match_article_notes_a_credited_copy() -> None:
    wire, copied = stored(agency(), WIRE), stored(source("The Ledger"), COPY, credit="Halvard")
    matched(wire, copied)

    assert pair(wire, copied).credited is True


def test_match_article_goes_by_time_where_nobody_credits_anybody() -> None:
    late, early = stored(source("The Ledger"), WIRE, LATE), stored(source("The Lantern"), COPY, EARLY)
    matched(late, early)

    assert (pair(late, early).taker, pair(late, early).source.name) == (late, "The Lantern")


def test_match_article_links_without_direction_where_nothing_tells() -> None:
    one, other = stored(source("The Ledger"), WIRE), stored(source("The Lantern"), COPY)
    matched(one, other)

    assert (pair(one, other).taker, pair(one, other).source) == (None, None)


def test_match_article_links_no_update_of_an_outlets_own_story() -> None:
    ledger = source("The Ledger")
    matched(stored(ledger, WIRE, EARLY), stored(ledger, COPY, LATE))

    assert not Copy.objects.exists()


def test_match_article_links_no_two_reporters_with_the_same_quotations() -> None:
    one = stored(source("The Ledger"), f"{LEAD}\n\n{SAID}")
    matched(one, stored(source("The Lantern"), f"{SAID}\n\n{OTHER}"))

    assert not Copy.objects.exists()


def test_match_article_links_nothing_by_background_printed_long_before() -> None:
    old = stored(source("The Pennon"), BODY, "2025-01-02")
    one = stored(source("The Ledger"), f"{BODY}\n\n{OTHER}", EARLY)
    other = stored(source("The Lantern"), f"{OWN}\n\n{BODY}", LATE)
    matched(old, one, other)

    assert not Copy.objects.filter(a=one, b=other).exists()


def test_match_article_changes_no_copies_on_a_second_run() -> None:
    wire, copied = stored(agency(), WIRE, EARLY), stored(source("The Lantern"), COPY, LATE)
    matched(wire, copied)
    models = [Copy, StoryKey, apps.get_model("quotes", "CopyEvent")]
    before = [list(model.objects.order_by("pk").values()) for model in models]

    again(wire, copied)
    again(copied, wire)

    assert [list(model.objects.order_by("pk").values()) for model in models] == before


def test_match_article_drops_the_link_of_a_text_that_is_no_copy_any_more() -> None:
    wire, copied = stored(agency(), WIRE, EARLY), stored(source("The Lantern"), COPY, LATE)
    matched(wire, copied)

    revised(copied, f"{OWN}\n\n{OTHER}")
    matched(copied)

    assert not Copy.objects.current().exists()
    assert Copy.objects.count() == 1
