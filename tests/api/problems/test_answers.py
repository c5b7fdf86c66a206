"""Every kind of problem, asked for over HTTP, and answered with a document of the same form."""

import base64

import pytest
from django.contrib.auth.models import Permission
from rest_framework.exceptions import Throttled

from api.problems.answers import exception_handler
from api.problems.kinds import KINDS
from tests.factories import ArticleFactory, QuoteFactory, SourceFactory, UserFactory

pytestmark = pytest.mark.django_db

ABSENT = "0195a1b0-0000-7000-8000-000000000000"
JSON = "application/json"
BROKEN = "tests.api.problems.broken_urls"


@pytest.fixture
def contributor(client):
    user = UserFactory()
    user.user_permissions.add(Permission.objects.get(codename="add_article"))
    client.force_login(user)
    return client


def problem(response, code):
    """Return the document's errors, after checking that it is one of the kind."""
    status, title, _ = KINDS[code]
    body = response.json()
    assert (response.status_code, response["content-type"]) == (status, "application/problem+json")
    assert {name: body[name] for name in ("type", "title", "status", "code")} == {
        "type": f"/api/v1/docs#problem-{code}",
        "title": title,
        "status": status,
        "code": code,
    }
    assert body["request_id"] == response["X-Request-ID"]
    assert body["detail"]
    return body["errors"]


def test_forwards_a_merged_quote_to_its_survivor(client):
    survivor = QuoteFactory()
    between = QuoteFactory(merged_into=survivor)
    merged = QuoteFactory(merged_into=between)

    response = client.get(f"/api/v1/quotes/{merged.public_id}?expand=matches")

    assert problem(response, "merged") == []
    assert response.json()["survivor"] == str(survivor.public_id)
    assert response["Location"] == f"http://testserver/api/v1/quotes/{survivor.public_id}?expand=matches"


@pytest.mark.parametrize("resource", ["sources", "speakers", "outlets"])
def test_forwards_a_merged_source_to_its_survivor(client, resource):
    survivor = SourceFactory()
    merged = SourceFactory(merged_into=survivor)

    response = client.get(f"/api/v1/{resource}/{merged.public_id}/")

    assert problem(response, "merged") == []
    assert response["Location"] == f"http://testserver/api/v1/{resource}/{survivor.public_id}"


def test_forwards_the_provenance_of_a_merged_quote(client):
    survivor = QuoteFactory()
    merged = QuoteFactory(merged_into=survivor)

    response = client.get(f"/api/v1/quotes/{merged.public_id}/provenance")

    assert problem(response, "merged") == []
    assert response["Location"] == f"http://testserver/api/v1/quotes/{survivor.public_id}/provenance"


@pytest.mark.parametrize(
    ("query", "pointer", "code", "said"),
    [
        ("speker=x", "?speker", "unknown_parameter", "Did you mean “speaker”?"),
        ("kind=dirct", "?kind", "unknown_value", "Did you mean “direct”?"),
        ("kind=direct,dirct", "?kind", "unknown_value", "Allowed: direct, partial, indirect."),
        ("kind=direct&kind=partial", "?kind", "repeated_parameter", "lists are separated by commas"),
        ("speaker=", "?speaker", "empty_parameter", "leave it out"),
        ("speaker=Ada+Okor", "?speaker", "unknown_source", "Did you mean “Ada Okoro”?"),
        (f"speaker={ABSENT}", "?speaker", "unknown_source", "no source is known"),
        (f"article={ABSENT}", "?article", "unknown_id", "no article has the id"),
        ("article=7", "?article", "invalid_value", "“7” is no id"),
        ("published_from=yesterday", "?published_from", "invalid_value", "2023-08-14"),
        ("published_to=9999-12", "?published_to", "invalid_value", "is no date"),
        ("conflict=perhaps", "?conflict", "unknown_value", "true, false"),
        ("page_size=0", "?page_size", "invalid_value", "1 to 200"),
        ("page_size=201", "?page_size", "invalid_value", "1 to 200"),
        ("page_size=ten", "?page_size", "invalid_value", "1 to 200"),
        ("cursor=abc", "?cursor", "invalid_value", "take it from `next`"),
        ("order=published_at", "?order", "unknown_value", "Did you mean “published”?"),
        ("expand=apearances", "?expand", "unknown_value", "Did you mean “appearances”?"),
        ("q=" + "a" * 501, "?q", "too_long", "500"),
        ("q=%00", "?q", "unprintable", "NUL"),
        ("q=%ED%A0%80", "?q", "unprintable", "UTF-8"),
        ("q%00=a", "?q\0", "unprintable", "NUL"),
        ("format=xml", "?format", "unknown_parameter", "Allowed here"),
    ],
)
def test_names_the_parameter_it_cannot_use(client, query, pointer, code, said):
    SourceFactory(name="Ada Okoro")

    errors = problem(client.get(f"/api/v1/quotes?{query}"), "invalid_parameters")

    assert [(error["pointer"], error["code"]) for error in errors] == [(pointer, code)]
    assert said in errors[0]["detail"]


def test_names_all_faults_at_once(client):
    errors = problem(client.get("/api/v1/appearances?foo=1&kind=direct&kind=partial"), "invalid_parameters")

    assert [error["pointer"] for error in errors] == ["?foo", "?kind"]


def test_refuses_a_cookie_that_no_session_has(client):
    errors = problem(
        client.get("/api/v1/quotes", headers={"cookie": r'sessionid="\000aaaaaaaa"'}), "invalid_parameters"
    )

    assert [error["pointer"] for error in errors] == ["cookie"]


def test_refuses_a_forged_host(client):
    assert problem(client.get("/api/v1/quotes", headers={"host": "evil.example"}), "bad_request") == []


def test_refuses_a_thousand_parameters(client):
    response = client.get("/api/v1/quotes?" + "&".join(f"a{number}=1" for number in range(1001)))

    assert problem(response, "bad_request") == []


@pytest.mark.parametrize("name_and_password", ["nobody:wrong", "no\0body:wrong", "nobody:wr\0ng"])
def test_refuses_wrong_credentials(client, name_and_password):
    credentials = base64.b64encode(name_and_password.encode()).decode()

    response = client.get("/api/v1/quotes", headers={"authorization": f"Basic {credentials}"})

    assert problem(response, "not_logged_in") == []
    assert response["WWW-Authenticate"] == 'Bearer realm="Via", Basic realm="Via"'


def test_refuses_a_write_without_the_permission(client):
    client.force_login(UserFactory())

    response = client.post("/api/v1/articles", {"outlet": "A", "text": "B"}, content_type=JSON)

    assert problem(response, "not_allowed") == []
    assert "quotes.add_article" in response.json()["detail"]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/api/v1/quots", "Did you mean “quotes”?"),
        ("/api/v1/quotes/1/2/3", "no address"),
        ("/api/nothing", "no such address"),
        ("/api/v1/quotes/7", "ids are UUIDs"),
        (f"/api/v1/quotes/{ABSENT}", "no quote with the id"),
        (f"/api/v1/articles/{ABSENT}", "no article with the id"),
        (f"/api/v1/appearances/{ABSENT}", "no appearance with the id"),
        (f"/api/v1/sources/{ABSENT}/", "no source with the id"),
        (f"/api/v1/quotes/{ABSENT}/provenance", "no quote with the id"),
    ],
)
def test_says_what_is_not_there(client, address, said):
    response = client.get(address)

    assert problem(response, "not_found") == []
    assert said in response.json()["detail"]


@pytest.mark.parametrize("query", ["", "?fields=id"])
@pytest.mark.parametrize("method", ["delete", "put", "patch", "post", "trace"])
def test_names_the_methods_it_allows(client, method, query):
    response = getattr(client, method)(f"/api/v1/matches/{query}")

    assert problem(response, "method_not_allowed") == []
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_lists_the_allowed_methods_in_a_header(contributor):
    assert contributor.options("/api/v1/articles")["Allow"] == "GET, POST, HEAD, OPTIONS"


def test_answers_json_alone(client):
    assert problem(client.get("/api/v1/quotes", headers={"accept": "text/csv"}), "not_acceptable") == []


def test_says_where_two_articles_conflict(contributor):
    ArticleFactory(url="https://a.example/1", outlet__name="Harbour Gazette")
    body = {
        "outlet": "Northern Post",
        "url": "https://a.example/1",
        "text": "“We will stay,” Ada Okoro said.",
    }

    errors = problem(contributor.post("/api/v1/articles", body, content_type=JSON), "conflict")

    assert [(error["pointer"], error["code"]) for error in errors] == [("/outlet", "conflict")]


def test_refuses_a_body_that_is_too_large(contributor, settings):
    settings.API_MAX_BODY_BYTES = 100
    response = contributor.post("/api/v1/articles", {"text": "a" * 100}, content_type=JSON)

    assert problem(response, "too_large") == []


def test_refuses_a_text_that_is_too_large(contributor):
    response = contributor.post(
        "/api/v1/articles", {"outlet": "Harbour Gazette", "text": "a" * 1_000_001}, content_type=JSON
    )

    errors = problem(response, "too_large")

    assert [(error["pointer"], error["code"]) for error in errors] == [("/text", "too_large")]


@pytest.mark.parametrize(
    "media_type", ["text/plain", "multipart/form-data; boundary=x", "application/xml", ""]
)
def test_reads_json_alone(contributor, media_type):
    response = contributor.generic("POST", "/api/v1/articles", b"{}", content_type=media_type)

    assert problem(response, "unsupported_media_type") == []


def test_says_when_to_come_back():
    response = exception_handler(Throttled(wait=11.2), {"request": None})

    assert (response.status_code, response.data["code"]) == (429, "too_many_requests")
    assert response.headers["Retry-After"] == "12"


@pytest.mark.parametrize("where", ["view", "page"])
@pytest.mark.urls(BROKEN)
def test_gives_an_unforeseen_error_an_id(client, where):
    client.raise_request_exception = False

    assert problem(client.get(f"/api/v1/{where}?raise=ValueError"), "server_error") == []


@pytest.mark.parametrize("where", ["view", "page"])
@pytest.mark.parametrize("error", ["OperationalError", "InterfaceError"])
@pytest.mark.urls(BROKEN)
def test_asks_for_patience_while_the_database_is_away(client, where, error):
    client.raise_request_exception = False

    response = client.get(f"/api/v1/{where}?raise={error}")

    assert problem(response, "unavailable") == []
    assert response["Retry-After"] == "5"


@pytest.mark.urls(BROKEN)
def test_leaves_other_pages_their_own_errors(client):
    client.raise_request_exception = False

    assert client.get("/other?raise=ValueError")["content-type"] == "text/html; charset=utf-8"
    assert client.get("/nowhere")["content-type"] == "text/html; charset=utf-8"
