"""History: what people decided on a row and on its parts; who, when and why, each with its undo."""

from collections.abc import Iterable
from itertools import chain
from uuid import UUID

from django.db.models import Model, Prefetch, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from quotes.admin.desk.screen import may, page
from quotes.models import Act, Appearance, Article, Copy, Match, Quote, Source
from quotes.services.phrasing import cut

SHOWN = 50  # decisions on a page
MOST = 500  # parts of a row whose decisions are shown with its own

KINDS: dict[str, type[Model]] = {
    "appearance": Appearance,
    "article": Article,
    "copy": Copy,
    "match": Match,
    "quote": Quote,
    "source": Source,
}


def show(request: HttpRequest, kind: str, public_id: UUID) -> HttpResponse:
    """Show the decisions on a row, those on its parts too, the newest first; `before=` pages on."""
    model = KINDS.get(kind)
    if model is None or not may(request, [f"view_{kind}"]):
        raise Http404
    row = get_object_or_404(model._default_manager, public_id=public_id)
    found = _acts(set(_ids(row)))
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 19:
        found = found.filter(pk__lt=int(before))
    acts = list(found[: SHOWN + 1])
    name = cut(str(row), 60)
    return page(
        request,
        "history",
        f"History of {name}",
        acts=acts[:SHOWN],
        older=acts[SHOWN - 1].pk if len(acts) > SHOWN else None,
        row=row,
        states=reverse(f"admin:quotes_{kind}_history", args=[row.pk]),
        may_undo=may(request, ["change_appearance", "change_match"]),
        here=request.get_full_path(),
        crumbs=_crumbs(row),
    )


def _acts(ids: set[UUID]) -> QuerySet[Act]:
    undoing = Prefetch("undone", queryset=Act.objects.select_related("decided_by"))
    found = Act.objects.filter(about_id__in=ids).exclude(kind=Act.Kind.UNDO)
    return found.select_related("decided_by", "part_of").prefetch_related(undoing).order_by("-pk")


def _ids(row: Model) -> Iterable[UUID]:
    """Yield the public ids of a row and of what it is made of, as far as people decide on those."""
    yield row.public_id  # type: ignore[attr-defined]
    if isinstance(row, Source | Quote):
        yield from (
            type(row)._default_manager.filter(merged_into=row).values_list("public_id", flat=True)[:MOST]
        )
    if isinstance(row, Article):
        copies = Copy.objects.filter(Q(a=row) | Q(b=row))
        yield from copies.values_list("public_id", flat=True)[:MOST]
    if isinstance(row, Appearance | Quote | Article):
        yield from _of_printings(row)


def _of_printings(row: Appearance | Quote | Article) -> Iterable[UUID]:
    printings = Appearance.objects.all()
    if isinstance(row, Quote):
        printings = printings.filter(quote=row)
    elif isinstance(row, Article):
        printings = printings.filter(article=row)
    else:
        printings = printings.filter(pk=row.pk)
    found = dict(printings.order_by("pk").values_list("pk", "public_id")[:MOST])
    decided = Match.objects.filter(decided_by__isnull=False)
    pairs = decided.filter(Q(a__in=found) | Q(b__in=found)).values_list("public_id", flat=True)[:MOST]
    return chain(found.values(), pairs)


def _crumbs(row: Model) -> list[tuple[str, str]]:
    if isinstance(row, Quote):
        return [(str(row), reverse("admin:desk_quote", args=[row.public_id]))]
    if isinstance(row, Article):
        return [(str(row), reverse("admin:desk_article", args=[row.pk]))]
    if isinstance(row, Appearance):
        address = reverse("admin:desk_article", args=[row.article_id])
        return [("Article", f"{address}?quote={row.pk}#quote")]
    if isinstance(row, Source):
        return [(str(row), reverse("admin:quotes_source_change", args=[row.pk]))]
    return []
