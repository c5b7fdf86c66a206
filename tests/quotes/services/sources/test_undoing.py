"""Undoing a merge of sources: exactly what was, whatever happened since; a clear no where it cannot be."""

import json
from typing import Any

import pytest

from quotes.models import Alias, Appearance, Article, Hop, KeptApart, Quote, Review, Source
from quotes.services import appearances, sources
from quotes.services.errors import Refused
from quotes.services.exporting import quotes_as_records
from quotes.services.matching.match import match_article
from tests.factories import (
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    OutletFactory,
    SourceFactory,
    StaffFactory,
)
from tests.quotes.services.printed import OTHER, WORDS

pytestmark = pytest.mark.django_db


def read(text: str, *chain: Source, outlet: Source | None = None) -> Appearance:
    """Return an appearance in an article that is read, not yet matched."""
    given = {"outlet": outlet} if outlet else {}
    article = ArticleFactory(text=f"“{text},” she said.\n", state=Article.State.READ, **given)
    return AppearanceFactory(article=article, text=text, chain=chain)


def match_waiting() -> None:
    for pk in Article.objects.filter(state=Article.State.READ).order_by("pk").values_list("pk", flat=True):
        match_article(article_id=pk)


def rows() -> dict[str, list[Any]]:
    """Return all rows that a merge of sources may touch, and the export."""
    match_waiting()
    models = (Source, Alias, Hop, Review, Appearance, KeptApart)
    found = {model.__name__: list(model.objects.order_by("pk").values()) for model in models}
    found["Quote"] = list(Quote.objects.live().order_by("pk").values())
    found["outlets"] = list(Article.objects.order_by("pk").values_list("pk", "outlet"))
    return {**found, "export": [json.dumps(record) for record in quotes_as_records()]}


def merge(into: Source, *losers: Source) -> sources.Merged:
    return sources.merge(by=StaffFactory(), into=into, sources=losers, reason="one and the same")


def undo(merged: sources.Merged) -> None:
    sources.undo_merge(by=StaffFactory(), act=merged.act, reason="not so")


def test_merge_settles_a_conflict_at_once() -> None:
    ada, okoro = SourceFactory(name="Ada Okoro"), SourceFactory(name="A. N. Okoro")
    read(WORDS, ada), read(WORDS, okoro)
    match_waiting()
    assert Quote.objects.conflicting().get().speaker is None

    merge(ada, okoro)

    assert not Quote.objects.conflicting().exists()
    assert Quote.objects.get().speaker == ada


def test_merge_leaves_a_conflict_with_a_third() -> None:
    ada, okoro, bo = SourceFactory(), SourceFactory(), SourceFactory()
    for speaker in (ada, okoro, bo):
        read(WORDS, speaker)
    match_waiting()

    merge(ada, okoro)

    assert Quote.objects.conflicting().get().speaker is None


def test_undo_restores_every_row_and_the_export() -> None:
    ada, okoro, mayor = (
        SourceFactory(name="Ada Okoro"),
        SourceFactory(name="Okoro"),
        SourceFactory(name="Mayor"),
    )
    AliasFactory(source=okoro, name="the Boss")
    AliasFactory(source=ada, name="the Chief")
    paper = OutletFactory(name="The Post")
    read(WORDS, ada, paper), read(WORDS, okoro), read(OTHER, okoro), read(OTHER, mayor, outlet=paper)
    before = rows()

    merged = merge(ada, okoro, mayor)
    during = rows()
    undo(merged)

    assert rows() == before
    assert during["export"] != before["export"]
    assert Source.objects.get(pk=okoro.pk).merged_into is None


def test_undo_parts_a_conflict_at_once() -> None:
    ada, okoro = SourceFactory(), SourceFactory()
    read(WORDS, ada), read(WORDS, okoro)
    match_waiting()
    merged = merge(ada, okoro)

    undo(merged)

    assert Quote.objects.conflicting().get().speaker is None


def test_undo_restores_outlets_with_their_articles() -> None:
    live, sa = OutletFactory(name="BusinessLIVE"), OutletFactory(name="Business Live SA")
    read(WORDS, SourceFactory(), outlet=sa), read(WORDS, SourceFactory(), sa, outlet=live)
    before = rows()

    merged = merge(live, sa)
    match_waiting()
    assert Quote.objects.get().outlet_count == 1
    undo(merged)

    assert rows() == before


def test_undo_leaves_what_an_editor_corrected_since() -> None:
    ada, okoro = SourceFactory(name="Ada Okoro"), SourceFactory(name="Okoro")
    first, second = read(WORDS, okoro), read(OTHER, okoro)
    merged = merge(ada, okoro)
    appearances.correct_speaker(by=StaffFactory(), appearance=first, source=ada)
    AliasFactory(source=ada, name="the Mayor")

    undo(merged)

    assert [row.hops.get().source for row in (first, second)] == [ada, okoro]
    assert list(ada.aliases.values_list("name", flat=True)) == ["the Mayor"]


def test_undo_resolves_what_was_read_since_as_if_there_had_been_no_merge() -> None:
    ada, okoro = SourceFactory(name="Ada Okoro"), SourceFactory(name="Okoro")
    merged = merge(ada, okoro)
    named = [read(WORDS, ada), read(OTHER, ada)]
    Hop.objects.filter(appearance=named[1]).update(name="OKORO")

    undo(merged)

    assert [row.hops.get().source for row in named] == [ada, okoro]


def test_undo_refuses_while_the_survivor_is_merged_on() -> None:
    ada, okoro, mayor = SourceFactory(name="Ada"), SourceFactory(name="Okoro"), SourceFactory(name="Mayor")
    read(WORDS, okoro)
    before = rows()
    first = merge(ada, okoro)
    second = merge(mayor, ada)

    with pytest.raises(Refused) as refused:
        undo(first)
    assert refused.value.message == "“Ada” was merged into “Mayor” since; undo that merge first."
    undo(second)
    undo(first)

    assert rows() == before


def test_undo_refuses_a_name_that_another_has_by_now() -> None:
    ada, okoro = SourceFactory(name="Ada"), SourceFactory(name="Okoro")
    merged = merge(ada, okoro)
    Alias.objects.all().delete()
    SourceFactory(name="Okoro")

    with pytest.raises(Refused, match="There is another “Okoro” by now"):
        undo(merged)


def test_keep_apart_forbids_to_merge_also_what_they_became() -> None:
    ada, okoro, mayor = SourceFactory(name="Ada"), SourceFactory(name="Okoro"), SourceFactory(name="Mayor")
    [apart] = sources.keep_apart(by=StaffFactory(username="ada"), sources=[ada, okoro], reason="sisters")
    merge(mayor, okoro)

    with pytest.raises(Refused, match="“Ada” and “Okoro” are kept apart by ada") as refused:
        merge(ada, mayor)
    assert refused.value.code == "contradiction"
    assert sources.kept_apart([ada, mayor]) == {(ada.pk, mayor.pk): apart}

    sources.allow_again(by=StaffFactory(), apart=apart)
    assert merge(ada, mayor).source == ada


def test_keep_apart_remembers_a_pair_once() -> None:
    trio = [SourceFactory() for _ in range(3)]
    first = sources.keep_apart(by=StaffFactory(), sources=trio)

    assert sources.keep_apart(by=StaffFactory(), sources=trio[:2]) == [
        apart for apart in first if {apart.a_id, apart.b_id} == {trio[0].pk, trio[1].pk}
    ]
    assert KeptApart.objects.count() == 3


def test_keep_apart_refuses_what_was_merged() -> None:
    ada, okoro = SourceFactory(), SourceFactory()
    merge(ada, okoro)

    with pytest.raises(Refused, match="Two of these are one source by now"):
        sources.keep_apart(by=StaffFactory(), sources=[ada, okoro])
