"""Home: what waits, what runs, what failed, what came in."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect

from quotes.admin.desk.days import HEIGHT, WIDTH, drawn
from quotes.admin.desk.screen import REVIEWS, editor, frame, may, say
from quotes.models import Article, Job, Quote
from quotes.models.desk import Kind
from quotes.services import reviewing
from quotes.services.errors import Refused
from quotes.services.work import leases

SHOWN = 5  # failed articles, and jobs


def home(request: HttpRequest) -> dict[str, Any]:
    """Return what the first page shows to who asks: the parts they may see."""
    reads = may(request, ["view_article"])
    return {
        **frame(request),
        "waiting": _waiting() if may(request, REVIEWS) else None,
        "may_add": may(request, ["add_article"]),
        "may_retry": may(request, ["change_article"]),
        "jobs": _jobs() if may(request, ["view_job"]) else None,
        "failed": _failed() if reads else None,
        "drawings": _drawings() if reads else (),
        "drawing": {"width": WIDTH, "height": HEIGHT},
        "empty": reads and not Article.objects.exists(),
    }


def retry(request: HttpRequest, pk: int) -> HttpResponse:
    """Have a failed article read again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = get_object_or_404(Article, pk=pk)
    try:
        leases.retry(by=editor(request), article=article)
    except Refused as refused:
        say(request, refused.message, wrong=True)
    else:
        say(request, f"“{article}” will be read again.")
    return redirect("admin:index")


def _waiting() -> list[dict[str, Any]]:
    """Return what waits by kind, without the kinds of which nothing does."""
    labels = dict(Kind.choices)
    return [
        {
            "kind": one.kind,
            "shown": one.shown,
            "oldest": one.oldest,
            "label": _plural(labels[one.kind], one.count),
        }
        for one in reviewing.waiting()
        if one.count
    ]


def _plural(label: str, count: int) -> str:
    """Return a kind as a list of several is called."""
    several = {"suggested match": "suggested matches", "suggested wire copy": "suggested wire copies"}
    words = label if count == 1 or label.endswith("s") else several.get(label, f"{label}s")
    return words.capitalize()


def _jobs() -> list[Job]:
    """Return the jobs that wait or run, else the latest ones."""
    jobs = Job.objects.select_related("requested_by")
    active = jobs.filter(state__in=[Job.State.WAITING, Job.State.RUNNING]).order_by("-pk")[:SHOWN]
    return list(active) or list(jobs.order_by("-pk")[:2])


def _failed() -> dict[str, Any]:
    failed = Article.objects.filter(state=Article.State.FAILED).select_related("outlet").order_by("-pk")
    rows = list(failed[: SHOWN + 1])
    return {"rows": rows[:SHOWN], "more": len(rows) > SHOWN}


def _drawings() -> list[Any]:
    return [
        drawn("articles", Article.objects.all(), "received_at"),
        drawn("quotes", Quote.objects.live(), "created_at"),
    ]
