"""Outcomes: ties that joined nothing are kept with the reason, for a person to see."""

import pytest
from django.db import transaction

from quotes.models import Appearance, Match
from quotes.services import appearances, quotes
from quotes.services.judgements import judge, withdraw
from quotes.services.matching.assembling import assemble, partition_lock
from tests.factories import AppearanceFactory, ArticleFactory, StaffFactory
from tests.quotes.services.printed import WORDS, printed

pytestmark = pytest.mark.django_db

PART = "lanterns on the customs quay"
WHOLES = (
    "Seven lanterns on the customs quay were counted by the night watchman long before dawn",
    "We never paid a single crown for the lanterns on the customs quay, and the whole parish knows it",
)


def left(outcome: str) -> set[frozenset[int]]:
    return {frozenset(pair) for pair in Match.objects.left(outcome).values_list("a_id", "b_id")}


def pair(a: Appearance, b: Appearance) -> frozenset[int]:
    return frozenset({a.pk, b.pk})


def fragment_and_wholes() -> tuple[Appearance, Appearance, Appearance]:
    """Return two unlike statements, and a fragment that the machine found in both."""
    one, other, part = (printed(text) for text in (*WHOLES, PART))
    for whole in (one, other):
        found = {"relation": "contained", "judgement": "same", "score": 0.9}
        Match.objects.update_or_create(a=whole, b=part, defaults=found)
    with transaction.atomic():
        partition_lock()
        assemble(appearances=[part.pk])
    return one, other, part


def test_fragment_of_two_unlike_quotes_is_kept_as_unlinked() -> None:
    one, other, fragment = fragment_and_wholes()

    assert left("unlinked") == {pair(one, fragment), pair(other, fragment)}
    assert len(set(Appearance.objects.values_list("quote", flat=True))) == 3


def test_fragment_a_person_links_is_unlinked_no_more() -> None:
    one, other, fragment = fragment_and_wholes()

    match = judge(by=StaffFactory(), a=one, b=fragment, judgement="same")
    linked = left("unlinked")
    withdraw(by=StaffFactory(), match=match)

    assert linked <= {pair(other, fragment)}
    assert left("unlinked") == {pair(one, fragment), pair(other, fragment)}


def test_tie_that_people_forbid_is_kept_as_refused() -> None:
    rows = [printed(WORDS) for _ in range(4)]
    split = quotes.split(by=StaffFactory(), quote=rows[0].quote, groups=[rows[:2]])

    assert left("refused") == {pair(a, b) for a in rows[:2] for b in rows[2:]} - {
        frozenset(one) for one in Match.objects.current().filter(judgement="different").values_list("a", "b")
    }
    quotes.undo(by=StaffFactory(), act=split.act)
    assert left("refused") == set()


def test_tie_of_a_rejected_printing_is_left_out() -> None:
    one, _, fragment = fragment_and_wholes()
    assert pair(one, fragment) in left("unlinked")

    appearances.reject(by=StaffFactory(), appearance=one)

    assert pair(one, fragment) not in left("unlinked")


def test_rendering_that_would_join_unlike_passages_of_one_article_is_kept_as_refused() -> None:
    other = printed(WHOLES[1])
    article = ArticleFactory(text=f"“{WHOLES[0]},” she said. “{WORDS},” she said.\n")
    first, beside = (AppearanceFactory(article=article, text=text) for text in (WHOLES[0], WORDS))
    for passage, score in ((first, 0.95), (beside, 0.9)):
        Match.objects.create(a=other, b=passage, relation="retranslated", judgement="same", score=score)
    with transaction.atomic():
        partition_lock()
        assemble(appearances=[first.pk, beside.pk])

    assert left("refused") == {pair(other, beside)}
    assert len(set(Appearance.objects.values_list("quote", flat=True))) == 2

    judge(by=StaffFactory(), a=first, b=beside, judgement="same")
    assert left("refused") == set()
    assert len(set(Appearance.objects.values_list("quote", flat=True))) == 1
