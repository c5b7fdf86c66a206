"""Every example of the docs is executed: the call is made, and the answer is the printed one.

`WRITE_EXAMPLES=1 pytest tests/api/schema/test_examples.py` writes the answers anew; read the difference.
"""

import json
import os

import jsonschema
import pytest

from api.schema.hooks import EXAMPLES, example_of
from api.views.docs import openapi_document
from tests.api.schema import calls
from tests.api.world import World, fixed
from tests.factories import UserFactory

HOST = "127.0.0.1:8000"
_CALLS = {
    "root_retrieve": "",
    "articles_list": "articles?outlet=Harbour Gazette",
    "articles_retrieve": f"articles/{fixed(6)}?expand=appearances",
    "quotes_list": "quotes?speaker=Mayor Okoro&via=Coastal News Agency",
    "quotes_retrieve": f"quotes/{fixed(5)}",
    "changes_list": "changes?kind=quote,source",
    "quotes_lookup_retrieve": "quotes/lookup?text=“will open before May,” Okoro said",
    "quotes_provenance_retrieve": f"quotes/{fixed(5)}/provenance",
    "appearances_list": f"appearances?quote={fixed(5)}&outlet=Northern Post",
    "appearances_retrieve": f"appearances/{fixed(7)}",
    "matches_list": f"matches?quote={fixed(5)}",
    "matches_retrieve": f"matches/{fixed(20)}",
    "acts_list": "acts",
    "copies_list": "copies?state=suggested&outlet=Northern Post",
    "copies_retrieve": f"copies/{fixed(31)}",
    "kept_apart_list": "kept-apart?source=Mayor Okoro",
    "kept_apart_retrieve": f"kept-apart/{fixed(32)}",
    "exports_retrieve": f"exports/{fixed(29)}",
    "exports_file": f"exports/{fixed(29)}/file",
    "jobs_list": "jobs",
    "jobs_changes": f"jobs/{fixed(27)}/changes",
    "jobs_retrieve": f"jobs/{fixed(27)}",
    "acts_retrieve": f"acts/{fixed(21)}",
    "sources_list": "sources?q=okoro",
    "sources_retrieve": f"sources/{fixed(1)}",
    "speakers_list": "speakers",
    "speakers_retrieve": f"speakers/{fixed(1)}",
    "outlets_list": "outlets?name=northern post",
    "outlets_retrieve": f"outlets/{fixed(4)}",
}
CALLS = {name: {"method": "GET", "path": f"/api/v1/{path}"} for name, path in _CALLS.items()} | calls.WRITES


@pytest.fixture
def world(db):
    return World()


def operations():
    return [
        operation["operationId"]
        for item in openapi_document()["paths"].values()
        for operation in item.values()
    ]


def answer_to(client, name):
    call = CALLS[name]
    editor = UserFactory(
        groups=["admin" if name == "jobs_create" else "editor"], first_name="Ann", last_name="Lee"
    )
    client.force_login(editor)
    calls.prepare(name, editor)
    headers = {"host": HOST}
    if "if_match" in call:
        headers["if-match"] = client.get(call["if_match"], headers=headers)["ETag"]
    body = {"data": call["body"], "content_type": calls.media_type(call)} if "body" in call else {}
    response = client.generic(call["method"], call["path"], headers=headers) if not body else None
    response = response or client.post(call["path"], **body, headers=headers)
    shown = calls.repeatable(response.getvalue().decode())
    shown = shown if calls.media_type(call) == calls.JSON_LINES else json.loads(shown or "null")
    return {**call, "status": response.status_code, "response": shown}


def test_shows_an_example_of_every_operation():
    assert sorted(operations()) == sorted(CALLS)


@pytest.mark.parametrize("name", CALLS)
def test_answers_an_example_as_printed(client, world, name):
    answer = answer_to(client, name)

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
    contents = operation["responses"][str(example["status"])].get(
        "content", {"": {"schema": {"const": None}}}
    )
    content = next(iter(contents.values()))
    schema = {**content["schema"], "components": document["components"]}

    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(example["response"]))

    assert errors == []
