"""The article: its text with every quote lit, the quotes as chips, and the chosen one to be put right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from quotes.admin.desk.article.drawing import drawn
from quotes.admin.desk.article.seen import version
from quotes.admin.desk.screen import may, page
from quotes.admin.desk.sources import KINDS
from quotes.admin.desk.undoing import latest
from quotes.models import Appearance, Article, Revision


@dataclass(frozen=True)
class Typed:
    """What a form that was refused held, and why it was: shown again, so that nothing is typed twice."""

    action: str
    message: str
    data: dict[str, str]


def show(request: HttpRequest, pk: int, typed: Typed | None = None) -> HttpResponse:
    """Show the article's newest body, or the one that `body=` numbers; `quote=` is chosen."""
    article = get_object_or_404(Article.objects.select_related("outlet"), pk=pk)
    bodies = {one.number: one for one in article.revisions.defer("text")}
    revision = _revision(article, request.GET.get("body", ""), max(bodies, default=0))
    rows = list(Appearance.objects.filter(revision=revision).with_chain()) if revision else []
    chosen = _chosen(rows, request.GET.get("quote", ""))
    context = {
        "article": article,
        "revision": revision,
        "bodies": sorted(bodies),
        "text": drawn(revision.text, rows, revision) if revision else "",
        "numbered": list(enumerate(rows, start=1)),
        "chosen": chosen and _to_correct(chosen, rows.index(chosen) + 1),
        "kinds": Appearance.Kind.choices,
        "source_kinds": KINDS,
        "typed": typed,
        "data": typed.data if typed else {},
        "may_edit": may(request, ["change_appearance"]),
        "latest": latest(request),
        "here": _here(article, chosen),
        "crumbs": [("Articles", reverse("admin:quotes_article_changelist"))],
    }
    return page(request, "article", str(article), status=409 if typed else 200, **context)


def _revision(article: Article, number: str, newest: int) -> Revision | None:
    """Return the body asked for; None for an article without one."""
    if number and not number.isdecimal():
        raise Http404
    if not newest:
        return None
    return get_object_or_404(Revision, article=article, number=int(number or newest))


def _chosen(rows: Sequence[Appearance], pk: str) -> Any:
    return next((row for row in rows if str(row.pk) == pk), None)


def _to_correct(row: Appearance, number: int) -> dict[str, Any]:
    """Return what the forms about a printing show."""
    hops = [{"row": hop, "action": f"hop {hop.position}"} for hop in row.hops.all()]
    return {
        "number": number,
        "row": row,
        "version": version(row),
        "hops": hops,
        "places": range(len(hops) + 1),
    }


def _here(article: Article, chosen: Appearance | None) -> str:
    address = reverse("admin:desk_article", args=[article.pk])
    return f"{address}?quote={chosen.pk}#quote" if chosen else address
