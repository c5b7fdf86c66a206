"""A rebuild against matching article by article, and with two worker hosts against one."""

import os
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

from django.conf import settings
from django.db import connection

from quotes.models import Article, Job, Match
from quotes.services import jobs
from quotes.services.matching.match import match_article
from quotes.services.matching.trial import store_records
from tests.benchmarks.matching.clocks import Taken, taken
from tests.benchmarks.matching.printings import Print
from tests.benchmarks.matching.stored import records
from tests.benchmarks.measuring import report
from tests.faults.processes import Worker

_EMPTY = """
    TRUNCATE quotes_source, quotes_wording, quotes_wordingkey, quotes_quote, quotes_article, quotes_job
    CASCADE
"""
_FORGET = """
    TRUNCATE quotes_match CASCADE;
    UPDATE quotes_appearance SET quote_id = NULL;
    UPDATE quotes_quote SET merged_into_id = NULL;
    DELETE FROM quotes_quote
"""
_ROWS_A_PIECE = 100  # so that the two hosts end at about the same time
_FRESHEN_AFTER = (50, 200, 800, 3200)


def run(printed: Sequence[Print]) -> None:
    """Match the printings one article at a time, rebuild them in this process, then by one and two hosts."""
    with connection.cursor() as cursor:
        cursor.execute(_EMPTY)
    store_records(records("rebuild", printed), worded=False)
    one_by_one = taken(_one_by_one)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM (ANALYZE)")
    known = taken(lambda: _rebuild(anew=False))
    anew = taken(lambda: _rebuild(anew=True))
    report(
        bench="rebuild to one by one, processor time of ours and the server",
        printings=len(printed),
        pairs=Match.objects.current().count(),
        one_by_one_cpu_s=_spent(one_by_one),
        rebuild_cpu_s=_spent(known),
        rebuild_to_one_by_one=round(_spent(known) / _spent(one_by_one), 4),
        all_compared_anew_cpu_s=_spent(anew),
        all_compared_anew_to_one_by_one=round(_spent(anew) / _spent(one_by_one), 4),
    )
    hosts(len(printed))


def hosts(printings: int) -> None:
    """Let workers of one host, then of two, compute all from nothing; report the speed-up."""
    one, two = _by_hosts(1), _by_hosts(2)
    report(
        bench="rebuild from nothing, by worker hosts",
        printings=printings,
        one_host_s=round(one.wall, 2),
        two_hosts_s=round(two.wall, 2),
        speed_up=round(one.wall / two.wall, 3),
        one_host_cpu_s=round(one.ours, 2),
        two_hosts_cpu_s=round(two.ours, 2),
        busy_elsewhere=os.getloadavg()[0],
    )


def _one_by_one() -> None:
    for number, pk in enumerate(Article.objects.order_by("pk").values_list("pk", flat=True)):
        match_article(article_id=pk)
        if number in _FRESHEN_AFTER:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")


def _rebuild(*, anew: bool) -> None:
    job = jobs.request(by=None, kind=Job.Kind.REBUILD, anew=anew)
    while jobs.work_on(job_id=job.pk):
        pass
    job.refresh_from_db()
    assert job.state == Job.State.DONE, job.failure


def _by_hosts(number: int) -> Taken:
    """Start a worker on each of so many hosts, have all computed from nothing, and return what it took.

    A host is a process of its own under a name of its own, which knows the others by the database and the
    broker only. `ours` is the processor time of all of them.
    """
    with connection.cursor() as cursor:
        cursor.execute(_FORGET)
        cursor.execute("VACUUM (ANALYZE)")
    with TemporaryDirectory() as logs:
        workers = [
            Worker(_environment(), Path(logs) / f"{place}.log", queues="rebuild", host=f"host{place}")
            for place in range(number)
        ]
        try:
            before = _processor(workers)
            wall = _elapsed()
            return Taken(wall, _processor(workers) - before, 0.0)
        finally:
            for worker in workers:
                worker.end()


def _elapsed() -> float:
    job = jobs.request(by=None, kind=Job.Kind.REBUILD, anew=True)
    start = 0.0
    while job.state in (Job.State.WAITING, Job.State.RUNNING):
        if job.state == Job.State.RUNNING and not start:
            start = time.perf_counter()
        time.sleep(0.05)
        job.refresh_from_db()
    assert job.state == Job.State.DONE, job.failure
    return time.perf_counter() - start


def _environment() -> dict[str, str]:
    parts = urlsplit(settings.DATABASE_URL)
    name = connection.settings_dict["NAME"]
    return {"DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}")), "ROWS_A_PIECE": str(_ROWS_A_PIECE)}


def _processor(workers: Sequence[Worker]) -> float:
    """Return the processor seconds of the workers and their pools so far."""
    groups = {worker.process.pid for worker in workers}
    spent = 0.0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended
            continue
        if int(fields[2]) in groups:
            spent += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return spent


def _spent(one: Taken) -> float:
    return round(one.ours + one.servers, 2)
