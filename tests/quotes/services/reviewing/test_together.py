"""Many editors at once, each on a connection of their own: no item is before two of them."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.contrib.auth.models import User
from django.db import connection

from quotes.services.errors import Refused
from quotes.services.reviewing import decide, item, next_items
from tests.factories import StaffFactory
from tests.quotes.services.reviewing.desk import printed

pytestmark = pytest.mark.django_db(transaction=True)

EDITORS, ROUNDS = 6, 3


def test_editors_who_ask_at_once_never_get_the_same_item() -> None:
    rows = {printed().pk for _ in range(EDITORS * 2 + 3)}
    editors = [StaffFactory() for _ in range(EDITORS)]
    start = Barrier(EDITORS)

    def ask(editor: User) -> list[int]:
        try:
            start.wait()
            for _ in range(ROUNDS):  # what is theirs stays theirs
                mine = [one.row.pk for one in next_items(editor=editor, limit=2)]
            return mine
        finally:
            connection.close()

    with ThreadPoolExecutor(EDITORS) as pool:
        found = list(pool.map(ask, editors))

    given = Counter(row for mine in found for row in mine)
    assert [len(mine) for mine in found] == [2] * EDITORS
    assert (set(given.values()), given.keys() <= rows) == ({1}, True)


def test_two_who_decide_on_one_item_at_once_are_told_who_was_first() -> None:
    address = f"appearance-{printed().public_id}"
    version = item(address).version
    editors = [StaffFactory(username="ida"), StaffFactory(username="bo")]
    start = Barrier(2)

    def do(editor: User) -> str:
        try:
            start.wait()
            decide(by=editor, address=address, decision="confirm", version=version)
        except Refused as refused:
            return refused.message
        finally:
            connection.close()
        return ""

    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(do, editors))

    loser, winner = (editors[0], editors[1]) if said[0] else (editors[1], editors[0])
    assert [bool(one) for one in said].count(True) == 1
    assert said[editors.index(loser)].startswith(f"Meanwhile {winner} did this on ")
