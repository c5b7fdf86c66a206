"""Bad parameters and headers wherever something is read: 400 and the name, never an error of ours."""

from collections.abc import Iterator

import pytest

from api.schema.hooks import example_of
from api.views.docs import openapi_document
from tests.api.schema import calls
from tests.api.world import World
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
# what no parameter can be, as it stands in an address
NO_VALUES = {
    "NUL": "a%00b",
    "a surrogate": "%ED%A0%80",
    "Latin-1": "%E9",
    "half a character": "%E2%80",
    "nothing": "",
    "blanks": "%20%20",
}
# what no parameter but one that takes words can be
NO_CHOICES = {
    "a huge number": "9" * 400,
    "a negative number": "-1",
    "a letter of another script": "%D9%A3",
    "a list": "a,,b",
    "a long text": "a" * 3000,
    "JSON": "%7B%22%24ne%22%3A1%7D",
    "markup": "%3Cscript%3E",
}
WORDS = {"q", "name", "text", "speaker", "url", "sender_id"}
NEEDED = {("quotes_lookup_retrieve", name): "&text=a" for name in ("limit", "speaker")}
HEADERS = {
    "accept": ["*/*;q=a", "application/json;" + "a" * 4000, "é", ",,,"],
    "accept-language": ["x" * 4000, "xx-😀"],
    "authorization": [
        "Bearer",
        "Bearer  ",
        "Bearer " + "a" * 4000,
        "Bearer via_é",
        "Basic",
        "Basic é",
        "Basic YQ==",
    ],
    "content-type": ["application/json; charset=utf-7", "x" * 4000],
    "cookie": ["sessionid=" + "a" * 4000, "=;=;=", 'sessionid="\\000"', "csrftoken=é"],
    "host": ["testserver:99999999", "a b", "[::1", "xn--" + "a" * 80],
    "if-match": ['"' + "a" * 4000, "é", ",,,"],
    "if-none-match": ['"' + "a" * 4000, "é", ",,,", "*"],
    "idempotency-key": ["é" * 200, "a" * 4000, '"', " "],
    "range": ["bytes=9-1", "bytes=" + "0-0," * 500],
    "x-forwarded-for": ["é", "1.2.3.4, " * 500, "::::"],
    "x-request-id": ["a" * 4000, "é\\n", " "],
}


def reads() -> Iterator[tuple[str, list[str]]]:
    """Return each operation that reads, with the names of its parameters."""
    for item in openapi_document()["paths"].values():
        if "get" in item:
            given = item["get"].get("parameters", [])
            yield item["get"]["operationId"], [one["name"] for one in given if one["in"] == "query"]


READS = dict(reads())


@pytest.fixture
def editor(client):
    World()
    editor = UserFactory(groups=["editor"])
    client.force_login(editor)
    return editor


def path_of(name, editor):
    calls.prepare(name, editor)
    return example_of(name)["path"].partition("?")[0]


@pytest.mark.parametrize("name", [name for name, parameters in READS.items() if parameters])
def test_names_a_parameter_it_cannot_use(client, editor, name):
    path, wrong = path_of(name, editor), []

    for parameter in READS[name]:
        takes_words = parameter in WORDS or parameter in ("via", "origin", "outlet")
        for what, value in (NO_VALUES if takes_words else NO_VALUES | NO_CHOICES).items():
            answer = client.get(f"{path}?{parameter}={value}{NEEDED.get((name, parameter), '')}")
            pointers = {error["pointer"] for error in answer.json().get("errors", ())}
            if answer.status_code != 400 or pointers != {f"?{parameter}"}:
                wrong.append((parameter, what, answer.status_code, pointers))

    assert wrong == []


# Every sixth address with make test, for they share what reads headers; none of a file, which stays open.
HEARING = [
    pytest.param(name, marks=() if number % 6 == 0 else pytest.mark.full)
    for number, name in enumerate(sorted(READS.keys() - {"exports_file"}))
]


@pytest.mark.parametrize("name", HEARING)
def test_takes_no_header_for_an_error_of_its_own(client, editor, name):
    path, wrong = path_of(name, editor), []

    for header, values in HEADERS.items():
        for value in values:
            answer = client.get(path, headers={header: value})
            is_problem = (
                answer["Content-Type"] == "application/problem+json" if answer.status_code > 399 else True
            )
            if answer.status_code >= 500 or not is_problem:
                wrong.append((header, value[:20], answer.status_code))

    assert wrong == []
