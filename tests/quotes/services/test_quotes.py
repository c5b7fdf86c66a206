"""Quotes: people merge and split them in judgements, and undoing puts every row back as it was."""

from typing import Any

import pytest

from quotes.models import Act, Appearance, Article, Match, Quote
from quotes.services import appearances, quotes
from quotes.services.errors import Refused
from quotes.services.judgements import judge, withdraw
from quotes.services.matching.match import match_article
from tests.factories import AppearanceFactory, ArticleFactory, SourceFactory, StaffFactory
from tests.quotes.services.printed import FRAGMENT, OTHER, THIRD, WORDS, in_force, printed, standing

pytestmark = pytest.mark.django_db

Editor = Any


@pytest.fixture
def editor() -> Editor:
    return StaffFactory(username="ada")


def quote_of(appearance: Appearance) -> Quote:
    return Quote.objects.get(appearances=appearance)


def rematch() -> None:
    Match.objects.filter(decided_by__isnull=True).update(version="0")
    Article.objects.update(state=Article.State.READ)
    for article in Article.objects.order_by("pk"):
        match_article(article_id=article.pk)


def test_merge_joins_all_printings_under_the_oldest_id(editor: Editor) -> None:
    rows = [printed(WORDS), printed(OTHER), printed(THIRD), printed(WORDS)]
    oldest, *newer = dict.fromkeys(quote_of(row) for row in rows)

    merged = quotes.merge(by=editor, quotes=[*newer, oldest], reason="one speech")

    assert merged.quote == oldest
    assert [quote_of(row) for row in rows] == [oldest] * 4
    assert [Quote.objects.get(pk=quote.pk).survivor() for quote in newer] == [oldest, oldest]
    decided = Match.objects.current().filter(decided_by=editor)
    assert [(row.judgement, row.reason) for row in decided] == [("same", "one speech")] * 2


def test_merge_holds_in_every_later_run(editor: Editor) -> None:
    rows = [printed(WORDS), printed(OTHER), printed(FRAGMENT)]
    quotes.merge(by=editor, quotes=[quote_of(rows[0]), quote_of(rows[1])])
    before = [quote_of(row) for row in rows]

    rematch()

    assert [quote_of(row) for row in rows] == before
    assert before[0] == before[1]


def test_undo_restores_the_merged_quotes_and_the_judgements(editor: Editor) -> None:
    rows = [printed(WORDS), printed(OTHER), printed(WORDS), printed(OTHER)]
    rejected = printed(OTHER)
    appearances.reject(by=editor, appearance=rejected)
    rematch()
    judge(by=StaffFactory(), a=rows[0], b=rows[1], judgement="unsure", reason="who knows")
    before = standing(), in_force()

    merged = quotes.merge(by=editor, quotes=[quote_of(rows[0]), quote_of(rows[1])])
    assert len({quote_of(row) for row in [*rows, rejected]}) == 1
    undone = quotes.undo(by=editor, act=merged.act, reason="a slip")

    assert (standing(), in_force()) == before
    assert (undone.undoes, undone.decided_by, undone.reason) == (merged.act, editor, "a slip")
    assert merged.act.is_undone


def test_undo_of_an_earlier_merge_leaves_a_later_one(editor: Editor) -> None:
    one, other, third = printed(WORDS), printed(OTHER), printed(THIRD)
    first = quotes.merge(by=editor, quotes=[quote_of(one), quote_of(other)])
    was = quote_of(third)
    quotes.merge(by=editor, quotes=[quote_of(one), was])

    quotes.undo(by=editor, act=first.act)

    assert quote_of(one) == quote_of(third)
    assert quote_of(other) not in {quote_of(one), was}
    assert quote_of(other).merged_into is None


def test_merge_refuses_quotes_whose_printings_people_parted(editor: Editor) -> None:
    one, twin, other = printed(WORDS), printed(WORDS), printed(OTHER)
    judge(by=editor, a=twin, b=other, judgement="different")
    before = standing(), in_force()

    with pytest.raises(Refused) as refused:
        quotes.merge(by=StaffFactory(username="bo"), quotes=[quote_of(one), quote_of(other)])

    assert refused.value.code == "contradiction"
    assert "same by bo" in refused.value.message
    assert "different by ada" in refused.value.message
    assert (standing(), in_force(), Act.objects.filter(kind="merge_quotes").count()) == (*before, 0)


def test_merge_refuses_a_quote_that_was_merged_meanwhile(editor: Editor) -> None:
    one, other, third = printed(WORDS), printed(OTHER), printed(THIRD)
    stale = quote_of(other)
    quotes.merge(by=editor, quotes=[quote_of(one), stale])

    with pytest.raises(Refused, match=r"was merged into “The ferry .+ in the meantime"):
        quotes.merge(by=editor, quotes=[stale, quote_of(third)])


def test_merge_refuses_a_single_quote(editor: Editor) -> None:
    one = quote_of(printed(WORDS))

    with pytest.raises(Refused) as refused:
        quotes.merge(by=editor, quotes=[one, one])

    assert refused.value.code == "too_few"


def test_split_leaves_the_id_with_the_canonical_wording(editor: Editor) -> None:
    rows = [printed(FRAGMENT), printed(WORDS), printed(WORDS), printed(FRAGMENT)]
    whole = quote_of(rows[1])
    assert {quote_of(row) for row in rows} == {whole}

    split = quotes.split(by=editor, quote=whole, groups=[[rows[0], rows[3]]], reason="another evening")

    assert [quote_of(row) for row in rows] == [split.quotes[0], whole, whole, split.quotes[0]]
    assert (split.quotes[1], split.quotes[0].text) == (whole, FRAGMENT)


def test_split_holds_in_every_later_run(editor: Editor) -> None:
    rows = [printed(WORDS) for _ in range(4)]
    quotes.split(by=editor, quote=quote_of(rows[0]), groups=[rows[:2], rows[2:]])
    before = [quote_of(row) for row in rows]

    rematch()

    assert [quote_of(row) for row in rows] == before
    assert [before[0] == before[1], before[1] == before[2], before[2] == before[3]] == [True, False, True]


def test_undo_of_a_split_restores_the_quote_and_leads_the_new_id_to_it(editor: Editor) -> None:
    rows = [printed(WORDS), printed(WORDS), printed(FRAGMENT)]
    whole = quote_of(rows[0])
    before = standing(), in_force()
    split = quotes.split(by=editor, quote=whole, groups=[[rows[1]], [rows[2]]])

    quotes.undo(by=editor, act=split.act)

    assert (standing(), in_force()) == before
    assert {Quote.objects.get(pk=quote.pk).survivor() for quote in split.quotes} == {whole}


def test_split_refuses_printings_that_people_joined(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    judge(by=editor, a=one, b=other, judgement="same")

    with pytest.raises(Refused) as refused:
        quotes.split(by=editor, quote=quote_of(one), groups=[[one]])

    assert refused.value.code == "contradiction"
    assert "same by ada" in refused.value.message


@pytest.mark.parametrize(
    ("chosen", "code"),
    [([], "too_few"), ([[0, 1]], "too_few"), ([[2]], "conflict"), ([[0], [0]], "conflict")],
)
def test_split_refuses_groups_that_are_no_parts(editor: Editor, chosen: list[list[int]], code: str) -> None:
    rows = [printed(WORDS), printed(WORDS), printed(OTHER)]
    groups = [[rows[number] for number in group] for group in chosen]

    with pytest.raises(Refused) as refused:
        quotes.split(by=editor, quote=quote_of(rows[0]), groups=groups)

    assert refused.value.code == code


def test_undo_leaves_a_judgement_that_was_taken_back_since(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    before = standing(), in_force()
    merged = quotes.merge(by=editor, quotes=[quote_of(one), quote_of(other)])
    withdraw(by=editor, match=Match.objects.current().get())

    quotes.undo(by=editor, act=merged.act)

    assert (standing(), in_force()) == before


def test_undo_refuses_what_a_person_judged_again_since(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    merged = quotes.merge(by=editor, quotes=[quote_of(one), quote_of(other)])
    judge(by=StaffFactory(username="bo"), a=one, b=other, judgement="altered")

    with pytest.raises(Refused, match=r"were judged altered by bo on .+, after this; take that back first\."):
        quotes.undo(by=editor, act=merged.act)

    assert not merged.act.is_undone


def test_undo_refuses_to_undo_twice(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    merged = quotes.merge(by=editor, quotes=[quote_of(one), quote_of(other)])
    undone = quotes.undo(by=editor, act=merged.act)

    with pytest.raises(Refused, match="This was undone before, by ada"):
        quotes.undo(by=editor, act=merged.act)
    with pytest.raises(Refused, match="This undid something and cannot be undone"):
        quotes.undo(by=editor, act=undone)


def test_merge_joins_two_speakers_of_one_statement_and_parts_the_others(editor: Editor) -> None:
    article = ArticleFactory(text=f"“{WORDS},” they said. “{OTHER},” they said.\n", state=Article.State.READ)
    pairs = [
        [
            AppearanceFactory(article=article, text=text, joint=joint, chain=[SourceFactory()])
            for joint in (0, 1)
        ]
        for text in (WORDS, OTHER)
    ]
    match_article(article_id=article.pk)
    merged = quotes.merge(by=editor, quotes=[quote_of(row) for row in pairs[0]])

    quotes.merge(by=editor, quotes=[merged.quote, quote_of(pairs[1][0])])

    found = [[quote_of(row) == merged.quote for row in pair] for pair in pairs]
    assert found == [[True, True], [True, False]]
