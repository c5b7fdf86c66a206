"""Merging sources: who may be one, ticked one by one, what merging would change, and then the merge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from quotes.admin.desk.screen import editor, given_ids, page, say
from quotes.admin.desk.undoing import latest
from quotes.models import Hop, Source
from quotes.services import sources
from quotes.services.errors import Refused

GROUPS = 20  # suggestions shown at once
MOST = 24  # sources merged at once


@dataclass(frozen=True)
class Member:
    """A source as it is shown among those that may be one: how often chains name it, and its newest words."""

    source: Source
    printings: int
    newest: Hop | None


def show(request: HttpRequest) -> HttpResponse:
    """Show what merging the ticked sources would change; else those that may be one, of all or of one."""
    ticked = given_ids(request.GET, "source")[:MOST]
    if "preview" in request.GET and ticked:
        return _preview(request, ticked)
    asked, refusal = _asked(request)
    groups = [_around(asked)] if asked else sources.suggestions(limit=GROUPS)
    members = _members(Source.objects.filter(pk__in={source.pk for group in groups for source in group}))
    return page(
        request,
        "merging",
        "Merge sources",
        groups=[_shown([members[one.pk] for one in group], asked=bool(asked)) for group in groups],
        asked=asked[0] if asked else None,
        ticked=[] if "name" in request.GET else ticked,
        refusal=refusal,
        data=request.GET,
        latest=latest(request),
        here=request.get_full_path(),
    )


def act(request: HttpRequest) -> HttpResponse:
    """Merge the sources that a form names, or keep them apart for good."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    chosen = _named(given_ids(request.POST, "source")[:MOST])
    try:
        say(request, _done(request, chosen))
    except Refused as refused:
        say(request, refused.message, wrong=True)
        return redirect(_back(request.POST))
    return redirect("admin:desk_merging")


def _done(request: HttpRequest, chosen: Sequence[Source]) -> str:
    """Do what the form asks for, and say so; raise Refused."""
    by, reason = editor(request), request.POST.get("reason", "").strip()
    if len(chosen) < 2:
        raise Refused("Tick two sources or more.", code="too_few", field="source")
    if request.POST.get("do") == "apart":
        sources.keep_apart(by=by, sources=chosen, reason=reason)
        return f"{len(chosen)} sources are kept apart: they are not suggested as one again."
    into = _into(request.POST, chosen)
    losers = [source for source in chosen if source != into]
    merged = sources.merge(by=by, into=into, sources=losers, reason=reason)
    return f"{merged.act.sentence}. Undo it from your last decisions."


def _preview(request: HttpRequest, ids: Sequence[UUID]) -> HttpResponse:
    members = _members(Source.objects.filter(public_id__in=ids))
    ticked = _in_order([one.source for one in members.values()], ids)
    into = _into(request.GET, ticked)
    return page(
        request,
        "merging_preview",
        f"Merge {len(ticked)} sources",
        into=members[into.pk],
        losers=[members[source.pk] for source in ticked if source != into],
        foreseen=sources.consequences(into=into, sources=[one for one in ticked if one != into])
        if len(ticked) > 1
        else None,
        reason=request.GET.get("reason", ""),
        back=_back(request.GET, "change"),
        crumbs=[("Merge sources", reverse("admin:desk_merging"))],
    )


def _asked(request: HttpRequest) -> tuple[list[Source], str]:
    """Return the sources whose likes are asked for, by id or by a name, and why there are none."""
    of, name = given_ids(request.GET, "of")[:MOST], request.GET.get("name", "").strip()
    if of:
        return _named(of), ""
    if not name:
        return [], ""
    found = _named(given_ids(request.GET, "source")[:1]) or sources.candidates(name)
    return found, "" if found else f"Nobody goes by “{name}”: type a whole name, or choose one."


def _around(asked: Sequence[Source]) -> list[Source]:
    """Return the sources asked for, with those that may be the first of them."""
    alike = [one.source for one in sources.similar(asked[0].survivor())]
    return list(dict.fromkeys([*(source.survivor() for source in asked), *alike]))[:MOST]


def _shown(group: list[Member], *, asked: bool) -> list[Member]:
    """Return a group as it is shown: the first goes on, unless others are wished, so the most named one."""
    return group if asked else sorted(group, key=lambda one: -one.printings)


def _named(ids: Sequence[UUID]) -> list[Source]:
    return _in_order(Source.objects.filter(public_id__in=ids).select_related("merged_into"), ids)


def _in_order(found: Iterable[Source], ids: Sequence[UUID]) -> list[Source]:
    return sorted(found, key=lambda source: ids.index(source.public_id))


def _into(data: QueryDict, chosen: Sequence[Source]) -> Source:
    """Return the one that goes on: the one chosen, else the first that is ticked."""
    wanted = given_ids(data, "into")
    return next((source for source in chosen if source.public_id in wanted), chosen[0])


def _members(chosen: QuerySet[Source]) -> dict[int, Member]:
    """Return the sources as they are shown, by id, in three queries."""
    named = Hop.objects.filter(source=OuterRef("pk"))
    rows = chosen.prefetch_related("aliases").annotate(
        printings=Subquery(named.order_by().values("source").annotate(n=Count("pk")).values("n")),
        newest=Subquery(named.order_by("-pk").values("pk")[:1]),
    )
    hops = Hop.objects.select_related("appearance__article__outlet")
    newest = hops.in_bulk([row.newest for row in rows if row.newest])
    return {row.pk: Member(row, row.printings or 0, newest.get(row.newest)) for row in rows}


def _back(data: QueryDict, step: str = "preview") -> str:
    """Return the address that shows these sources again, as they were ticked: foreseen, or to be changed."""
    again = QueryDict(mutable=True)
    for name in ("source", "into", "reason"):
        again.setlist(name, data.getlist(name))
    if step == "preview":
        again["preview"] = "1"
    else:
        again.setlist("of", [*data.getlist("into"), *data.getlist("source")])
    return f"{reverse('admin:desk_merging')}?{again.urlencode()}"
