"""The addresses below /api/v1/, each with and without a slash at its end; the one without is the address."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, path, re_path

from api.views import docs
from api.views.appearances import Appearances
from api.views.articles import Articles
from api.views.matches import Matches
from api.views.provenance import QuoteProvenance
from api.views.quotes import Quotes
from api.views.root import Nowhere, Root
from api.views.sources import Outlets, Sources, Speakers

SLASHED = "-slashed"
LIST: dict[str, Any] = {"get": "list"}
DETAIL: dict[str, Any] = {"get": "retrieve"}


def _routes() -> Iterator[tuple[str, Callable[..., Any], str]]:
    yield "articles", Articles.as_view({"get": "list", "post": "create"}), "articles"
    yield "articles/<str:id>", Articles.as_view(DETAIL), "article"
    yield "quotes/<str:id>/provenance", QuoteProvenance.as_view(), "quote-provenance"
    yield "matches", Matches.as_view(LIST), "matches"
    for plural, name, view in (
        ("quotes", "quote", Quotes),
        ("appearances", "appearance", Appearances),
        ("sources", "source", Sources),
        ("speakers", "speaker", Speakers),
        ("outlets", "outlet", Outlets),
    ):
        yield plural, view.as_view(LIST), plural
        yield f"{plural}/<str:id>", view.as_view(DETAIL), name
    yield "schema", docs.Schema.as_view(), "schema"
    yield "schema.json", docs.Schema.as_view(), "schema-json"
    yield "schema.yaml", docs.SchemaAsYaml.as_view(), "schema-yaml"
    yield "docs", docs.docs, "docs"


def _patterns() -> Iterator[URLPattern]:
    yield path("", Root.as_view(), name="root")
    for address, view, name in _routes():
        yield path(address, view, name=name)
        yield path(f"{address}/", view, name=f"{name}{SLASHED}")
    yield re_path("", Nowhere.as_view(), name="nowhere")


urlpatterns = list(_patterns())
