from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection

from quotes.models import Article, Hop, Source
from quotes.services import sources
from quotes.services.errors import Refused
from tests.factories import (
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    QuoteFactory,
    SourceFactory,
    StaffFactory,
)

pytestmark = pytest.mark.django_db


def test_find_or_create_makes_a_source_once():
    made = sources.find_or_create(name="Kim Jong-un", kind="person")
    found = sources.find_or_create(name="KIM JONG UN", kind="government")

    assert found == made
    assert (found.name, found.kind) == ("Kim Jong-un", "person")


def test_find_or_create_finds_a_source_by_its_alias():
    agency = SourceFactory(name="AP", kind="agency")
    AliasFactory(source=agency, name="Associated Press")

    assert sources.find_or_create(name="The Associated Press", kind="organisation") == agency


def test_find_or_create_keeps_unnamed_sources_of_two_articles_apart():
    first, second = ArticleFactory(), ArticleFactory()

    official = sources.find_or_create(name="a senior official", kind="unnamed", only_in=first)
    namesake = sources.find_or_create(name="a senior official", kind="unnamed", only_in=second)

    assert official != namesake
    assert sources.find_or_create(name="A senior official", kind="unnamed", only_in=first) == official
    assert sources.candidates("a senior official") == []


def test_find_or_create_refuses_a_name_of_several_sources():
    one = SourceFactory(name="John Smith")
    two = SourceFactory(name="John Smith", disambiguation="the senator")

    with pytest.raises(Refused) as refused:
        sources.find_or_create(name="John Smith", kind="person")

    assert sources.candidates("John Smith") == [one, two]
    assert refused.value.code == "ambiguous"
    assert refused.value.message == (
        "“John Smith” is the name of 2 sources (“John Smith”, “John Smith (the senator)”);"
        " say which one is meant."
    )


@pytest.mark.parametrize(("name", "code"), [(" ", "empty"), ("x" * 301, "too_large")])
def test_find_or_create_refuses_a_name_that_cannot_be_stored(name, code):
    with pytest.raises(Refused) as refused:
        sources.find_or_create(name=name, kind="person")

    assert (refused.value.code, refused.value.field) == (code, "name")


def test_candidates_leave_out_aliases_of_other_days():
    former, present = SourceFactory(), SourceFactory()
    AliasFactory(source=former, name="the Senate Majority Leader", until=date(2019, 1, 3))
    AliasFactory(source=present, name="the Senate Majority Leader", since=date(2019, 1, 4))

    assert sources.candidates("Senate Majority Leader") == [former, present]
    assert sources.candidates("Senate Majority Leader", on=date(2019, 1, 3)) == [former]
    assert sources.candidates("Senate Majority Leader", on=date(2019, 1, 4)) == [present]


def test_add_alias_keeps_the_known_one():
    source = SourceFactory()
    editor = StaffFactory()

    first = sources.add_alias(by=editor, source=source, name="the boss")
    second = sources.add_alias(by=StaffFactory(), source=source, name="The Boss")

    assert second == first
    assert second.decided_by == editor


def test_add_alias_refuses_dates_in_the_wrong_order():
    with pytest.raises(Refused) as refused:
        sources.add_alias(
            by=None, source=SourceFactory(), name="x", since=date(2020, 1, 2), until=date(2020, 1, 1)
        )

    assert refused.value.message == (
        "The name “x” would end on 2020-01-01, before it starts on 2020-01-02; swap the dates."
    )


def test_merge_moves_names_hops_quotes_and_articles_to_the_survivor():
    survivor, loser = OutletFactory(name="BusinessLIVE"), OutletFactory(name="Business Live SA")
    AliasFactory(source=loser, name="BL")
    hop = AppearanceFactory(chain=[loser]).hops.get()
    quote, article = QuoteFactory(speaker=loser), ArticleFactory(outlet=loser)

    sources.merge(by=StaffFactory(), into=survivor, sources=[loser], reason="one paper")

    assert sources.candidates("Business Live SA") == sources.candidates("BL") == [survivor]
    for row, field in [(hop, "source"), (quote, "speaker"), (article, "outlet")]:
        row.refresh_from_db()
        assert getattr(row, field) == survivor
    loser.refresh_from_db()
    assert loser.survivor() == survivor


def test_merge_leads_later_finds_to_the_survivor_across_two_merges():
    first, second, third = SourceFactory(name="A B"), SourceFactory(), SourceFactory()
    sources.merge(by=StaffFactory(), into=second, sources=[first])
    sources.merge(by=StaffFactory(), into=third, sources=[second])

    assert sources.find_or_create(name="A B", kind="person") == third


def test_merge_refuses_a_source_that_was_merged_meanwhile():
    a, b = SourceFactory(name="Ann"), SourceFactory(name="Bea")
    sources.merge(by=StaffFactory(), into=b, sources=[a])

    with pytest.raises(Refused) as refused:
        sources.merge(by=StaffFactory(), into=a, sources=[b])

    assert (
        refused.value.message == "“Ann” was merged into “Bea” in the meantime; reload, then merge the rest."
    )
    assert Source.objects.live().filter(pk=b.pk).exists()


def test_merge_refuses_a_source_into_itself():
    source = SourceFactory(name="Ann")

    with pytest.raises(Refused) as refused:
        sources.merge(by=StaffFactory(), into=source, sources=[source])

    assert refused.value.message == "“Ann” cannot be merged into itself; leave it out."


def test_merge_refuses_outlets_that_share_a_sender_id_and_moves_nothing():
    survivor, loser = OutletFactory(name="One"), OutletFactory(name="Two")
    ArticleFactory(outlet=survivor, sender_id="7")
    article = ArticleFactory(outlet=loser, sender_id="7")

    with pytest.raises(Refused) as refused:
        sources.merge(by=StaffFactory(), into=survivor, sources=[loser])

    assert refused.value.code == "conflict"
    assert Article.objects.get(pk=article.pk).outlet == loser
    assert Source.objects.get(pk=loser.pk).merged_into is None


@pytest.mark.django_db(transaction=True)
def test_find_or_create_makes_one_row_for_twenty_callers_at_once():
    def call(_):
        try:
            return sources.find_or_create(name="Kim Jong-un", kind="person").pk
        finally:
            connection.close()

    with ThreadPoolExecutor(20) as pool:
        found = set(pool.map(call, range(20)))

    assert len(found) == 1
    assert Source.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_merge_lets_one_of_two_opposite_merges_win():
    a, b = SourceFactory(), SourceFactory()
    AppearanceFactory(chain=[a])

    def call(pair):
        try:
            sources.merge(by=None, into=pair[0], sources=[pair[1]])
        except Refused as refused:
            return refused.code
        finally:
            connection.close()
        return "merged"

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(call, [(a, b), (b, a)]))

    assert answers == ["conflict", "merged"]
    assert Source.objects.live().filter(pk__in=[a.pk, b.pk]).count() == 1
    assert Hop.objects.get().source.merged_into is None
