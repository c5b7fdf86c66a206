"""Undoing: one verb for every act, and nothing is left of what was undone."""

from collections.abc import Callable
from typing import Any

import pytest

from quotes.models import Act, Appearance, Article, Hop, KeptApart, Match
from quotes.services import appearances, hops, sources
from quotes.services.acts import collecting, latest
from quotes.services.corrections import Correction, correct
from quotes.services.errors import Refused
from quotes.services.hops import Link
from quotes.services.judgements import judge
from quotes.services.matching.match import match_article
from quotes.services.undoing import undo
from tests.factories import AgencyFactory, SourceFactory, StaffFactory
from tests.quotes.services.printed import FRAGMENT, OTHER, WORDS, in_force, printed, standing

pytestmark = pytest.mark.django_db

Do = Callable[[Appearance, Appearance], object]


def everything() -> list[list[dict[str, Any]]]:
    """Return the rows that decisions change."""
    apart = list(KeptApart.objects.current().order_by("a").values())
    return [standing(), in_force(), list(Hop.objects.order_by("pk").values()), apart]


def chained() -> Appearance:
    """Return a printing whose chain has a speaker and an agency, and that others print too."""
    printed(FRAGMENT)
    one = printed(WORDS)
    hops.add(by=StaffFactory(), appearance=one, position=1, link=Link(AgencyFactory()))
    Hop.objects.filter(appearance=one).update(basis="explicit", start=one.start, end=one.end, evidence=WORDS)
    Hop.objects.update(decided_by=None, decided_at=None)
    match_article(article_id=one.article_id)
    one.refresh_from_db()
    return one


def editor() -> dict[str, Any]:
    return {"by": StaffFactory(), "reason": "so it is"}


def corrected(one: Appearance, **what: Any) -> object:
    return correct(appearance=one, correction=Correction(**what), **editor())


DOES: dict[str, Do] = {
    "confirm": lambda one, _: appearances.confirm(appearance=one, **editor()),
    "reject": lambda one, _: appearances.reject(appearance=one, **editor()),
    "correct": lambda one, _: corrected(one, segments=[(one.start + 4, one.end - 9)]),
    "correct ": lambda one, _: corrected(one, kind="indirect", setting="at the quay"),
    "correct_speaker": lambda one, _: appearances.correct_speaker(
        appearance=one, source=SourceFactory(), **editor()
    ),
    "add_hop": lambda one, _: hops.add(
        appearance=one, position=1, link=Link(AgencyFactory(), (one.start, one.end)), **editor()
    ),
    "correct_hop": lambda one, _: hops.correct(
        appearance=one, position=1, link=Link(AgencyFactory()), **editor()
    ),
    "drop_hop": lambda one, _: hops.drop(appearance=one, position=1, **editor()),
    "reorder_hops": lambda one, _: hops.reorder(appearance=one, order=[1, 0], **editor()),
    "judge": lambda one, other: judge(a=one, b=other, judgement="different", **editor()),
    "keep_apart": lambda one, _: sources.keep_apart(
        sources=[hop.source for hop in one.hops.all()], **editor()
    ),
}


def only(made: list[Act]) -> Act:
    (act,) = made
    return act


@pytest.mark.parametrize("kind", DOES)
def test_undo_leaves_everything_as_it_was(kind: str) -> None:
    one = chained()
    other = Appearance.objects.exclude(pk=one.pk).get()
    before = everything()

    with collecting() as made:
        DOES[kind](one, other)
    changed = everything() != before
    undo(by=StaffFactory(), act=only(made), reason="no")

    assert (made[0].kind, changed) == (kind.strip(), True)
    assert everything() == before


@pytest.mark.parametrize("kind", [kind for kind in DOES if kind not in ("judge", "keep_apart")])
def test_undo_once_matched_again_leaves_everything_as_it_was(kind: str) -> None:
    one = chained()
    other = Appearance.objects.exclude(pk=one.pk).get()
    before = everything()

    with collecting() as made:
        DOES[kind](one, other)
    match_waiting()
    undo(by=StaffFactory(), act=only(made))
    match_waiting()

    assert everything() == before


def match_waiting() -> None:
    for pk in Article.objects.filter(state="read").values_list("pk", flat=True):
        match_article(article_id=pk)


def test_undo_of_a_correction_lets_judgements_stand_as_they_did() -> None:
    one = chained()
    other = Appearance.objects.exclude(pk=one.pk).get()
    judge(a=one, b=other, judgement="same", by=StaffFactory())
    one.refresh_from_db()
    before = everything()

    with collecting() as made:
        corrected(one, segments=[(one.start + 4, one.end)])
    undo(by=StaffFactory(), act=only(made))

    assert everything() == before


def test_undo_of_undeciding_gives_the_decision_back_to_whom_it_was() -> None:
    one = appearances.confirm(appearance=printed(WORDS), by=StaffFactory(), reason="heard it")
    before = everything()

    with collecting() as made:
        appearances.undecide(by=StaffFactory(), appearance=one)
    undo(by=StaffFactory(), act=only(made))

    assert everything() == before


def test_undo_of_resolving_a_hop_leaves_it_unresolved() -> None:
    one = chained()
    Hop.objects.filter(appearance=one, position=1).update(source=None, candidates=["A", "B"])
    before = everything()

    with collecting() as made:
        hops.resolve(appearance=one, position=1, source=SourceFactory(), **editor())
    undo(by=StaffFactory(), act=only(made))

    assert everything() == before


def test_undo_of_allowing_again_keeps_apart_as_before() -> None:
    (apart,) = sources.keep_apart(sources=[SourceFactory(), SourceFactory()], by=StaffFactory())
    said = [(row["a_id"], row["decided_by_id"], row["decided_at"]) for row in everything()[-1]]

    with collecting() as made:
        sources.allow_again(by=StaffFactory(), apart=apart)
    undo(by=StaffFactory(), act=only(made))

    assert [(row["a_id"], row["decided_by_id"], row["decided_at"]) for row in everything()[-1]] == said


SINCE: dict[str, tuple[Do, Do, str]] = {
    "a state": (
        DOES["confirm"],
        lambda one, _: appearances.undecide(by=StaffFactory(), appearance=fresh(one)),
        r"was suggested by the machine, after this",
    ),
    "a chain": (
        DOES["drop_hop"],
        lambda one, _: appearances.correct_speaker(
            by=StaffFactory(username="bo"), appearance=one, source=SourceFactory()
        ),
        r"The chain of “The ferry .+” was changed after this, last by bo on .+; take that back first",
    ),
    "a correction": (
        DOES["correct"],
        lambda one, _: appearances.reject(by=StaffFactory(username="bo"), appearance=fresh(one)),
        r"was rejected by bo on .+, after this",
    ),
    "an undoing": (
        DOES["confirm"],
        lambda one, _: undo(by=StaffFactory(username="bo"), act=Act.objects.latest("pk")),
        r"This was undone before, by bo on .+; reload",
    ),
}


def fresh(row: Appearance) -> Appearance:
    return Appearance.objects.get(pk=row.pk)


@pytest.mark.parametrize("what", SINCE)
def test_undo_refuses_what_somebody_changed_since(what: str) -> None:
    do, then, said = SINCE[what]
    one = chained()
    with collecting() as made:
        do(one, one)
    then(one, one)
    before = everything()

    with pytest.raises(Refused, match=said) as refused:
        undo(by=StaffFactory(), act=made[0])

    assert (refused.value.code, everything()) == ("conflict", before)


def test_undo_takes_back_a_judgement_and_a_merge_of_sources() -> None:
    one, other = printed(WORDS), printed(OTHER)
    before = standing(), in_force()
    judge(by=StaffFactory(), a=one, b=other, judgement="same")
    into, source = SourceFactory(), SourceFactory()
    merged = sources.merge(by=StaffFactory(), into=into, sources=[source])

    undone = [undo(by=StaffFactory(), act=act) for act in (Act.objects.get(kind="judge"), merged.act)]

    source.refresh_from_db()
    assert (standing(), in_force(), source.merged_into) == (*before, None)
    with pytest.raises(Refused, match="cannot be undone"):
        undo(by=StaffFactory(), act=undone[0])


def test_latest_tells_each_decision_in_a_sentence_in_two_queries(django_assert_num_queries: Any) -> None:
    ada = StaffFactory()
    speaker = SourceFactory(name="Bo Ek")
    one, other = printed(WORDS), printed(OTHER)
    Hop.objects.update(source=speaker)
    confirmed = appearances.confirm(by=ada, appearance=one)
    match = judge(by=ada, a=one, b=other, judgement="altered")
    undo(by=ada, act=Act.objects.get(kind="judge"))

    with django_assert_num_queries(2):
        told = [(str(act), act.about, act.about_id, act.is_undone) for act in latest(by=ada)]

    assert told == [
        (f"Judged altered: “{WORDS}” and “{OTHER}”", "match", match.public_id, True),
        (f"Confirmed “{WORDS}” by Bo Ek", "appearance", confirmed.public_id, False),
    ]
    assert str(Act.objects.get(kind="undo")) == f"Took back: Judged altered: “{WORDS}” and “{OTHER}”"
    assert Match.objects.current().filter(decided_by__isnull=False).count() == 0
