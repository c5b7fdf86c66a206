"""POST /quotes/lookup and its form for links."""

from urllib.parse import urlencode

import pytest

from api.serializers.looking_up import LONGEST_IN_A_LINK
from quotes.models import Appearance
from quotes.services.matching.wordings import assign
from tests.api.world import World, fixed

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/quotes/lookup"
ALTERED = "“The bridge will open before May,” Ines Varga said."


@pytest.fixture
def world():
    world = World()
    assign(appearances=Appearance.objects.all())
    return world


def posted(client, body):
    return client.post(ADDRESS, body, content_type="application/json")


def test_answers_a_link_as_a_post(client, world):
    by_link = client.get(ADDRESS, {"text": ALTERED, "limit": 2}).json()
    by_post = posted(client, {"text": ALTERED, "limit": 2}).json()

    assert by_link == by_post
    assert by_post["answers"][0]["results"][0]["quote"]["id"] == str(fixed(5))


def test_takes_no_longer_text_in_a_link_than_web_servers_read(client, world):
    longest = {"text": "“" * LONGEST_IN_A_LINK, "speaker": "“" * 300, "limit": 20}
    one_more = client.get(ADDRESS, {"text": "a" * (LONGEST_IN_A_LINK + 1)})

    assert client.get(ADDRESS, longest).status_code == 200
    assert len(f"GET {ADDRESS}?{urlencode(longest)} HTTP/1.1\r\n") < 8190
    assert (one_more.status_code, one_more.json()["errors"][0]["pointer"]) == (400, "?text")


def test_names_the_speaker_of_record(client, world):
    (answer,) = posted(client, {"text": ALTERED}).json()["answers"]

    assert answer["asked_speaker"] == {
        "name": "Ines Varga",
        "known": [],
        "agrees": False,
        "sentence": "The best answer is another speaker's: “Ada Okoro” said it, not “Ines Varga”.",
    }


def test_shows_what_an_altered_printing_hides(client, world):
    (answer,) = posted(client, {"text": ALTERED}).json()["answers"]
    result = answer["results"][0]

    assert (result["relation"], result["record"]["relation"]) == ("exact", "edited")
    assert [one["kind"] for one in result["record"]["changes"]] == ["negation"]
    assert [one["printed"]["text"].strip() for one in result["record"]["differences"]] == ["not"]


def test_spells_the_spans_it_names(client, world):
    text = "They say “The bridge will surely not open before May”"
    (answer,) = posted(client, {"text": text}).json()["answers"]
    result = answer["results"][0]
    sides = [one["asked"] for one in result["differences"]] + [result["asked"]]

    assert [text[side["start"] : side["end"]] for side in sides] == [side["text"] for side in sides]
    printed = result["printing"]["text"]
    spans = [one["printed"] for one in result["differences"]]
    assert [printed[side["start"] : side["end"]] for side in spans] == [side["text"] for side in spans]


def test_says_what_was_searched_where_nothing_is_found(client, world):
    (answer,) = posted(client, {"text": "ferries never mind the weather at all"}).json()["answers"]

    assert (answer["found"], answer["results"]) == (0, [])
    assert answer["searched"]["wordings"] == 1
    assert answer["searched"]["keys"] > 3
    assert answer["searched"]["nearest"] is None


def test_answers_each_of_a_hundred_texts_in_order(client, world):
    texts = [{"text": f"{n} bottles"} for n in range(99)] + [{"text": ALTERED}]

    answers = posted(client, {"texts": texts}).json()["answers"]

    assert [one["text"] for one in answers] == [one["text"] for one in texts]
    assert [one["found"] for one in answers] == [0] * 99 + [1]


def test_takes_the_defaults_that_the_document_names(client, world):
    spelt_out = {"text": ALTERED, "speaker": "", "limit": 5}

    assert posted(client, spelt_out).json() == posted(client, {"text": ALTERED}).json()


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({}, ""),
        ({"text": "a b c", "texts": [{"text": "d"}]}, ""),
        ({"texts": []}, "/texts"),
        ({"texts": [{"text": "a"}] * 101}, "/texts"),
        ({"texts": [{"text": 7}]}, "/texts/0/text"),
        ({"text": "a" * 5001}, "/text"),
        ({"text": "a", "limit": 21}, "/limit"),
        ({"text": "a", "speeker": "b"}, "/speeker"),
    ],
)
def test_refuses_a_body_that_is_none(client, world, body, pointer):
    response = posted(client, body)

    assert response.status_code == 422
    assert [fault["pointer"] for fault in response.json()["errors"]] == [pointer]


@pytest.mark.parametrize("query", ["", "?text=", "?text=a&limit=0", "?text=a&words=b", f"?text={'a' * 5001}"])
def test_refuses_a_link_that_asks_nothing(client, world, query):
    assert client.get(ADDRESS + query).status_code == 400
