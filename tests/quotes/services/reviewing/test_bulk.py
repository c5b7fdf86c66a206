"""Bulk: one decision on many, as one act, undone at once."""

import pytest

from quotes.models import Act, Appearance
from quotes.services import appearances
from quotes.services.acts import latest
from quotes.services.errors import Refused
from quotes.services.reviewing import Filters, decide_many, preview, waiting
from quotes.services.undoing import undo
from tests.factories import StaffFactory
from tests.quotes.services.reviewing.desk import laid_out, printed
from tests.quotes.services.test_undoing import everything

pytestmark = pytest.mark.django_db


def test_decide_many_is_one_act_and_one_undo() -> None:
    ada = StaffFactory()
    outlet = printed().article.outlet
    for _ in range(2):
        printed().article.__class__.objects.filter(outlet__isnull=False).update(outlet=outlet)
    before = everything()
    seen = preview(by=ada, kind="appearance", filters=Filters(outlet=outlet))

    many = decide_many(by=ada, decision="confirm", addresses=seen.addresses, reason="all heard")

    assert (len(seen.items), seen.more, many.done, many.refused) == (3, False, 3, [])
    assert [str(act) for act in latest(by=ada)] == ["Confirmed 3 quotes"]
    assert Appearance.objects.filter(state="confirmed", decided_by=ada, reason="all heard").count() == 3
    undo(by=ada, act=many.act)
    assert everything() == before
    assert [act.is_undone for act in latest(by=ada)] == [True]


def test_decide_many_tells_what_was_refused_and_does_the_rest() -> None:
    ada, bo = StaffFactory(), StaffFactory(username="bo")
    desk = laid_out(StaffFactory())
    gone, mine = printed(), printed()
    address = f"appearance-{gone.public_id}"
    gone.delete()

    many = decide_many(by=ada, decision="reject", addresses=[address, f"appearance-{mine.public_id}"])

    assert (many.done, many.refused) == (1, [(address, "This is gone; reload.")])
    appearances.undecide(by=bo, appearance=Appearance.objects.get(pk=mine.pk))
    with pytest.raises(Refused, match="after this"):
        undo(by=ada, act=many.act)
    assert desk.appearance.state == "suggested"


def test_undo_of_many_leaves_what_was_decided_again() -> None:
    ada = StaffFactory()
    rows = [printed(), printed()]
    many = decide_many(by=ada, decision="confirm", addresses=[f"appearance-{row.public_id}" for row in rows])
    again = appearances.reject(by=StaffFactory(), appearance=Appearance.objects.get(pk=rows[0].pk))

    undoing = undo(by=ada, act=many.act)

    states = dict(Appearance.objects.values_list("pk", "state"))
    assert [states[row.pk] for row in rows] == ["rejected", "suggested"]
    assert [sentence for sentence, _ in undoing.did["refused"]] == [f"Confirmed {quoted(again)}"]


def quoted(row: Appearance) -> str:
    return f"“{row.words}” by {row.hops.get().source}"


def test_decide_many_judges_matches() -> None:
    desk, ada = laid_out(StaffFactory()), StaffFactory()

    many = decide_many(by=ada, decision="altered", addresses=[desk.addresses()["match"]])

    assert (many.done, str(many.act)) == (1, "Judged altered 1 match")
    assert waiting(Filters(kinds=["match"]))[0].count == 0


def test_decide_many_that_changes_nothing_is_no_act() -> None:
    ada, row = StaffFactory(), printed()

    many = decide_many(by=ada, decision="undecide", addresses=[f"appearance-{row.public_id}"])

    assert (many.act, many.done, Act.objects.count()) == (None, 0, 0)


@pytest.mark.parametrize(
    ("addresses", "code"),
    [([], "too_few"), (["appearance-x", "copy-y"], "no_decision"), (["match-x"] * 501, "too_many")],
)
def test_decide_many_refuses_what_is_no_one_decision(addresses: list[str], code: str) -> None:
    with pytest.raises(Refused) as refused:
        decide_many(by=StaffFactory(), decision="confirm", addresses=addresses)

    assert refused.value.code == code
