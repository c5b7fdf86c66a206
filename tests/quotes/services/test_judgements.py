"""Judgements: a person's word binds the machine, contradictions are refused, and undo restores exactly."""

from typing import Any

import pytest

from quotes.models import Appearance, Article, Match
from quotes.services.corrections import Correction, correct
from quotes.services.errors import Refused
from quotes.services.judgements import judge, withdraw
from quotes.services.matching.match import match_article
from tests.factories import StaffFactory
from tests.quotes.services.printed import OTHER, THIRD, WORDS, in_force, printed, standing

pytestmark = pytest.mark.django_db

Editor = Any


def match_again() -> None:
    Article.objects.update(state=Article.State.READ)
    for article in Article.objects.order_by("pk"):
        match_article(article_id=article.pk)


def quotes_of(*appearances: Appearance) -> list[Any]:
    ids = dict(Appearance.objects.values_list("pk", "quote__public_id"))
    return [ids[appearance.pk] for appearance in appearances]


@pytest.fixture
def editor() -> Editor:
    return StaffFactory(username="ada")


def test_judge_same_joins_two_quotes_under_the_older_id(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    older, newer = one.quote, other.quote

    judge(by=editor, a=other, b=one, judgement="same", reason="one speech")

    assert quotes_of(one, other) == [older.public_id, older.public_id]
    newer.refresh_from_db()
    assert (newer.merged_into, newer.appearance_count) == (older, 0)


def test_judge_different_parts_a_quote_for_every_later_run(editor: Editor) -> None:
    one, other = printed(WORDS), printed(WORDS)
    assert one.quote == Appearance.objects.get(pk=other.pk).quote

    judge(by=editor, a=one, b=other, judgement="different", reason="two occasions")
    parted = quotes_of(one, other)
    Match.objects.filter(decided_by__isnull=True).update(version="0")
    match_again()

    assert parted[0] != parted[1]
    assert quotes_of(one, other) == parted


def test_judge_supersedes_and_keeps_what_it_supersedes(editor: Editor) -> None:
    one, other = printed(WORDS), printed(WORDS)

    match = judge(by=editor, a=one, b=other, judgement="altered")

    pair = Match.objects.filter(a=one, b=other).order_by("pk")
    told = [(row.judgement, row.decided_by, row.superseded_at is None) for row in pair]
    assert told == [("same", None, False), ("altered", editor, True)]
    assert match == pair.last()


def test_judge_refuses_a_contradiction_with_its_path(editor: Editor) -> None:
    one, other, third = printed(WORDS), printed(OTHER), printed(THIRD)
    judge(by=editor, a=one, b=other, judgement="same")
    judge(by=editor, a=other, b=third, judgement="same")
    before = standing(), Match.objects.count()

    with pytest.raises(Refused) as refused:
        judge(by=editor, a=one, b=third, judgement="different")

    assert refused.value.code == "contradiction"
    assert "“The ferry will not sail again before th…” = “Seven lanterns" in refused.value.message
    assert (standing(), Match.objects.count()) == before


@pytest.mark.parametrize("judgement", ["same", "altered", "different", "unsure"])
@pytest.mark.parametrize("texts", [(WORDS, WORDS), (WORDS, OTHER)])
def test_withdraw_restores_what_was(editor: Editor, judgement: str, texts: tuple[str, str]) -> None:
    one, other = printed(texts[0]), printed(texts[1])
    before = standing()
    evidence = in_force()

    withdraw(by=editor, match=judge(by=editor, a=one, b=other, judgement=judgement))

    assert standing() == before
    assert in_force() == evidence


def test_withdraw_restores_the_judgement_before_even_after_other_undos(editor: Editor) -> None:
    one, other = printed(WORDS), printed(WORDS)
    judge(by=editor, a=one, b=other, judgement="altered")
    for _ in range(2):
        withdraw(by=editor, match=judge(by=editor, a=one, b=other, judgement="different"))
    restored = Match.objects.current().get()
    assert (restored.judgement, restored.decided_by) == ("altered", editor)

    first = withdraw(by=editor, match=restored)

    assert first is not None
    assert (first.judgement, first.decided_by) == ("same", None)


def test_withdraw_restores_no_judgement_that_was_withdrawn_before(editor: Editor) -> None:
    one, other = printed(WORDS), printed(THIRD)
    withdraw(by=editor, match=judge(by=editor, a=one, b=other, judgement="same"))

    restored = withdraw(
        by=StaffFactory(), match=judge(by=StaffFactory(), a=one, b=other, judgement="altered")
    )

    assert restored is None
    assert in_force() == []


def test_withdraw_brings_back_nothing_found_on_words_corrected_since(editor: Editor) -> None:
    one, other = printed(WORDS), printed(WORDS)
    judge(by=editor, a=one, b=other, judgement="same")
    shorter = Correction(segments=[(one.start, one.start + len("The ferry will not sail"))])
    correct(by=editor, appearance=one, correction=shorter)

    restored = withdraw(by=editor, match=Match.objects.current().get())

    assert restored is None
    assert Article.objects.get(pk=one.article_id).state == Article.State.READ


def test_withdraw_refuses_a_judgement_no_longer_in_force(editor: Editor) -> None:
    one, other = printed(WORDS), printed(OTHER)
    match = judge(by=editor, a=one, b=other, judgement="same")
    withdraw(by=editor, match=match)

    with pytest.raises(Refused, match="not in force any more"):
        withdraw(by=editor, match=match)


def test_withdraw_refuses_to_bring_back_a_contradiction(editor: Editor) -> None:
    one, other, third = printed(WORDS), printed(OTHER), printed(THIRD)
    judge(by=editor, a=one, b=other, judgement="same")
    parted = judge(by=editor, a=one, b=other, judgement="different")
    judge(by=editor, a=other, b=third, judgement="same")
    judge(by=editor, a=one, b=third, judgement="different")
    again = judge(by=editor, a=one, b=other, judgement="different", reason="sure")

    assert withdraw(by=editor, match=again) is not None
    with pytest.raises(Refused, match="contradicts other judgements"):
        withdraw(by=editor, match=Match.objects.current().get(a=one, b=other))
    assert parted.judgement == "different"


def test_judge_refuses_an_appearance_against_itself(editor: Editor) -> None:
    one = printed(WORDS)

    with pytest.raises(Refused, match="against itself"):
        judge(by=editor, a=one, b=one, judgement="same")


def test_judge_refuses_a_word_that_is_no_judgement(editor: Editor) -> None:
    with pytest.raises(Refused, match="“maybe” is no judgement"):
        judge(by=editor, a=printed(WORDS), b=printed(OTHER), judgement="maybe")
