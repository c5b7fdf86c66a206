"""The OpenAPI document: valid, without a warning, complete."""

import pytest
from django.core.management import call_command

from api.views.docs import openapi_document
from tests.api.world import World


def operations():
    return [operation for item in openapi_document()["paths"].values() for operation in item.values()]


def test_makes_a_valid_document_without_a_warning(tmp_path):
    path = tmp_path / "schema.yaml"

    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(path))

    assert path.read_text("utf-8").splitlines()[0] == "openapi: 3.1.0"


def test_lists_each_address_once():
    assert [path for path in openapi_document()["paths"] if path.endswith("/")] == ["/api/v1/"]


def test_sums_up_every_operation_in_words():
    assert [one["operationId"] for one in operations() if not (one["summary"] and one["description"])] == []


@pytest.mark.django_db
def test_names_just_the_parameters_that_are_taken(client):
    world = World()
    client.force_login(world.act.decided_by)
    documented, taken = {}, {}
    read = {path: item for path, item in openapi_document()["paths"].items() if "get" in item}
    for path, item in read.items():
        named = {one["name"] for one in item["get"].get("parameters", []) if one["in"] == "query"}
        documented[path] = sorted(named)
        ids = {"quotes": world.quote, "articles": world.true.article, "appearances": world.true}
        ids |= {"matches": world.match, "acts": world.act}
        ids |= {"jobs": world.job}
        row = ids.get(path.split("/")[3], world.speaker)
        answer = client.get(path.replace("{id}", str(row.public_id)), {"no-such-parameter": 1}).json()
        allowed = answer["detail"].partition("Allowed here: ")[2].rstrip(".")
        taken[path] = allowed.split(", ") if allowed else []

    assert documented == taken


def test_states_the_problems_of_every_operation():
    undocumented = [
        one["operationId"]
        for one in operations()
        if not {"400", "401", "500", "503"} <= one["responses"].keys()
    ]

    assert undocumented == []
