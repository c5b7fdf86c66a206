"""manage.py export: the record of design, in an order that no id decides."""

import io
import json
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import transaction

from quotes.models import Appearance, Article, Quote
from quotes.services.appearances import reject
from quotes.services.matching.match import match_article
from tests.factories import AdminFactory, AppearanceFactory, ArticleFactory, SourceFactory
from tests.quotes.services.samples import EXPECTED, match_samples

pytestmark = pytest.mark.django_db

WORDS = "The ferry will not sail again before the harbour wall has been rebuilt in stone"


def export() -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("export", "quotes", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def without_ids(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**record, "quote": None} for record in records]


def printed(name: str, text: str, day: str, **more: Any) -> Appearance:
    article = ArticleFactory(
        sender_id=name,
        text=f"“{text},” she said.\n",
        state=Article.State.READ,
        published_as=day,
        published_at=f"{day}T00:00Z",
    )
    appearance = AppearanceFactory(article=article, text=text, **more)
    match_article(article_id=article.pk)
    return Appearance.objects.get(pk=appearance.pk)


def test_export_writes_the_record_with_relation_and_chain_of_each_member() -> None:
    speaker, agency = SourceFactory(name="Ada Okoro"), SourceFactory(name="Halvard")
    later = printed(
        "late", "before the harbour wall has been rebuilt in stone", "2025-03-12", chain=[speaker]
    )
    printed("early", WORDS, "2025-03-11", chain=[speaker, agency])

    places = {"start": 1, "relation": "exact", "chain": []}
    assert export() == [
        {
            "quote": str(later.quote.public_id),
            "speaker": "Ada Okoro",
            "members": [
                {**places, "article": "early", "end": 1 + len(WORDS), "chain": ["Halvard"]},
                {**places, "article": "late", "end": later.end, "relation": "contained"},
            ],
        }
    ]


def test_export_names_an_article_without_a_senders_id_by_its_public_one() -> None:
    appearance = printed("", WORDS, "2025-03-11")

    assert export()[0]["members"][0]["article"] == str(appearance.article.public_id)


def test_export_leaves_out_what_an_editor_rejected() -> None:
    appearance = printed("a", WORDS, "2025-03-11")
    reject(by=AdminFactory(), appearance=appearance)
    unmatched = export()

    match_article(article_id=appearance.article_id)

    assert [unmatched, export()] == [[], []]
    assert Quote.objects.get().appearance_count == 0


def test_export_is_the_same_for_any_order_of_ingestion() -> None:
    paths = list(EXPECTED["articles"])[:6]
    with transaction.atomic():
        match_samples(paths)
        in_order = without_ids(export())
        transaction.set_rollback(True)

    match_samples(paths[::-1])

    assert without_ids(export()) == in_order


def test_export_says_what_it_can_export() -> None:
    with pytest.raises(CommandError, match="choose from"):
        call_command("export", "sources")
