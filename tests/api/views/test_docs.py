"""The docs page: its first call works as printed, and everything it needs comes from here."""

import html
import re
import shutil
from urllib.parse import urlsplit

import pytest
import yaml

from api.views.docs import openapi_document
from tests.api.world import World

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


@pytest.mark.browser
@pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
def test_shows_every_operation_without_leaving_this_machine(live_server):
    from playwright.sync_api import sync_playwright

    hosts, complaints = set(), []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{live_server.url}/api/v1/docs#problem-merged")
        page.wait_for_selector(".opblock")
        shown = page.locator(".opblock").count()
        problem_is_visible = page.locator("#problem-merged").is_visible()
        browser.close()

    operations = [one for item in openapi_document()["paths"].values() for one in item]
    assert (shown, problem_is_visible, complaints) == (len(operations), True, [])
    assert hosts - {""} == {urlsplit(live_server.url).netloc}
