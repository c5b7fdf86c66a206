"""The docs page: its first call works as printed, and everything it needs comes from here."""

import html
import re
from urllib.parse import urlsplit

import pytest
import yaml

from api.views.docs import openapi_document
from tests.api.world import World
from tests.browser import needs_chromium, visiting

HOST = {"host": "127.0.0.1:8000"}


@pytest.mark.django_db
def test_prints_a_first_call_that_works(client):
    World()
    page = client.get("/api/v1/docs", headers=HOST).content.decode()
    call = html.unescape(re.search(r"curl '(http://127\.0\.0\.1:8000/[^']+)'", page)[1])

    rows = client.get(call.removeprefix("http://127.0.0.1:8000"), headers=HOST).json()["results"]

    assert [row["appearances"][0]["via"] for row in rows] == [["Coastal News Agency"]]


@pytest.mark.parametrize("address", ["schema", "schema/", "schema.json"])
def test_serves_the_document_as_json(client, address):
    assert client.get(f"/api/v1/{address}").json() == openapi_document()


def test_serves_the_document_as_yaml(client):
    by_address = client.get("/api/v1/schema.yaml")
    by_accept = client.get("/api/v1/schema", headers={"accept": "application/yaml"})

    assert yaml.safe_load(by_address.content) == openapi_document()
    assert by_accept.content == by_address.content


def test_leads_from_the_front_page_to_the_docs(client):
    assert client.get("/", follow=True).redirect_chain == [("/api/v1/docs", 302)]


@needs_chromium
def test_shows_every_operation_without_leaving_this_machine(live_server):
    with visiting() as visit:
        visit.page.goto(f"{live_server.url}/api/v1/docs#problem-merged")
        visit.page.wait_for_selector(".opblock")
        shown = visit.page.locator(".opblock").count()
        problem_is_visible = visit.page.locator("#problem-merged").is_visible()

    operations = [one for item in openapi_document()["paths"].values() for one in item]
    assert (shown, problem_is_visible, visit.complaints) == (len(operations), True, [])
    assert visit.hosts - {""} == {urlsplit(live_server.url).netloc}
