"""Comparisons kept as rows: superseded only where they differ, never where a person judged."""

from dataclasses import replace
from typing import Any

import pytest

from quotes.models import Appearance, Match
from quotes.services.judgements import judge
from quotes.services.matching.comparisons import Finding, find, keep
from quotes.services.matching.printings import printings
from tests.factories import AppearanceFactory, StaffFactory

pytestmark = pytest.mark.django_db

SAID = "The ferry will not sail again before the harbour wall has been rebuilt in stone"
Pair = tuple[int, int]


@pytest.fixture
def pair() -> Pair:
    one, other = AppearanceFactory(text=SAID), AppearanceFactory(text=SAID.replace("not ", ""))
    return one.pk, other.pk


def compared(pair: Pair) -> Finding:
    printed = printings(appearances=pair)
    found = find(printed[pair[0]], printed[pair[1]])
    assert found is not None
    return found


def kept() -> list[tuple[str, str, bool]]:
    rows = Match.objects.order_by("pk")
    return [(row.relation, row.version, row.superseded_at is None) for row in rows]


def test_find_tells_relation_meaning_and_the_words(pair: Pair) -> None:
    found = compared(pair)

    assert (found.relation, found.judgement, found.fuller) == ("edited", "altered", "a")
    assert [change["kind"] for change in found.changes] == ["negation"]
    dropped = [part for part in found.differences if part["operation"] != "equal"]
    assert [SAID[part["a"][0] : part["a"][1]].strip() for part in dropped] == ["not"]


def test_find_is_none_for_strangers() -> None:
    texts = [SAID, "Seven lanterns were counted on the old customs quay by the night watchman"]
    printed = printings(appearances=[AppearanceFactory(text=text).pk for text in texts])

    assert find(*printed.values()) is None


def test_keep_leaves_an_equal_finding_alone(pair: Pair) -> None:
    for _ in range(2):
        keep(findings={pair: compared(pair)})

    assert len(kept()) == 1


def test_keep_supersedes_what_another_version_found(pair: Pair) -> None:
    found = compared(pair)

    keep(findings={pair: replace(found, version="0")})
    keep(findings={pair: found})

    assert kept() == [("edited", "0", False), ("edited", found.version, True)]


def test_keep_retires_a_finding_that_no_longer_holds(pair: Pair) -> None:
    keep(findings={pair: compared(pair)})

    keep(findings={pair: None})

    assert [in_force for *_, in_force in kept()] == [False]


@pytest.mark.parametrize("found", [None, "again"])
def test_keep_never_touches_a_pair_a_person_judged(pair: Pair, found: Any) -> None:
    a, b = (Appearance.objects.get(pk=pk) for pk in pair)
    judged = judge(by=StaffFactory(), a=a, b=b, judgement="different")

    keep(findings={pair: replace(compared(pair), version="9") if found else None})

    assert list(Match.objects.current()) == [judged]
