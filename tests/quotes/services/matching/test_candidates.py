"""Candidates: altered printings and fragments are found, rejected printings and chance meetings are not."""

import pytest

from quotes.models import Appearance, Wording, WordingKey
from quotes.services.matching.candidates import MOST_ALONE, MOST_WORDINGS_A_KEY, candidates
from quotes.services.matching.wordings import assign, find_or_create
from quotes.text.comparing.keys import keys
from tests.factories import AdminFactory, AppearanceFactory

pytestmark = pytest.mark.django_db

SAID = "The ferry will not sail again before the harbour wall has been rebuilt in stone"


def stored(text: str) -> Appearance:
    appearance = AppearanceFactory(text=text)
    assign(appearances=[appearance])
    return appearance


def found(text: str) -> set[int]:
    wording = find_or_create(texts=[text])[text]
    return {one.appearance for one in candidates(keys={wording.id: wording.keys})}


@pytest.mark.parametrize(
    ("store", "ask"),
    [
        (SAID, SAID.upper() + "!"),
        (SAID, "the harbour wall has been rebuilt"),
        ("the harbour wall has been rebuilt", SAID),
        (SAID, SAID.replace("not ", "")),
        (SAID, "The ferry will not sail … rebuilt in stone"),
        (SAID, "Before the harbour wall has been rebuilt in stone, the ferry will not sail again"),
        ("typhoon-hit", "Typhoon hit"),
    ],
)
def test_candidates_hold_an_altered_printing(store: str, ask: str) -> None:
    appearance = stored(store)
    stored("Seven lanterns were counted on the old customs quay by the night watchman")

    assert found(ask) == {appearance.pk}


def test_candidates_leave_out_rejected_printings() -> None:
    appearance = stored(SAID)
    decided = {"decided_by": AdminFactory(), "decided_at": "2025-01-01T00:00Z"}
    Appearance.objects.filter(pk=appearance.pk).update(state="rejected", **decided)

    assert found(SAID) == set()


def test_candidates_see_past_a_key_that_everybody_uses() -> None:
    wanted = stored(SAID)
    crowd = [f"before the harbour {place} sings {place + 5000}" for place in range(MOST_WORDINGS_A_KEY + 20)]
    find_or_create(texts=crowd)

    assert wanted.pk in found(SAID.replace("stone", "timber"))


def test_candidates_count_the_keys_that_not_everybody_uses() -> None:
    wanted = stored(f"{SAID} by the mayor and the council of the old town")
    find_or_create(
        texts=[f"and the ferry will not sail {place}" for place in range(MOST_WORDINGS_A_KEY + 20)]
    )

    assert wanted.pk in found("the ferry will not sail again")


def test_candidates_take_one_common_key_that_many_use_for_chance() -> None:
    stored("or so it is")
    find_or_create(texts=[f"lantern{place} so it is" for place in range(MOST_ALONE + 1)])

    assert found("seven ships wait and so it is told on the quay") == set()


def test_candidates_for_nothing_are_none() -> None:
    stored(SAID)

    assert candidates(keys={}) == []


def test_wordings_are_shared_by_printings_that_differ_in_typography() -> None:
    texts = [SAID, f"“{SAID.upper()}.”", "…", ""]

    ids = find_or_create(texts=texts)

    assert list(ids) == sorted(texts[:2])
    assert {wording.id for wording in ids.values()} == {Wording.objects.get().pk}
    assert WordingKey.objects.count() == len(keys(SAID))
    assert find_or_create(texts=texts) == ids


def test_wordings_of_a_statement_leave_out_the_cue_that_splits_it() -> None:
    text = "It is not drought,” Lindqvar said, “it is a closed valve with a flag on it"
    first, second = text.index(",”"), text.index("it is a")
    appearance = AppearanceFactory(text=text)
    start = appearance.start
    Appearance.objects.filter(pk=appearance.pk).update(
        segments=[[start, start + first], [start + second, appearance.end]]
    )
    appearance.refresh_from_db()

    assign(appearances=[appearance])

    appearance.refresh_from_db()
    assert appearance.wording.normal == "it is not drought it is a closed valve with a flag on it"
