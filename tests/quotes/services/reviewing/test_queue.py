"""The queue: what comes next, for whom."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from quotes.models import Article, Lease
from quotes.services.errors import Refused
from quotes.services.reviewing import (
    KINDS,
    Filters,
    decide,
    flag,
    flags,
    holder,
    item,
    next_items,
    progress,
    release,
    renew,
    unflag,
    waiting,
)
from quotes.services.reviewing.kinds import WAITS
from tests.factories import ArticleFactory, OutletFactory, SourceFactory, StaffFactory
from tests.quotes.services.reviewing.desk import WORDS, disagreeing, laid_out, printed

pytestmark = pytest.mark.django_db


def addresses(**given: Any) -> list[str]:
    return [one.address for one in next_items(editor=given.pop("editor", None) or StaffFactory(), **given)]


@pytest.mark.parametrize("kind", KINDS)
def test_next_items_finds_the_item_of_each_kind(kind: str) -> None:
    desk = laid_out(StaffFactory())
    only = [desk.addresses()[kind]]

    assert addresses(filters=Filters(kinds=[kind]), limit=1) == only
    assert [one.count for one in waiting(Filters(kinds=[kind]))] == [2 if kind == "appearance" else 1]
    assert item(only[0]).address == only[0]


def test_next_items_come_by_uncertainty_times_reach() -> None:
    near, far = printed(confidence=0.5), printed(confidence=0.9, reach=20)
    sure = printed(confidence=0.9)

    found = next_items(editor=StaffFactory(), limit=5)

    assert [one.row for one in found] == [far, near, sure]
    assert [(round(one.uncertainty, 2), one.reach) for one in found] == [(0.1, 20), (0.5, 1), (0.1, 1)]


def test_two_editors_never_get_the_same_item() -> None:
    rows = {printed().pk for _ in range(4)}
    ada, bo = StaffFactory(), StaffFactory()

    first = {one.row.pk for one in next_items(editor=ada, limit=2)}
    second = {one.row.pk for one in next_items(editor=bo, limit=2)}
    third = next_items(editor=StaffFactory(), limit=2)

    assert (first | second, first & second, third) == (rows, set(), [])
    assert {one.row.pk for one in next_items(editor=ada, limit=2)} == first


def test_an_item_comes_back_when_it_is_released_or_its_lease_is_over() -> None:
    row = printed()
    ada, bo = StaffFactory(), StaffFactory()
    (address,) = addresses(editor=ada, limit=1)
    assert (holder(address), renew(editor=bo, addresses=[address])) == (ada, [])

    release(editor=bo, addresses=[address])  # not bo's to release
    assert addresses(editor=bo) == []
    release(editor=ada, addresses=[address])
    assert addresses(editor=bo) == [address]
    Lease.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert next_items(editor=ada)[0].row == row
    assert renew(editor=ada, addresses=[address]) == [address]


def test_skipped_items_do_not_come_to_who_skipped_them() -> None:
    desk = laid_out(StaffFactory())
    all_of_them = addresses(limit=10)
    Lease.objects.all().delete()

    left = addresses(limit=10, skip=list(desk.addresses().values()))

    assert set(all_of_them) - set(left) == set(desk.addresses().values())


FITS: dict[str, Callable[[Any], Filters]] = {
    "outlet": lambda row: Filters(outlet=row.article.outlet),
    "speaker": lambda row: Filters(speaker=row.hops.get().source),
    "language": lambda row: Filters(language="de"),
    "days": lambda row: Filters(since=date(2026, 3, 1), until=date(2026, 3, 1)),
    "confidence": lambda row: Filters(least=0.2, most=0.3),
    "flag": lambda row: Filters(flagged=True),
}


@pytest.mark.parametrize("name", FITS)
def test_filters_leave_what_fits(name: str) -> None:
    editor = StaffFactory()
    laid_out(editor)
    when = {"published_at": datetime(2026, 3, 1, 23, 59, tzinfo=UTC), "published_as": "2026-03-01"}
    article = ArticleFactory(text=f"“{WORDS},” she said.\n", language="de", outlet=OutletFactory(), **when)
    row = printed(article=article, confidence=0.25, chain=[SourceFactory()])
    flag(by=editor, address=f"appearance-{row.public_id}", note="ask Bo")
    filters = FITS[name](row)

    assert addresses(filters=filters, limit=9) == [f"appearance-{row.public_id}"]
    assert sum(one.count for one in waiting(filters)) == 1


def test_filters_find_a_match_by_either_side_and_a_copy_by_either_article() -> None:
    desk = laid_out(StaffFactory())
    found = [desk.addresses()["copy"], desk.addresses()["match"]]

    for side in (desk.match.a, desk.match.b):
        Lease.objects.all().delete()
        assert sorted(addresses(filters=Filters(outlet=side.article.outlet), limit=9)) == found


def test_a_conflict_is_settled_once_people_confirmed_every_side() -> None:
    quote = disagreeing(StaffFactory())

    decided = decide(by=StaffFactory(), address=f"conflict-{quote.public_id}", decision="keep")

    assert addresses(filters=Filters(kinds=["conflict"])) == []
    assert str(decided.act) == "Kept the speakers of “The bridge will open in May” as each paper names them"


def test_waiting_tells_the_age_of_the_oldest_and_counts_no_further_than_it_must(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(WAITS, "appearance", replace(WAITS["appearance"], counted=1))
    before = timezone.now() - timedelta(milliseconds=2)
    printed()
    between = timezone.now() + timedelta(milliseconds=2)
    printed()

    (one,) = waiting(Filters(kinds=["appearance"]))

    assert (one.shown, one.more) == ("1+", True)
    assert one.oldest is not None
    assert before < one.oldest < between


def test_progress_counts_the_decisions_of_today_and_what_waits() -> None:
    desk = laid_out(StaffFactory())
    ada = StaffFactory()

    decide(by=ada, address=desk.addresses()["match"], decision="same")
    decide(by=StaffFactory(), address=desk.addresses()["copy"], decision="reject")
    Article.objects.update(state="matched")

    assert progress(editor=ada).shown == "1 of 5"


def test_flags_are_on_their_item_alone_until_they_are_taken_back() -> None:
    editor, desk = StaffFactory(), laid_out(StaffFactory())
    on = [flag(by=editor, address=address, note=kind) for kind, address in desk.addresses().items()]
    items = [item(address) for address in desk.addresses().values()]

    assert list(flags(items).values()) == [[one] for one in on]
    unflag(by=StaffFactory(username="bo"), flag=on[0])
    assert list(flags(items).values()) == [[], *([one] for one in on[1:])]
    with pytest.raises(Refused, match="bo took this flag"):
        unflag(by=editor, flag=on[0])


def test_item_refuses_what_is_no_address() -> None:
    for address in ("", "appearance-1", "hop-00000000-0000-0000-0000-000000000000", "x" * 500):
        with pytest.raises(Refused):
            item(address)


def test_next_items_takes_few_queries(django_assert_max_num_queries: Any) -> None:
    laid_out(StaffFactory())
    editor = StaffFactory()

    with django_assert_max_num_queries(15):
        next_items(editor=editor, limit=2)
        progress(editor=editor)
