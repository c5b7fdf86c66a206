"""Exports: asked for by one call, worked off as workers do, fetched by whoever asked."""

import csv
import io
import json
from datetime import timedelta

import pytest
from django.utils import timezone

from quotes.models import Job, Source
from quotes.services import exports
from tests.api.world import World, fixed
from tests.factories import UserFactory
from tests.quotes.services.jobs.working import finish

EXPORTS = "/api/v1/exports"


@pytest.fixture
def world(db, settings, tmp_path):
    settings.EXPORTS_DIR = str(tmp_path / "exports")
    return World()


@pytest.fixture
def reader(client, world):
    user = UserFactory(groups=["reader"])
    client.force_login(user)
    return user


def ask(client, what, form, **filters):
    body = {"what": what, "format": form, "filters": filters}
    return client.post(EXPORTS, body, content_type="application/json")


def exported(client, what, form, **filters):
    """Return the file of an export that a worker has done."""
    answer = ask(client, what, form, **filters)
    finish(Job.objects.get(public_id=answer.json()["id"]))
    job = client.get(answer["Location"]).json()
    return client.get(job["result_url"]).getvalue().decode()


def test_answers_with_the_job_to_follow(client, reader):
    answer = ask(client, "quotes", "jsonl")

    job = answer.json()
    assert (answer.status_code, job["kind"], job["state"], job["result_url"]) == (
        202,
        "export",
        "waiting",
        None,
    )
    assert answer["Location"] == job["api_url"]


@pytest.mark.parametrize("what", ["quotes", "appearances", "articles", "sources"])
def test_writes_the_rows_of_a_list_as_it_shows_them(client, reader, what):
    head, *rows = [json.loads(line) for line in exported(client, what, "jsonl").splitlines()]

    listed = client.get(f"/api/v1/{what}?order=received").json()["results"]
    assert rows == listed
    assert (head["export"]["what"], head["export"]["count"]) == (what, len(rows))
    assert head["export"]["filters"] == {}


def test_writes_only_what_fits_the_filters(client, reader):
    rows = exported(client, "appearances", "jsonl", outlet="Northern Post").splitlines()

    assert [json.loads(row)["id"] for row in rows[1:]] == [str(fixed(9))]
    assert json.loads(rows[0])["export"]["filters"] == {"outlet": "Northern Post"}


@pytest.mark.parametrize("what", ["quotes", "appearances", "articles", "sources"])
def test_writes_a_table(client, reader, what):
    header, *rows = csv.reader(io.StringIO(exported(client, what, "csv")))

    assert {len(row) for row in rows} == {len(header)}
    assert len(rows) == len(client.get(f"/api/v1/{what}").json()["results"])


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_writes_no_cell_that_a_spreadsheet_would_run(client, reader, name):
    Source.objects.filter(public_id=fixed(3)).update(name=name, name_key="odd")
    text = exported(client, "sources", "csv", name="odd")

    _, row = csv.reader(io.StringIO(text, newline=""))
    assert row[2] == f"'{name}"


@pytest.mark.parametrize("what", ["quotes", "appearances", "articles", "sources"])
def test_writes_a_graph_with_its_head(client, reader, what):
    graph = json.loads(exported(client, what, "json-ld"))

    assert (graph["@context"], graph["@type"]) == ("https://schema.org", "Dataset")
    assert graph["size"] == str(len(graph["@graph"]))
    assert len(graph["@graph"]) > 0


def test_writes_printings_as_quotations(client, reader):
    (one,) = json.loads(exported(client, "appearances", "json-ld", outlet="Northern Post"))["@graph"]

    assert (one["@type"], one["text"]) == ("Quotation", "The bridge will open before May")
    assert one["spokenByCharacter"]["name"] == "Ada Okoro"
    assert [source["name"] for source in one["contributor"]] == ["Coastal News Agency"]
    assert one["isPartOf"]["publisher"]["name"] == "Northern Post"


def test_writes_annotations_that_point_into_the_text(client, reader):
    page = json.loads(exported(client, "appearances", "annotations"))

    for one in page["items"]:
        text = client.get(one["target"]["source"]).json()["text"]
        quotation, position = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quotation["exact"]
        assert text[max(0, start - 32) : start] == quotation["prefix"]
        assert text[end : end + 32] == quotation["suffix"]
    assert page["partOf"]["total"] == len(page["items"]) == 2


@pytest.mark.parametrize("form", ["json-ld", "jsonl", "csv"])
def test_writes_a_whole_file_of_nothing(client, reader, form):
    text = exported(client, "quotes", form, q="nobodysaidthis")

    rows = json.loads(text)["@graph"] if form == "json-ld" else text.splitlines()[1:]
    assert rows == []


def test_joins_the_parts_of_many_pieces_in_order(client, reader, settings):
    settings.ROWS_A_PIECE = 1

    graph = json.loads(exported(client, "sources", "json-ld"))

    listed = client.get("/api/v1/sources?order=received").json()["results"]
    assert [one["identifier"] for one in graph["@graph"]] == [one["id"] for one in listed]


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"what": "quotes", "format": "jsonl", "filters": {"speeker": "x"}}, "/filters/speeker"),
        ({"what": "quotes", "format": "jsonl", "filters": {"speaker": "Nobody Known"}}, "/filters/speaker"),
        (
            {"what": "quotes", "format": "jsonl", "filters": {"published_from": "May"}},
            "/filters/published_from",
        ),
        ({"what": "quotes", "format": "annotations"}, "/format"),
        ({"what": "quotes", "format": "xml"}, "/format"),
        ({"what": "jobs", "format": "csv"}, "/what"),
        ({"format": "csv"}, "/what"),
    ],
)
def test_refuses_what_cannot_be_exported(client, reader, body, pointer):
    answer = client.post(EXPORTS, body, content_type="application/json")

    (fault,) = answer.json()["errors"]
    assert (answer.status_code, fault["pointer"]) == (422, pointer)
    assert Job.objects.filter(kind="export").count() == 0


def test_refuses_a_fourth_export_at_once(client, reader):
    statuses = [ask(client, "quotes", "jsonl").status_code for _ in range(4)]

    assert statuses == [202, 202, 202, 409]


def test_shows_the_head_beside_the_file(client, reader):
    answer = ask(client, "sources", "csv", kind="agency")
    address = f"{EXPORTS}/{answer.json()['id']}"
    before = client.get(address).status_code
    finish(Job.objects.get(public_id=answer.json()["id"]))

    head, file = client.get(address).json(), client.get(f"{address}/file", headers={"accept": "text/csv"})

    assert (before, head["count"], head["filters"]) == (409, 1, {"kind": "agency"})
    assert file["Link"] == f'<{head["api_url"]}>; rel="describedby"; type="application/json"'
    assert file["Content-Type"].split(";")[0] == "text/csv"
    assert b"".join(file).decode().splitlines()[0].startswith('"id","api_url","name"')


def test_shows_nobody_the_file_of_another(client, reader):
    job = ask(client, "quotes", "jsonl").json()["id"]
    finish(Job.objects.get(public_id=job))
    client.force_login(UserFactory(groups=["editor"]))

    assert client.get(f"{EXPORTS}/{job}/file").status_code == 404


def test_sweeps_files_whose_time_is_over(client, reader, settings, tmp_path):
    job = ask(client, "quotes", "jsonl").json()["id"]
    finish(Job.objects.get(public_id=job))
    kept = exports.sweep()
    Job.objects.filter(public_id=job).update(finished_at=timezone.now() - timedelta(days=30))

    swept = exports.sweep()

    assert (kept, swept, list((tmp_path / "exports").iterdir())) == (0, 1, [])
    assert client.get(f"{EXPORTS}/{job}/file").status_code == 410
    assert client.get(f"/api/v1/jobs/{job}").json()["result_url"] is None
