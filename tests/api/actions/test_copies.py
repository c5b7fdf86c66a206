"""Deciding on copies, keeping sources apart, asking for rebuilds."""

import pytest

from tests.api.world import copied, fixed
from tests.factories import SourceFactory, TokenFactory, UserFactory

OKORO, COPY = f"sources/{fixed(1)}", f"copies/{fixed(31)}"


@pytest.fixture
def copy(world):
    return copied()


def test_accepts_a_copy_and_withdraws_it(desk, copy):
    accepted = desk.act(COPY, "accept", {"reason": "Word for word."}).json()
    now = f"copies/{accepted['id']}"
    old = desk.client.get(f"/api/v1/{COPY}")
    back = desk.act(now, "withdraw").json()

    assert (accepted["state"], accepted["decided_by"], accepted["reason"]) == (
        "accepted",
        "Ann Lee",
        "Word for word.",
    )
    assert (old.status_code, old["Location"]) == (301, f"http://testserver/api/v1/{now}")
    assert (back["state"], back["decided_by"]) == ("suggested", None)


def test_accepts_a_copy_the_other_way_round(desk, copy):
    answer = desk.act(COPY, "accept", {"giver": str(fixed(8)), "source": "Coastal News Agency"}).json()

    assert (answer["giver"], answer["source"]["name"]) == ("b", "Coastal News Agency")


def test_rejects_a_copy(desk, copy):
    answer = desk.act(COPY, "reject")

    assert (answer.status_code, answer.json()["state"]) == (200, "rejected")


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"giver": str(fixed(99))}, "/giver", "unknown_id"),
        ({"source": "Northern Post"}, "/source", "own_outlet"),
        ({"sauce": "x"}, "/sauce", "unknown_member"),
    ],
)
def test_refuses_to_accept_what_is_no_copy(desk, copy, body, pointer, code):
    answer = desk.act(COPY, "accept", body)

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, pointer, code)


def test_keeps_sources_apart_until_that_is_taken_back(desk, world):
    other = SourceFactory(name="Ada Okoro, poet")
    body = {"sources": [str(other.public_id)]}

    (apart,) = desk.act(OKORO, "keep-apart", body).json()["kept_apart"]
    refused = desk.act(OKORO, "merge", body)
    allowed = desk.act(f"kept-apart/{apart['id']}", "allow-again")
    merged = desk.act(OKORO, "merge", body)

    assert [fault["code"] for fault in refused.json()["errors"]] == ["contradiction"]
    assert (apart["a"]["name"], apart["b"]["name"]) == ("Ada Okoro", "Ada Okoro, poet")
    assert (refused.status_code, allowed.status_code, merged.status_code) == (422, 204, 200)
    assert desk.client.get(f"/api/v1/kept-apart/{apart['id']}").status_code == 410
    assert desk.client.get("/api/v1/kept-apart").json()["results"] == []


@pytest.fixture
def admin(desk):
    token = TokenFactory(user=UserFactory(groups=["admin"]), scopes=["read", "curate"])
    desk.client.credentials(HTTP_AUTHORIZATION=f"Bearer via_{token.name}")
    return desk


def test_asks_for_one_rebuild_at_a_time(admin):
    first = admin.post("jobs", {"kind": "rebuild"})
    second = admin.post("jobs", {"kind": "rebuild", "anew": True})
    cancelled = admin.act(f"jobs/{first.json()['id']}", "cancel").json()

    assert (first.status_code, first["Location"]) == (202, first.json()["api_url"])
    assert (second.status_code, second.json()["code"]) == (409, "conflict")
    assert (cancelled["state"], cancelled["sentence"]) == (
        "cancelled",
        "The rebuild is cancelled: 0 of ? pieces done.",
    )


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"kind": "import"}, "/kind", "invalid_choice"),
        ({"kind": "trial", "thresholds": {"same_frum": 0.5}}, "/thresholds", "no_threshold"),
        ({"kind": "rebuild", "thresholds": {"same_from": 0.5}}, "/thresholds", "only_in_a_trial"),
        ({"kind": "trial", "thresholds": {"same_from": "high"}}, "/thresholds/same_from", "invalid"),
        ({"kind": "trial", "anew": "perhaps"}, "/anew", "invalid"),
    ],
)
def test_refuses_a_job_that_is_none(admin, body, pointer, code):
    answer = admin.post("jobs", body)

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"], fault["code"]) == (422, pointer, code)
