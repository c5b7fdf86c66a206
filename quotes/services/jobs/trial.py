"""A dry run: what a rebuild would join and part, with these thresholds, told before anything is applied."""

from collections import Counter
from collections.abc import Callable
from typing import Any

from quotes.models import Job
from quotes.services.matching.comparisons import Finding, Ids
from quotes.services.matching.rebuilding.changes import changes
from quotes.services.matching.rebuilding.plans import Plan, Range
from quotes.services.matching.rebuilding.renderings import compare_renderings
from quotes.services.matching.rebuilding.supposing import suppose
from quotes.services.matching.rebuilding.words import compare_words
from quotes.text.comparing.weights import Weights

Effect = Callable[[], tuple[dict[str, int], list[Any]]]


def compare(job: Job, over: Range) -> Effect:
    """Suppose what a range of wordings and the older ones would be found to be."""
    return _supposing(job, compare_words(over=over, plan=_plan(job)))


def render(job: Job, over: Range) -> Effect:
    """Suppose what contrast would decide between a range of articles and those before."""
    return _supposing(job, compare_renderings(over=over, plan=_plan(job)))


def regroup(job: Job, over: Range) -> Effect:
    """Tell what would change for the quotes whose first printing is in a range."""
    found = changes(over=over, job=job.pk)
    counts = Counter(one["change"] for one in found)
    counts["against"] = sum(one["against"] is not None for one in found)
    return lambda: (dict(counts), found)


def _plan(job: Job) -> Plan:
    weights = Weights(**job.parameters["thresholds"])
    return Plan(stored=job.parameters["stored"], anew=True, weights=weights, supposing=job.pk)


def _supposing(job: Job, findings: dict[Ids, Finding | None]) -> Effect:
    return lambda: (
        {"compared": len(findings), "other": suppose(job=job.pk, findings=findings)},
        [],
    )
