"""Jobs: how far each is, what went wrong; asked for, cancelled, resumed; failed articles tried again."""

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from quotes.admin.desk.screen import editor, may, page, say
from quotes.models import Article, Job, Piece
from quotes.services import jobs as services
from quotes.services.errors import Refused
from quotes.services.work import leases

SHOWN = 20  # jobs, and failed articles
MOST = 500  # failed articles tried again at once
RECENT = timedelta(minutes=5)  # what the rate is told of
UNDER_WAY = (Job.State.WAITING, Job.State.RUNNING)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a sheet would take what begins so for a formula


@dataclass(frozen=True)
class Shown:
    """A job, and what is told of it; `rate` is what it does in a minute, None where nothing is known yet."""

    row: Job
    sentence: str
    rate: float | None = None

    @property
    def active(self) -> bool:
        """Tell whether it waits or runs."""
        return self.row.state in UNDER_WAY

    @property
    def resumable(self) -> bool:
        """Tell whether it stopped before its end."""
        return self.row.state in (Job.State.CANCELLED, Job.State.FAILED)

    @property
    def left(self) -> int | None:
        """The minutes it will take from now at this rate."""
        if not self.active or not self.rate or self.row.total is None:
            return None
        return round((self.row.total - self.row.done) / self.rate)


def show(request: HttpRequest) -> HttpResponse:
    """Show the jobs, those under way first, and the articles that failed."""
    rows = Job.objects.select_related("requested_by").order_by("-pk")
    active = list(rows.filter(state__in=UNDER_WAY)[:SHOWN])
    over = list(rows.exclude(state__in=UNDER_WAY)[:SHOWN])
    failed = Article.objects.filter(state=Article.State.FAILED).select_related("outlet").order_by("-pk")
    articles = list(failed[: SHOWN + 1])
    return page(
        request,
        "jobs",
        "Jobs",
        active=_told(active),
        over=_told(over),
        failed=articles[:SHOWN],
        more_failed=len(articles) > SHOWN,
        may_change=may(request, ["change_job"]),
        may_retry=may(request, ["change_article"]),
    )


def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a rebuild or a dry run of one."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        anew = request.POST.get("anew") == "on"
        job = services.request(by=editor(request), kind=request.POST.get("kind", ""), anew=anew)
    except Refused as refused:
        say(request, refused.message, wrong=True)
    else:
        say(request, f"The {job.get_kind_display().lower()} is asked for; its bar stands below.")
    return redirect("admin:desk_jobs")


def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Cancel a job, or let one that stopped go on."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    job = get_object_or_404(Job, pk=pk)
    wanted = {"cancel": services.cancel, "resume": services.resume}.get(request.POST.get("do", ""))
    try:
        if wanted is None:
            raise Refused("A job is cancelled or resumed; press one of its buttons.", code="no_action")
        say(request, services.sentence(wanted(by=editor(request), job=job)))
    except Refused as refused:
        say(request, refused.message, wrong=True)
    return redirect("admin:desk_jobs")


def retry(request: HttpRequest) -> HttpResponse:
    """Have the articles that failed read again, the newest first, at most `MOST`."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    again = 0
    for article in Article.objects.filter(state=Article.State.FAILED).order_by("-pk")[:MOST]:
        try:
            leases.retry(by=editor(request), article=article)
            again += 1
        except Refused:  # somebody else had it read again in the meantime
            continue
    say(request, f"{again} article{'' if again == 1 else 's'} will be read again.")
    return redirect("admin:desk_jobs")


def errors(_request: HttpRequest, pk: int) -> HttpResponse:
    """Return a job's errors as CSV: line, message."""
    job = get_object_or_404(Job, pk=pk)
    rows = ([one.get("line", ""), one.get("message", "")] for one in job.errors)
    return _sheet(f"errors-of-job-{job.pk}.csv", ("line", "message"), rows)


def failed_articles(_request: HttpRequest) -> HttpResponse:
    """Return the articles that failed as CSV: which, whose, and why."""
    rows = Article.objects.filter(state=Article.State.FAILED).select_related("outlet").order_by("-pk")
    told = ([row.public_id, row.outlet.name, row.url, row.title, row.failure] for row in rows[:10_000])
    return _sheet("failed-articles.csv", ("article", "outlet", "url", "title", "failure"), told)


def _sheet(name: str, head: Sequence[str], rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """Return a CSV file in UTF-8; no cell of it is taken for a formula."""
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    sheet = csv.writer(answer)
    sheet.writerow(head)
    for row in rows:
        cells = (str(cell) for cell in row)
        sheet.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return answer


def _told(rows: Sequence[Job]) -> list[Shown]:
    """Return the jobs with what is told of them; the rate by their pieces of late, else since they began."""
    running = [row.pk for row in rows if row.state == Job.State.RUNNING]
    since = timezone.now() - RECENT
    ended = Piece.objects.filter(job__in=running, finished_at__gte=since) if running else Piece.objects.none()
    late = Counter(ended.order_by().values_list("job_id", flat=True))
    return [Shown(row, services.sentence(row), _rate(row, late[row.pk])) for row in rows]


def _rate(row: Job, late: int) -> float | None:
    """Return the rate of a job in a minute."""
    took = (row.finished_at or timezone.now()) - row.created_at
    done, over = (late, min(took, RECENT)) if late else (row.done, took)
    minutes = max(over.total_seconds(), 1) / 60
    return done / minutes if done else None
