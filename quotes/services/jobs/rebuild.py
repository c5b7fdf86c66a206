"""A rebuild: keys, matches and quotes computed anew by today's rules. What people decided stays decided."""

from collections.abc import Callable
from typing import Any

from quotes.models import Appearance, Article, Job
from quotes.services import copying
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.matching.comparisons import Finding, Ids, keep
from quotes.services.matching.rebuilding.grouping import regrouped
from quotes.services.matching.rebuilding.plans import Plan, Range
from quotes.services.matching.rebuilding.renderings import compare_renderings
from quotes.services.matching.rebuilding.wording import word_anew
from quotes.services.matching.rebuilding.words import compare_words
from quotes.services.matching.versions import rules

Effect = Callable[[], tuple[dict[str, int], list[Any]]]


def word(job: Job, over: Range) -> Effect:
    """Give the printings of a range their wordings and keys, where the keys' rules are new."""
    if not job.parameters["keys"]:
        return lambda: ({}, [])
    return lambda: ({"worded": word_anew(over=over)}, [])


def compare(job: Job, over: Range) -> Effect:
    """Compare a range of wordings with the older ones: pairs that no other piece has."""
    return _keeping(compare_words(over=over, plan=_plan(job)), shared=True)


def render(job: Job, over: Range) -> Effect:
    """Decide by contrast between a range of articles and those before."""
    return _keeping(compare_renderings(over=over, plan=_plan(job)))


def regroup(_job: Job, over: Range) -> Effect:
    """Tell apart anew the quotes whose first printing is in a range."""

    def effect() -> tuple[dict[str, int], list[Any]]:
        partition_lock(shared=True)
        appearances = regrouped(over=over)
        if appearances:
            assemble(appearances=appearances)
        return {"printings": len(appearances)}, []

    return effect


def copy(job: Job, over: Range) -> Effect:
    """Look for the copies of a range of articles, where other rules matched them."""
    articles = Article.objects.filter(pk__range=(over.first, over.last), state=Article.State.MATCHED)
    rows = articles.order_by("pk").values_list("pk", "matched_with")
    plan = _plan(job)
    found = {pk: copying.find(article=pk) for pk, version in rows if not plan.done_with(version)}

    def effect() -> tuple[dict[str, int], list[Any]]:
        if found:
            partition_lock()
        for article, pairs in found.items():
            copying.keep(article=article, found=pairs)
        return {"stories": len(found)}, []

    return effect


def mark(_job: Job, over: Range) -> Effect:
    """Say of a range of articles that they were matched by today's rules."""

    def effect() -> tuple[dict[str, int], list[Any]]:
        there = Article.objects.filter(pk__range=(over.first, over.last), state=Article.State.MATCHED)
        return {"articles": there.exclude(matched_with=rules()).update(matched_with=rules())}, []

    return effect


def _plan(job: Job) -> Plan:
    return Plan(stored=job.parameters["stored"], anew=job.parameters["anew"])


def _keeping(findings: dict[Ids, Finding | None], *, shared: bool = False) -> Effect:
    def effect() -> tuple[dict[str, int], list[Any]]:
        if not findings:
            return {}, []
        partition_lock(shared=shared)
        ids = {id for pair in findings for id in pair}
        there = set(Appearance.objects.filter(pk__in=ids).values_list("pk", flat=True))
        keep(findings={pair: found for pair, found in findings.items() if there.issuperset(pair)})
        return {"compared": len(findings)}, []

    return effect
