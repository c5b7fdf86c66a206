"""The tables of changed and unchanged meaning: how much of them is told right, and what each line says."""

from collections import Counter
from pathlib import Path

import pytest

from tests.quotes.text.comparing.test_pairs import Row, row

TABLES = {"changes.txt": 5, "changes_elsewhere.txt": 1, "changes_again.txt": 2, "changes_unseen.txt": 3}
"""Each table, with how many of its rows are known to be wrong."""


def rows(table: str) -> list[Row]:
    lines = Path(__file__).with_name(table).read_text(encoding="utf-8").splitlines()
    return [row(line) for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("table", "wrong"), TABLES.items())
def test_tells_changed_meaning_from_other_words(table: str, wrong: int) -> None:
    told = [(one, one.compared()) for one in rows(table)]

    missed = [
        f"{one.one} | {one.other}: {found.relation}, {[change.kind.value for change in found.changes]}"
        for one, found in told
        if (found.relation, {change.kind.value for change in found.changes}) != (one.relation, one.changes)
    ]

    assert len(missed) <= wrong, missed


@pytest.mark.parametrize("table", TABLES)
def test_answers_the_same_whichever_comes_first(table: str) -> None:
    for one in rows(table):
        here, there = one.compared(), one.compared(turned=True)
        assert (here.relation, Counter(change.kind for change in here.changes)) == (
            there.relation,
            Counter(change.kind for change in there.changes),
        ), one


def test_tables_are_half_changed_half_not() -> None:
    changed = Counter(bool(one.changes) for table in TABLES for one in rows(table))

    assert abs(changed[True] - changed[False]) < sum(changed.values()) / 5
