"""The table of pairs: every relation and change of meaning, and what only looks like one."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Comparison, Printing, Relation

DAY = date(2025, 3, 2)


class Row(NamedTuple):
    relation: str
    changes: frozenset[str]
    one: str
    other: str
    known: dict[str, str]

    def compared(self, *, turned: bool = False) -> Comparison:
        speaker = self.known.get("speaker", "Ada Rowe")
        later = DAY + timedelta(days=int(self.known.get("days", 0)))
        via = tuple(name for name in [self.known.get("via")] if name)
        a = Printing(self.one, speaker, DAY.isoformat(), "The Comet")
        b = Printing(self.other, self.known.get("other", speaker), later.isoformat(), "The Bugle", via)
        given = Circumstances(said_in=self.known.get("said_in"))
        return relate(b, a, given=given) if turned else relate(a, b, given=given)


def rows() -> list[Row]:
    lines = Path(__file__).with_name("pairs.txt").read_text(encoding="utf-8").splitlines()
    return [row(line) for line in lines if line and not line.startswith("#")]


def row(line: str) -> Row:
    answer, one, other, known = (part.strip() for part in line.split("|"))
    relation, _, changes = answer.partition(";")
    facts = dict(fact.strip().split("=") for fact in known.split(",") if fact.strip())
    return Row(relation, frozenset(changes.split()), one, other, facts)


ROWS = rows()


def test_table_holds_every_relation_many_times() -> None:
    assert len(ROWS) >= 120
    assert {relation for relation, count in Counter(row.relation for row in ROWS).items() if count >= 7} == {
        relation.value for relation in Relation
    }


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.relation}: {row.other[:40]}")
def test_finds_relation_and_changes_of_meaning(row: Row) -> None:
    for turned in (False, True):
        found = row.compared(turned=turned)
        assert (found.relation, {change.kind.value for change in found.changes}) == (
            row.relation,
            row.changes,
        )
