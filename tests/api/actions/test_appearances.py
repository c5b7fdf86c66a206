import pytest

from quotes.models import Appearance, Source
from tests.api.world import fixed

APPEARANCE = f"appearances/{fixed(7)}"


@pytest.mark.parametrize(("action", "state"), [("confirm", "confirmed"), ("reject", "rejected")])
def test_decides_and_takes_it_back(desk, world, action, state):
    decided = desk.act(APPEARANCE, action)
    back = desk.act(APPEARANCE, "undecide")

    assert (decided.json()["state"], back.json()["state"], back.json()["decided_by"]) == (
        state,
        "suggested",
        None,
    )


def test_corrects_words_kind_setting_and_speaker(desk, world):
    start = world.true.start
    body = {
        "segments": [{"start": start, "end": start + 10}],
        "kind": "partial",
        "setting": "at a rally",
        "speaker": {"name": "Bo Ek", "kind": "person"},
        "reason": "heard it",
    }

    shown = desk.act(APPEARANCE, "correct", body).json()

    assert (shown["text"], shown["kind"], shown["setting"]) == ("The bridge", "partial", "at a rally")
    assert (shown["speaker"]["name"], shown["state"]) == ("Bo Ek", "confirmed")
    assert shown["chain"][0]["basis"] == "editor"


@pytest.mark.parametrize("given", ["Mayor Okoro", str(fixed(1))])
def test_takes_a_speaker_by_id_or_any_name(desk, world, given):
    shown = desk.act(APPEARANCE, "correct", {"speaker": given}).json()

    assert shown["speaker"]["id"] == str(fixed(1))


@pytest.mark.parametrize(
    ("body", "status", "pointer", "code"),
    [
        ({}, 422, "", "empty"),
        ({"segments": [{"start": 5, "end": 5}]}, 422, "/segments", "bad_span"),
        ({"segments": [{"start": "5", "end": 9}]}, 422, "/segments/0/start", "bad_type"),
        ({"segments": [{"start": True, "end": 9}]}, 422, "/segments/0/start", "bad_type"),
        ({"segments": [{"start": 5}]}, 422, "/segments/0/end", "required"),
        ({"kind": "spoken"}, 422, "/kind", "invalid_choice"),
        ({"speaker": "Nobody Known"}, 422, "/speaker", "unknown_source"),
        ({"speaker": {"name": "Bo"}}, 422, "/speaker/kind", "required"),
        ({"speaker": 7}, 422, "/speaker", "bad_type"),
        ({"setting": "s" * 301}, 422, "/setting", "max_length"),
    ],
)
def test_points_to_what_cannot_be_corrected(desk, world, body, status, pointer, code):
    answer = desk.act(APPEARANCE, "correct", body)

    errors = answer.json()["errors"]
    assert (answer.status_code, [(error["pointer"], error["code"]) for error in errors]) == (
        status,
        [(pointer, code)],
    )
    assert Appearance.objects.filter(decided_by__isnull=False).count() == 0


def test_undoes_all_of_a_correction_that_is_refused(desk, world):
    Source.objects.create(name="Ada Okoro", name_key="ada okoro", disambiguation="the other")

    answer = desk.act(
        APPEARANCE, "correct", {"kind": "partial", "speaker": {"name": "Ada Okoro", "kind": "person"}}
    )

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "ambiguous")
    assert Appearance.objects.get(public_id=fixed(7)).kind == "direct"


def chain(answer):
    return [hop["source"]["name"] for hop in answer.json()["chain"]]


def test_puts_a_chain_right(desk, world):
    new = {"name": "Harbour Radio", "kind": "programme"}

    added = desk.act(
        APPEARANCE, "hops/add", {"position": 1, "source": new, "evidence": {"start": 0, "end": 3}}
    )
    moved = desk.act(APPEARANCE, "hops/reorder", {"order": [0, 2, 1]})
    corrected = desk.act(APPEARANCE, "hops/2/correct", {"source": "Northern Post"})
    dropped = desk.act(APPEARANCE, "hops/1/drop", {"reason": "not named"})

    assert chain(added) == ["Ada Okoro", "Harbour Radio", "Coastal News Agency"]
    assert chain(moved) == ["Ada Okoro", "Coastal News Agency", "Harbour Radio"]
    assert chain(corrected) == ["Ada Okoro", "Coastal News Agency", "Northern Post"]
    assert chain(dropped) == ["Ada Okoro", "Northern Post"]


def test_resolves_a_hop(desk, world):
    world.true.hops.filter(position=1).update(source=None, candidates=["A", "B"])

    answer = desk.act(APPEARANCE, "hops/1/resolve", {"source": "Coastal News Agency"})

    assert (chain(answer), answer.json()["chain"][1]["candidates"]) == (
        ["Ada Okoro", "Coastal News Agency"],
        [],
    )


@pytest.mark.parametrize(
    ("action", "body", "status", "code"),
    [
        ("hops/0/drop", {}, 422, "speaker"),
        ("hops/7/drop", {}, 410, "gone"),
        ("hops/1/resolve", {"source": "Northern Post"}, 409, "conflict"),
        ("hops/add", {"position": 9, "source": "Northern Post"}, 422, "bad_position"),
        ("hops/reorder", {"order": [1, 1]}, 422, "bad_order"),
    ],
)
def test_says_what_no_chain_can_be(desk, world, action, body, status, code):
    answer = desk.act(APPEARANCE, action, body)

    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (status, code)
