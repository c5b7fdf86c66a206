"""Every example of the docs is executed: the call is made, and the answer is the printed one.

`WRITE_EXAMPLES=1 pytest tests/api/schema/test_examples.py` writes the answers anew; read the difference.
"""

import json
import os

import jsonschema
import pytest
from django.contrib.auth.models import Permission

from api.schema.hooks import EXAMPLES, example_of
from api.views.docs import openapi_document
from tests.api.world import World, fixed
from tests.factories import UserFactory

HOST = "127.0.0.1:8000"
_CALLS = {
    "root_retrieve": "",
    "articles_list": "articles?outlet=Harbour Gazette",
    "articles_retrieve": f"articles/{fixed(6)}?expand=appearances",
    "quotes_list": "quotes?speaker=Mayor Okoro&via=Coastal News Agency",
    "quotes_retrieve": f"quotes/{fixed(5)}",
    "quotes_provenance_retrieve": f"quotes/{fixed(5)}/provenance",
    "appearances_list": f"appearances?quote={fixed(5)}&outlet=Northern Post",
    "appearances_retrieve": f"appearances/{fixed(7)}",
    "matches_list": f"matches?quote={fixed(5)}",
    "sources_list": "sources?q=okoro",
    "sources_retrieve": f"sources/{fixed(1)}",
    "speakers_list": "speakers",
    "speakers_retrieve": f"speakers/{fixed(1)}",
    "outlets_list": "outlets?name=northern post",
    "outlets_retrieve": f"outlets/{fixed(4)}",
}
CALLS = {name: {"method": "GET", "path": f"/api/v1/{path}"} for name, path in _CALLS.items()} | {
    "articles_create": {
        "method": "POST",
        "path": "/api/v1/articles",
        "body": {
            "outlet": "Northern Post",
            "url": "https://northern.example/ferry",
            "title": "Ferries run late",
            "published_at": "2025-03-05",
            "text": "“The ferries will run until midnight,” Ada Okoro said on Wednesday.",
        },
    }
}


@pytest.fixture
def world(db):
    return World()


def operations():
    return [
        operation["operationId"]
        for item in openapi_document()["paths"].values()
        for operation in item.values()
    ]


def answer_to(client, call):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="add_article"))
    client.force_login(user)
    send = {"GET": client.get, "POST": client.post}[call["method"]]
    body = {"data": call["body"], "content_type": "application/json"} if "body" in call else {}
    response = send(call["path"], **body, headers={"host": HOST})
    shown = response.json()
    if call["method"] == "POST":  # what differs with every run
        shown = json.loads(json.dumps(shown).replace(shown["id"], str(fixed(10))))
        shown["received_at"] = "2025-03-05T12:00:00Z"
    return {**call, "status": response.status_code, "response": shown}


def test_shows_an_example_of_every_operation():
    assert sorted(operations()) == sorted(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_answers_an_example_as_printed(client, world, name):
    answer = answer_to(client, CALLS[name])

    if os.environ.get("WRITE_EXAMPLES"):
        text = json.dumps(answer, ensure_ascii=False, indent=1)
        (EXAMPLES / f"{name}.json").write_text(text + "\n", "utf-8")

    assert answer == example_of(name)


@pytest.mark.parametrize("name", CALLS)
def test_prints_examples_that_fit_their_schema(name):
    document, example = openapi_document(), example_of(name)
    (operation,) = [
        operation
        for item in document["paths"].values()
        for operation in item.values()
        if operation["operationId"] == name
    ]
    content = operation["responses"][str(example["status"])]["content"]["application/json"]
    schema = {**content["schema"], "components": document["components"]}

    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(example["response"]))

    assert errors == []
