"""Judging, merging, splitting, and taking it back."""

import pytest

from quotes.models import Article, Quote, Source
from tests.api.world import fixed
from tests.factories import AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory

QUOTE = f"quotes/{fixed(5)}"


@pytest.fixture
def other(world):
    """A second quote with one printing."""
    quote = QuoteFactory(
        text="The tunnel stays shut", speaker=world.speaker, appearance_count=1, outlet_count=1
    )
    AppearanceFactory(text="The tunnel stays shut", quote=quote, chain=[world.speaker])
    return quote


def judged(desk, world, judgement, **condition):
    body = {"a": str(world.true.public_id), "b": str(world.altered.public_id), "judgement": judgement}
    return desk.post("matches/judge", body, **condition)


def test_judges_and_withdraws(desk, world):
    machine = f"matches/{world.match.public_id}"

    person = judged(desk, world, "different", **{"if-match": desk.tag(machine)})
    shown = f"matches/{person.json()['id']}"
    forwarded = desk.client.get(f"/api/v1/{machine}")
    back = desk.act(shown, "withdraw")

    assert (person.status_code, person.json()["judgement"], person.json()["decided_by"]) == (
        200,
        "different",
        "Ann Lee",
    )
    assert person["ETag"] != back["ETag"]
    assert (forwarded.status_code, forwarded["Location"]) == (301, f"http://testserver/api/v1/{shown}")
    assert (back.json()["judgement"], back.json()["decided_by"]) == ("altered", None)


def test_judges_a_pair_that_nobody_judged(desk, world):
    world.match.delete()

    stale = judged(desk, world, "same", **{"if-match": '"x"'})
    first = judged(desk, world, "same", **{"if-none-match": "*"})
    again = judged(desk, world, "different", **{"if-none-match": "*"})
    gone = desk.act(f"matches/{first.json()['id']}", "withdraw")

    assert (stale.status_code, first.status_code, again.status_code, gone.status_code) == (412, 200, 412, 204)
    assert desk.client.get(f"/api/v1/matches/{first.json()['id']}").status_code == 410


@pytest.mark.parametrize(
    ("changed", "pointer", "code"),
    [
        ({"judgement": "perhaps"}, "/judgement", "invalid_choice"),
        ({"a": "7"}, "/a", "bad_type"),
        ({"a": str(fixed(99))}, "/a", "unknown_id"),
        ({"b": str(fixed(7))}, "", "same_appearance"),
    ],
)
def test_points_to_what_cannot_be_judged(desk, world, changed, pointer, code):
    body = {"a": str(fixed(7)), "b": str(fixed(9)), "judgement": "same", **changed}

    answer = desk.post("matches/judge", body, **{"if-none-match": "*"})

    assert answer.status_code == 422
    assert [(error["pointer"], error["code"]) for error in answer.json()["errors"]] == [(pointer, code)]


def test_merges_quotes_and_undoes_it(desk, world, other):
    merged = desk.act(QUOTE, "merge", {"quotes": [str(other.public_id)], "reason": "one speech"})
    act = merged.json()["act"]
    forwarded = desk.client.get(f"/api/v1/quotes/{other.public_id}")
    undone = desk.act(f"acts/{act['id']}", "undo")

    assert (merged.status_code, merged.json()["quote"]["id"], act["kind"]) == (
        200,
        str(fixed(5)),
        "merge_quotes",
    )
    assert forwarded.status_code == 301
    assert (undone.status_code, undone.json()["kind"]) == (200, "undo")
    assert desk.client.get(f"/api/v1/acts/{act['id']}").json()["undone"] is True
    assert desk.client.get(f"/api/v1/quotes/{other.public_id}").status_code == 200


def test_splits_a_quote(desk, world):
    answer = desk.act(QUOTE, "split", {"groups": [[str(fixed(9))]]})

    assert answer.status_code == 200
    texts = [quote["text"] for quote in answer.json()["quotes"]]
    assert texts == ["The bridge will open before May", "The bridge will not open before May"]
    assert Quote.objects.live().count() == 2


def test_refuses_to_split_what_stays_whole(desk, world):
    answer = desk.act(QUOTE, "split", {"groups": [[str(fixed(7)), str(fixed(9))]]})

    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/groups")


def test_merges_sources_and_undoes_it(desk, world):
    other = SourceFactory(name="A. Okoro")

    merged = desk.act(f"sources/{fixed(1)}", "merge", {"sources": [str(other.public_id)]})
    undone = desk.act(f"acts/{merged.json()['act']['id']}", "undo")

    assert [alias["name"] for alias in merged.json()["source"]["aliases"]] == ["A. Okoro", "Mayor Okoro"]
    assert undone.status_code == 200
    assert Source.objects.get(pk=other.pk).merged_into is None


def test_gives_and_takes_names(desk, world):
    source = f"sources/{fixed(1)}"

    given = desk.act(source, "aliases/add", {"name": "The Mayor", "since": "2021-05-06"})
    taken = desk.act(source, "aliases/remove", {"name": "The Mayor", "since": "2021-05-06"})
    absent = desk.act(source, "aliases/remove", {"name": "The Mayor"})

    assert len(given.json()["aliases"]) - len(taken.json()["aliases"]) == 1
    assert (given.status_code, taken.status_code, absent.status_code) == (200, 200, 410)


def test_retries_a_failed_article(desk, world):
    article = ArticleFactory(state=Article.State.FAILED, failure="It broke.")

    answer = desk.act(f"articles/{article.public_id}", "retry")
    again = desk.act(f"articles/{article.public_id}", "retry")

    assert (answer.json()["state"], answer.json()["failure"], again.status_code) == ("accepted", None, 409)
