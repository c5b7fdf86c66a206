"""The addresses below /api/v1/, each with and without a slash at its end; the one without is the address."""

from collections.abc import Callable, Iterator
from typing import Any

from django.urls import URLPattern, path, re_path

from api.actions import apart, appearances, copies, hops, jobs, judging, merging, registers
from api.views import docs
from api.views.acts import Acts
from api.views.appearances import Appearances
from api.views.articles import Articles
from api.views.bulk import Bulk
from api.views.changes import Changes
from api.views.copies import Copies
from api.views.exports import ExportFile, Exports
from api.views.jobs import JobChanges, Jobs
from api.views.kept_apart import KeptApartPairs
from api.views.looking_up import LookUp
from api.views.matches import Matches
from api.views.provenance import QuoteProvenance
from api.views.quotes import Quotes
from api.views.root import Nowhere, Root
from api.views.sources import Outlets, Sources, Speakers

SLASHED = "-slashed"
LIST: dict[str, Any] = {"get": "list"}
DETAIL: dict[str, Any] = {"get": "retrieve"}
ACT: dict[str, Any] = {"post": "post"}
Route = tuple[str, Callable[..., Any], str]
ACTIONS: dict[str, type[Any]] = {
    "appearances/<str:id>/confirm": appearances.Confirm,
    "appearances/<str:id>/reject": appearances.Reject,
    "appearances/<str:id>/undecide": appearances.Undecide,
    "appearances/<str:id>/correct": appearances.Correct,
    "appearances/<str:id>/hops/add": hops.AddHop,
    "appearances/<str:id>/hops/reorder": hops.ReorderHops,
    "appearances/<str:id>/hops/<int:position>/correct": hops.CorrectHop,
    "appearances/<str:id>/hops/<int:position>/resolve": hops.ResolveHop,
    "appearances/<str:id>/hops/<int:position>/drop": hops.DropHop,
    "matches/judge": judging.Judge,
    "matches/<str:id>/withdraw": judging.Withdraw,
    "copies/<str:id>/accept": copies.Accept,
    "copies/<str:id>/reject": copies.Reject,
    "copies/<str:id>/withdraw": copies.Withdraw,
    "quotes/<str:id>/merge": merging.MergeQuotes,
    "quotes/<str:id>/split": merging.SplitQuote,
    "sources/<str:id>/merge": merging.MergeSources,
    "sources/<str:id>/keep-apart": apart.KeepApart,
    "kept-apart/<str:id>/allow-again": apart.AllowAgain,
    "sources/<str:id>/aliases/add": registers.AddAlias,
    "sources/<str:id>/aliases/remove": registers.RemoveAlias,
    "acts/<str:id>/undo": merging.Undo,
    "articles/<str:id>/retry": registers.Retry,
    "jobs/<str:id>/cancel": jobs.Cancel,
    "jobs/<str:id>/resume": jobs.Resume,
}


def _routes() -> Iterator[Route]:
    yield "articles", Articles.as_view({"get": "list", "post": "create"}), "articles"
    yield "articles/bulk", Bulk.as_view(), "articles-bulk"
    for address, action in ACTIONS.items():
        yield address, action.as_view(ACT), _name(address)
    yield "articles/<str:id>", Articles.as_view(DETAIL), "article"
    yield "changes", Changes.as_view(), "changes"
    yield "quotes/lookup", LookUp.as_view(), "quotes-lookup"
    yield "quotes/<str:id>/provenance", QuoteProvenance.as_view(), "quote-provenance"
    for plural, name, view in (
        ("quotes", "quote", Quotes),
        ("appearances", "appearance", Appearances),
        ("matches", "match", Matches),
        ("copies", "copy", Copies),
        ("sources", "source", Sources),
        ("speakers", "speaker", Speakers),
        ("outlets", "outlet", Outlets),
        ("acts", "act", Acts),
        ("kept-apart", "kept-apart-pair", KeptApartPairs),
    ):
        yield plural, view.as_view(LIST), plural
        yield f"{plural}/<str:id>", view.as_view(DETAIL), name
    yield "jobs", Jobs.as_view({**LIST, "post": "create"}), "jobs"
    yield "jobs/<str:id>", Jobs.as_view(DETAIL), "job"
    yield "jobs/<str:id>/changes", JobChanges.as_view(DETAIL), "job-changes"
    yield "exports", Exports.as_view({"post": "create"}), "exports"
    yield "exports/<str:id>", Exports.as_view(DETAIL), "export"
    yield "exports/<str:id>/file", ExportFile.as_view({"get": "download"}), "export-file"
    yield "schema", docs.Schema.as_view(), "schema"
    yield "schema.json", docs.Schema.as_view(), "schema-json"
    yield "schema.yaml", docs.SchemaAsYaml.as_view(), "schema-yaml"
    yield "docs", docs.docs, "docs"


def _name(address: str) -> str:
    """Return `appearances-hops-drop` for `appearances/<str:id>/hops/<int:position>/drop`."""
    return "-".join(part for part in address.split("/") if part[0] != "<")


def _patterns() -> Iterator[URLPattern]:
    yield path("", Root.as_view(), name="root")
    for address, view, name in _routes():
        yield path(address, view, name=name)
        yield path(f"{address}/", view, name=f"{name}{SLASHED}")
    yield re_path("", Nowhere.as_view(), name="nowhere")


urlpatterns = list(_patterns())
