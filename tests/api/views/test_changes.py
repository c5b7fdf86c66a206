"""GET /changes: a mirror that follows it never misses a change."""

import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from random import Random
from threading import Event

import pytest
from django.db import connection, transaction

from quotes.models import Alias, Appearance, Hop, Source
from quotes.text.naming import name_key
from tests.factories import AliasFactory, AppearanceFactory, QuoteFactory, SourceFactory

ADDRESS = "/api/v1/changes"
pytestmark = pytest.mark.django_db(transaction=True)


def wait_for_older_transactions():
    """Wait for what began before and may write yet: the tests beside this one use the same server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text::bigint")
        (own,) = cursor.fetchone()
        for _ in range(500):
            cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint > %s", [own])
            if cursor.fetchone()[0]:
                return
            time.sleep(0.2)


def now(client):
    wait_for_older_transactions()
    return client.get(ADDRESS).json()["since"]


def told(client, since, *, at_once=False, **parameters):
    """Return every change since a place as (kind, id, action, into), and the place after them."""
    if not at_once:
        wait_for_older_transactions()
    found, more = [], True
    while more:
        page = client.get(ADDRESS, {"since": since, **parameters}).json()
        found += [(one["kind"], one["id"], one["action"], one["into"]) for one in page["results"]]
        since, more = page["since"], page["more"]
    return found, since


def test_tells_what_was_made_changed_merged_and_deleted(client):
    old, gone = SourceFactory(name="Old"), SourceFactory(name="Gone")
    since = now(client)

    new = SourceFactory(name="New")
    Source.objects.filter(pk=old.pk).update(merged_into=new)
    Source.objects.filter(pk=gone.pk).delete()
    Source.objects.filter(pk=new.pk).update(homepage="https://new.example/")

    assert told(client, since)[0] == [
        ("source", str(new.public_id), "made", None),
        ("source", str(old.public_id), "merged", str(new.public_id)),
        ("source", str(gone.public_id), "deleted", None),
        ("source", str(new.public_id), "changed", None),
    ]


def test_tells_once_what_one_transaction_did_to_a_row(client):
    since = now(client)
    with transaction.atomic():
        source = SourceFactory(name="New")
        AliasFactory(source=source)
        Source.objects.filter(pk=source.pk).update(name="Newer")

    assert told(client, since)[0] == [("source", str(source.public_id), "made", None)]


def test_tells_nothing_of_what_nobody_sees(client):
    appearance = AppearanceFactory(quote=QuoteFactory())
    since = now(client)

    Appearance.objects.filter(pk=appearance.pk).update(reader="another reader")
    appearance.article.save()

    assert told(client, since)[0] == []


def test_counts_a_hop_and_an_alias_as_their_row(client):
    appearance = AppearanceFactory(chain=[SourceFactory()])
    alias = AliasFactory()
    since = now(client)

    Hop.objects.filter(appearance=appearance).update(confidence=0.5)
    Alias.objects.filter(pk=alias.pk).delete()

    assert told(client, since)[0] == [
        ("appearance", str(appearance.public_id), "changed", None),
        ("source", str(alias.source.public_id), "changed", None),
    ]


def test_misses_nothing_of_a_transaction_that_commits_after_a_later_one(client):
    since, begun, finish = now(client), Event(), Event()

    def write_slowly():
        with transaction.atomic():
            slow = SourceFactory(name="Slow")
            begun.set()
            finish.wait(30)
        connection.close()
        return slow

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write_slowly)
        begun.wait(30)
        fast = SourceFactory(name="Fast")
        early, place = told(client, since, at_once=True)
        finish.set()
        slow = writing.result()
    late, _ = told(client, place)

    names = {str(fast.public_id): "Fast", str(slow.public_id): "Slow"}
    assert sorted(names[id] for _, id, _, _ in early + late) == ["Fast", "Slow"]
    assert "Slow" in [names[id] for _, id, _, _ in late]


def test_pages_and_filters_by_kind(client):
    since = now(client)
    quotes = [QuoteFactory(speaker=None) for _ in range(5)]
    SourceFactory()

    found, _ = told(client, since, kind="quote", page_size=2)

    assert [id for _, id, _, _ in found] == [str(quote.public_id) for quote in quotes]


def test_answers_gone_for_a_deleted_row_and_not_found_for_none(client):
    source, never = SourceFactory(), SourceFactory.build()
    Source.objects.filter(pk=source.pk).delete()

    assert client.get(f"/api/v1/sources/{source.public_id}").status_code == 410
    assert client.get(f"/api/v1/sources/{never.public_id}").status_code == 404


@pytest.mark.parametrize("query", ["since=x", "since=1.quote", "since=-1", "kind=quot", "page_size=0"])
def test_refuses_what_is_no_place_in_the_feed(client, query):
    assert client.get(f"{ADDRESS}?{query}").status_code == 400


def test_keeps_a_mirror_equal_while_a_thousand_rows_are_made_merged_and_deleted(client):
    chance, made = Random(5), count()

    def make(number):
        names = [f"Source {next(made)}" for _ in range(number)]
        Source.objects.bulk_create(Source(name=name, name_key=name_key(name)) for name in names)

    def stir():
        make(60)
        live = list(Source.objects.live().order_by("pk"))
        survivor, *merged = chance.sample(live, 31)
        Source.objects.filter(pk__in=[one.pk for one in merged]).update(merged_into=survivor)
        kept = Source.objects.filter(merged__isnull=False).values("pk")
        lone = Source.objects.filter(merged_into__isnull=True).exclude(pk__in=kept)
        Source.objects.filter(pk__in=[one.pk for one in chance.sample(list(lone), 30)]).delete()

    make(500)
    mirror, since = {}, now(client)
    page = {"next": "/api/v1/sources?order=received&page_size=50"}
    for step in count():
        if not page["next"]:
            break
        page = client.get(page["next"]).json()
        mirror |= {row["id"]: row["name"] for row in page["results"]}
        if step < 10:
            stir()

    for _, id, action, _ in told(client, since, page_size=97)[0]:
        mirror.pop(id, None)
        answer = client.get(f"/api/v1/sources/{id}") if action in ("made", "changed") else None
        if answer is not None and answer.status_code == 200:
            mirror[id] = answer.json()["name"]

    rows = Source.objects.live().values_list("public_id", "name")
    assert mirror == {str(id): name for id, name in rows}
