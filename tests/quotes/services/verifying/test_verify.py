"""Verifying: silent where all holds, and a line for each rule that is broken behind the triggers' back."""

import pytest
from django.db import connection

from quotes.models import Appearance, Match
from quotes.services.judgements import judge
from quotes.services.verifying import breaches
from quotes.services.verifying.rules import RULES
from tests.factories import StaffFactory
from tests.quotes.services.printed import OTHER, WORDS, printed

pytestmark = pytest.mark.django_db

PAIR = "(SELECT max(quote_id) FROM quotes_appearance)"
FIRST = "id = (SELECT min(id) FROM quotes_appearance)"
BROKEN = {
    "the text at a span is the stored one": "UPDATE quotes_appearance SET text = 'Other words'",
    "a cue's text at its span is the stored one": (
        "UPDATE quotes_appearance SET cue = 'x', cue_start = 0, cue_end = 1"
    ),
    "a hop's evidence is the text at its span": "UPDATE quotes_hop SET evidence = 'nothing'",
    "the segments of an appearance lie in its span": "UPDATE quotes_appearance SET segments = '[[0, 9]]'",
    "an appearance is of its revision's article": (
        "UPDATE quotes_appearance SET article_id = (SELECT max(id) FROM quotes_article)"
    ),
    "a chain has the positions 0..n": "UPDATE quotes_hop SET position = 1",
    "a pair is two appearances in order": "UPDATE quotes_match SET a_id = b_id, b_id = a_id",
    "a pair has one judgement in force": "UPDATE quotes_match SET superseded_at = NULL",
    "what people judged different is in two quotes": f"UPDATE quotes_appearance SET quote_id = {PAIR}",
    "what people judged the same is in one quote": (
        "UPDATE quotes_match SET judgement = 'same' WHERE decided_by_id IS NOT NULL"
    ),
    "a tie that joined nothing is between two quotes": (
        f"UPDATE quotes_match SET outcome = 'refused'; UPDATE quotes_appearance SET quote_id = {PAIR}"
    ),
    "a merged quote leads to one that lives": (
        "UPDATE quotes_quote SET merged_into_id = (CASE WHEN id = max THEN min ELSE max END)"
        " FROM (SELECT min(id), max(id) FROM quotes_quote) both_ends"
    ),
    "a merged source leads to one that lives": (
        "UPDATE quotes_source SET merged_into_id = (CASE WHEN id = max THEN min ELSE max END)"
        " FROM (SELECT min(id), max(id) FROM quotes_source) both_ends"
    ),
    "a quote's counters equal a recount": "UPDATE quotes_quote SET appearance_count = 7",
    "a quote's first printing is its earliest": "UPDATE quotes_quote SET first_published_at = now()",
    "a merged quote prints nothing": (f"UPDATE quotes_quote SET merged_into_id = {PAIR} WHERE id < {PAIR}"),
    "a merged source is named by no hop and prints no article": (
        "UPDATE quotes_source SET merged_into_id = (SELECT max(id) FROM quotes_source)"
        " WHERE id < (SELECT max(id) FROM quotes_source)"
    ),
    "every printing of a matched article is in a quote": "UPDATE quotes_appearance SET quote_id = NULL",
    "reported speech is in no quote": "UPDATE quotes_appearance SET kind = 'indirect'",
    "a quote's words are printed in it": "UPDATE quotes_quote SET text = 'Nobody said this'",
    "a decision has a person and a time": "UPDATE quotes_match SET decided_at = now()",
    "nothing runs past its lease": (
        "UPDATE quotes_article SET state = 'read', lease = gen_random_uuid(),"
        " lease_until = now() - interval '1 day'"
    ),
}
CHECKED = {
    "a chain has the positions 0..n": ("hop", "hop_position_once"),
    "a tie that joined nothing is between two quotes": ("match", "match_outcome_of_a_suggestion"),
    "a pair is two appearances in order": ("match", "match_pair_ordered"),
    "a decision has a person and a time": ("match", "match_who_and_when"),
}


def test_verify_finds_nothing_where_all_holds() -> None:
    one, other = printed(WORDS), printed(WORDS)
    judge(by=StaffFactory(), a=one, b=other, judgement="different")

    assert list(breaches()) == []


@pytest.mark.parametrize("name", sorted(BROKEN))
def test_verify_names_the_rule_that_is_broken(name: str) -> None:
    one, other = printed(WORDS), printed(WORDS)
    printed(OTHER)
    judge(by=StaffFactory(), a=one, b=other, judgement="different")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("appearance", "hop", "match", "quote", "source", "article"):
            cursor.execute(f"ALTER TABLE quotes_{table} DISABLE TRIGGER USER")
        if name in CHECKED:
            cursor.execute("ALTER TABLE quotes_{} DROP CONSTRAINT {}".format(*CHECKED[name]))
        if name == "a pair has one judgement in force":
            cursor.execute("DROP INDEX match_pair_once")
        cursor.execute(BROKEN[name])

    found = {breach.rule for breach in breaches()}

    assert name in found


def test_verify_is_shown_for_every_rule() -> None:
    claims = {"a merged claim leads to one that lives"}  # as for quotes and sources

    assert set(BROKEN) | claims == {rule.name for rule in RULES}


def test_verify_says_where_and_what_to_do() -> None:
    row = printed(WORDS)
    Appearance.objects.update(quote=None)

    assert [str(breach) for breach in breaches() if "matched" in breach.rule] == [
        f"every printing of a matched article is in a quote: appearance {row.public_id};"
        " have its article matched again"
    ]
    assert Match.objects.count() == 0
