"""Deciding on items: each decision of each kind, in sight of what somebody else did meanwhile."""

from collections.abc import Callable
from typing import Any

import pytest

from quotes.models import Appearance
from quotes.services.acts import latest
from quotes.services.errors import Refused
from quotes.services.reviewing import DECISIONS, decide, item, next_items
from quotes.services.undoing import undo
from tests.factories import SourceFactory, StaffFactory
from tests.quotes.services.reviewing.desk import Desk, laid_out
from tests.quotes.services.test_undoing import everything

pytestmark = pytest.mark.django_db

TAKES: dict[tuple[str, str], Callable[[Desk], dict[str, Any]]] = {
    ("appearance", "correct"): lambda _: {"setting": "on the quay"},
    ("appearance", "correct_speaker"): lambda _: {"source": SourceFactory()},
    ("hop", "resolve"): lambda _: {"source": SourceFactory()},
    ("hop", "correct"): lambda _: {"source": SourceFactory()},
    ("conflict", "correct_speaker"): lambda desk: {"source": SourceFactory(), "appearance": printing(desk)},
    ("conflict", "reject"): lambda desk: {"appearance": printing(desk)},
    ("conflict", "split"): lambda desk: {"groups": [[printing(desk)]]},
}
CASES = [
    (kind, decision) for kind, names in DECISIONS.items() for decision in names if decision != "undecide"
]


def printing(desk: Desk) -> Appearance:
    return desk.conflict.appearances.get(state="suggested")


@pytest.mark.parametrize(("kind", "decision"), CASES)
def test_decide_and_undo_leave_everything_as_it_was(kind: str, decision: str) -> None:
    desk, ada = laid_out(StaffFactory()), StaffFactory()
    address, given = desk.addresses()[kind], TAKES.get((kind, decision), lambda _: {})(desk)
    before, version = everything(), item(address).version

    done = decide(by=ada, address=address, decision=decision, given=given, version=version, reason="so")
    changed = everything() != before

    assert done.act is not None
    assert (done.act.decided_by, done.act.reason, list(latest(by=ada))) == (ada, "so", [done.act])
    assert changed or kind == "copy"
    undo(by=ada, act=done.act)
    assert everything() == before


MEANWHILE = {
    "appearance": (
        "confirm",
        "reject",
        {},
        r"Meanwhile bo did this on .+: Confirmed “The ferry .+” by .+\. Reload",
    ),
    "hop": ("drop", "drop", {}, r"This is gone"),
    "match": ("same", "different", {}, r"Meanwhile bo said same on .+; reload, then decide\."),
    "conflict": ("keep", "keep", {}, r"Meanwhile bo did this on .+: Confirmed “The ferry .+"),
    "copy": ("reject", "accept", {}, r"Meanwhile bo said rejected on .+; reload, then decide\."),
}


@pytest.mark.parametrize("kind", MEANWHILE)
def test_decide_tells_who_decided_what_meanwhile(kind: str) -> None:
    theirs, mine, given, said = MEANWHILE[kind]
    address = laid_out(StaffFactory()).addresses()[kind]
    version = item(address).version
    decide(by=StaffFactory(username="bo"), address=address, decision=theirs)
    before = everything()

    with pytest.raises(Refused, match=said):
        decide(by=StaffFactory(), address=address, decision=mine, given=given, version=version)

    assert everything() == before


def test_decide_refuses_what_is_no_decision() -> None:
    with pytest.raises(Refused, match="is no decision"):
        decide(by=StaffFactory(), address=laid_out(StaffFactory()).addresses()["match"], decision="confirm")


def test_decide_lets_go_of_the_item_so_that_it_comes_back_once_undone() -> None:
    address = laid_out(StaffFactory()).addresses()["appearance"]
    ada, bo = StaffFactory(), StaffFactory()
    assert address in [one.address for one in next_items(editor=ada, limit=9)]

    undo(by=ada, act=decide(by=ada, address=address, decision="confirm").act)

    assert [one.address for one in next_items(editor=bo, limit=9)] == [address]
