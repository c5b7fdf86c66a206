"""Twelve questions over plain HTTP, each answered in at most fifteen lines, and truly."""

import inspect
import time
from pathlib import Path

import pytest
from celery.contrib.testing.worker import start_worker

from tests.api.live import questions
from tracker.celery import app

GATES = (
    "We will not open the gates of Karsen before the harvest, whatever is said to us from across the river"
)
WHEAT = (
    "This spring we shall sell two million tonnes of wheat to those who treat us as neighbours, and not a"
    " sack to those who treat us as a granary"
)
SLOGAN = "Our water is our bread, and our bread is not for sale"
SHIPS = "There are eleven ships at anchor tonight and no room for a twelfth"
TABLE = "We were promised a seat at the table, and then we found that the table had been sold"
FERRY = {
    "outlet": "The Harbour Gazette",
    "title": "Ferries wait",
    "published_at": "2025-06-08",
    "text": "“The ferries wait for the tide and for nobody else,” harbourmaster Ivo Pellerine told Halvard.",
}


@pytest.fixture(scope="module")
def worker(newsroom):
    """A worker in a thread of its own, that reads and matches what is posted."""
    with start_worker(
        app, perform_ping_check=False, shutdown_timeout=20, queues=["default", "read", "match"]
    ):
        yield


@pytest.fixture(scope="module")
def gates(api):
    (answer,) = api.post("quotes/lookup", json={"text": GATES}).json()["answers"]
    return answer["results"][0]["quote"]["id"]


def test_answers_in_fifteen_lines_that_the_docs_print():
    docs = (Path(__file__).parents[3] / "docs" / "api.md").read_text("utf-8")
    sources = {
        name: inspect.getsource(one) for name, one in inspect.getmembers(questions, inspect.isfunction)
    }

    assert [name for name, source in sources.items() if len(source.splitlines()) > 15] == []
    assert [name for name, source in sources.items() if source not in docs] == []


def test_tells_who_said_a_fragment(api):
    answer = questions.who_said_it(api, "open the gates of Karsen before the harvest")

    assert answer[0] == "Danek Orsolan"
    assert answer[1][0] == "VETA"


def test_tells_the_wordings_before_a_date(api, gates):
    assert questions.wordings_until(api, gates, "2025-03-12T12:00") == [
        GATES,
        "whatever is said to us from across the river",
        GATES.replace("will not", "will"),
    ]


def test_tells_who_carried_it_first(api, gates):
    assert questions.carried_first(api, gates) == ("The Stannet Ledger", "2025-03-11T17:42")


def test_tells_what_came_through_one_agency_alone(api):
    assert sorted(questions.only_through(api, "VETA")) == [
        ("Danek Orsolan", SLOGAN),
        ("Danek Orsolan", WHEAT),
        ("Danek Orsolan", GATES),
        ("Ilko Brand", "A hungry customer does not ask who drives the crane"),
    ]


def test_tells_what_a_speaker_said_about_a_word_in_a_month(api):
    assert sorted(questions.said_about(api, "Danek Orsolan", "bread", "2025-03")) == [SLOGAN, SLOGAN]
    assert questions.said_about(api, "Danek Orsolan", "bread", "2025-04") == []


def test_tells_conflicting_attributions(api):
    assert questions.conflicting(api) == {SHIPS: ["Ivo Pellerine", "Ysolde Penhallick"]}


def test_tells_altered_meanings(api):
    assert questions.altered(api) == {
        ("Daily Pennon", "negation"),
        ("Daily Pennon", "number"),
        ("Daily Pennon", "date"),
    }


def test_tells_which_outlets_dropped_a_source(api):
    by_gazette = questions.dropped(api, "The Harbour Gazette")
    by_halvard = questions.dropped(api, "Halvard")

    assert {outlet: sorted(words) for outlet, words in by_gazette.items()} == {"Daily Pennon": [SHIPS, TABLE]}
    assert list(by_halvard) == ["The Evening Lantern"]


def test_posts_an_article_and_waits_for_its_quotes(api, worker):
    words = "The ferries wait for the tide and for nobody else"

    assert questions.post_and_wait(api, FERRY) == [("Ivo Pellerine", ["Halvard"], words)]


def test_mirrors_everything_and_catches_up(api, gates):
    rows, since = questions.mirror(api)
    before = dict(rows)
    (match,) = api.get("matches", params={"quote": gates, "relation": "exact"}).json()["results"]
    judged = questions.judge(api, match["id"], "unsure")

    since = caught_up(api, rows, since, lambda: judged["api_url"] in rows)
    fresh, _ = questions.mirror(api)

    assert before[match["api_url"]] == match
    assert rows.keys() == fresh.keys()
    assert [address for address, row in fresh.items() if not row.items() <= rows[address].items()] == []
    questions.undo(api, judged["id"])
    caught_up(api, rows, since, lambda: judged["api_url"] not in rows)


def caught_up(api, rows, since, told):
    """Ask as a mirror does, again and again: no change is told while one that began before it may come."""
    for _ in range(600):
        since = questions.catch_up(api, rows, since)
        if told():
            return since
        time.sleep(0.2)
    raise AssertionError("the change is not told")


def test_corrects_a_speaker(api):
    (wrong,) = api.get("appearances", params={"speaker": "Ysolde Penhallick", "q": "twelfth"}).json()[
        "results"
    ]

    said = questions.correct_speaker(api, wrong["id"], "Ivo Pellerine", "He told the Gazette so.")

    assert (said["source"]["name"], said["basis"]) == ("Ivo Pellerine", "editor")
    assert questions.conflicting(api) == {}


def test_judges_two_wordings_and_undoes_it(api, gates):
    (match,) = api.get("matches", params={"quote": gates, "relation": "exact"}).json()["results"]

    judged = questions.judge(api, match["id"], "different")
    undone = questions.undo(api, judged["id"])

    assert (match["judgement"], match["decided_by"]) == ("same", None)
    assert (judged["judgement"], judged["decided_by"]) == ("different", "Ann Lee")
    assert (undone["judgement"], undone["decided_by"]) == ("same", None)
