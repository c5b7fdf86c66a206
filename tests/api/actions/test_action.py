"""What all actions share: conditions, bodies, history. Each action by itself is in the files beside."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from quotes.models import Appearance
from tests.api.actions.conftest import Desk
from tests.api.world import World, fixed

APPEARANCE = f"appearances/{fixed(7)}"


def test_acts_in_sight_of_the_current_state(desk, world):
    answer = desk.act(APPEARANCE, "confirm", {"reason": "heard it"})

    assert (answer.status_code, answer.json()["state"], answer.json()["decided_by"]) == (
        200,
        "confirmed",
        "Ann Lee",
    )
    assert answer["ETag"] == desk.tag(APPEARANCE)
    assert Appearance.objects.get(public_id=fixed(7)).reason == "heard it"


def test_asks_for_a_condition(desk, world):
    answer = desk.post(f"{APPEARANCE}/confirm")

    assert (answer.status_code, answer.json()["code"]) == (428, "precondition_required")


def test_shows_the_current_state_to_who_saw_another(desk, world):
    seen = desk.tag(APPEARANCE)
    desk.act(APPEARANCE, "confirm")

    answer = desk.post(f"{APPEARANCE}/reject", **{"if-match": seen})

    assert (answer.status_code, answer.json()["code"]) == (412, "precondition_failed")
    assert answer["ETag"] == desk.tag(APPEARANCE)
    assert answer.json()["current"] == desk.client.get(f"/api/v1/{APPEARANCE}").json()
    assert Appearance.objects.get(public_id=fixed(7)).state == "confirmed"


def test_takes_a_star_for_whatever_stands(desk, world):
    assert desk.post(f"{APPEARANCE}/confirm", **{"if-match": "*"}).status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"reason": 7}, "/reason", "bad_type"),
        ({"reason": "r" * 2001}, "/reason", "max_length"),
        ({"raison": "why"}, "/raison", "unknown_member"),
        ([], "", "bad_type"),
    ],
)
def test_points_to_what_it_cannot_use(desk, world, body, pointer, code):
    answer = desk.client.post(f"/api/v1/{APPEARANCE}/confirm", body, format="json", HTTP_IF_MATCH="*")

    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]


def test_does_a_keyed_action_once(desk, world):
    headers = {"if-match": desk.tag(APPEARANCE), "idempotency-key": "k1"}

    first, again = (desk.post(f"{APPEARANCE}/confirm", **headers) for _ in range(2))

    assert (first.status_code, again.status_code, again.content) == (200, 200, first.content)
    assert again["ETag"] == first["ETag"]
    assert Appearance.objects.get(public_id=fixed(7)).events.count() == 1


@pytest.mark.django_db(transaction=True)
def test_lets_one_of_parallel_editors_win():
    World()
    desk = Desk()
    tag = desk.tag(APPEARANCE)

    def act(number):
        try:
            action = "confirm" if number % 2 else "reject"
            return desk.post(f"{APPEARANCE}/{action}", **{"if-match": tag}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(act, range(10)))

    assert sorted(answers) == [200, *[412] * 9]
