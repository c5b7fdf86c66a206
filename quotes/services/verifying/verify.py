"""Verifying all invariants, for operators (`manage.py verify`) and for tests alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from quotes.services.verifying.rules import RULES, Rule

MOST_A_RULE = 100


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that does not hold, the row it does not hold of, and what to do about it."""

    rule: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}; {self.remedy}"


def breaches(*, rules: tuple[Rule, ...] = RULES) -> Iterator[Breach]:
    """Yield what breaks the rules, at most a hundred rows of each; nothing where all is well.

    Reads only, one statement a rule. What is being written meanwhile may be seen half done between two
    rules, never within one.
    """
    for rule in rules:
        with connection.cursor() as cursor:
            cursor.execute(f"{rule.broken_by} LIMIT {MOST_A_RULE}")
            found = cursor.fetchall()
        for (where,) in found:
            yield Breach(rule.name, where, rule.remedy)
