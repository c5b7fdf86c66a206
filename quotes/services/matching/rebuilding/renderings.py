"""Renderings: what contrast decides between articles, and what a word or two are within one."""

from collections.abc import Collection, Mapping

from quotes.models import Appearance
from quotes.services.matching.comparisons import Finding, Ids, find
from quotes.services.matching.printings import Printed, printings, short_pairs
from quotes.services.matching.rebuilding.plans import Plan, Range
from quotes.services.matching.rebuilding.standing import around, between
from quotes.services.matching.rebuilding.supposing import suppositions
from quotes.services.matching.retellings import neighbours, retold
from quotes.services.statements import run
from quotes.text.comparing.types import Relation

_ARTICLES = """
    SELECT id, CASE WHEN state = 'matched' THEN matched_with ELSE '' END FROM quotes_article
    WHERE id BETWEEN %s::bigint AND %s::bigint AND state IN ('read', 'matched')
"""


def compare_renderings(*, over: Range, plan: Plan) -> dict[Ids, Finding | None]:
    """Decide by contrast between each of a range of articles and those before it, their words known.

    Also compares very short printings with the others of their text. None retires what was found before.
    """
    rows = run(_ARTICLES, [over.first, over.last])
    articles = [id for id, matched_with in rows if not plan.done_with(matched_with)]
    if not articles:
        return {}
    own = _quoted(articles)
    near = neighbours(articles=articles, before=True)
    printed = printings(appearances={*own, *(id for ids in near.values() for id in ids)})
    asking = [printed[id] for id in own if id in printed]
    findings = _find(short_pairs(asking), printed, plan)
    told = _by_words(printed, plan) | findings
    anew = retold(around=near, printed=printed, findings=told, stored=plan.stored, weights=plan.weights)
    return _retired(own, plan) | findings | anew


def _quoted(articles: Collection[int]) -> list[int]:
    own = Appearance.objects.standing().quoted().filter(article__in=articles, wording__isnull=False)
    return sorted(own.values_list("pk", flat=True))


def _find(pairs: Collection[Ids], printed: Mapping[int, Printed], plan: Plan) -> dict[Ids, Finding | None]:
    return {(a, b): find(printed[a], printed[b], stored=plan.stored, weights=plan.weights) for a, b in pairs}


def _by_words(printed: Mapping[int, Printed], plan: Plan) -> dict[Ids, Finding | None]:
    """Return what the words of the printings said of each other; what people judged is compared anew."""
    rows = between(printed)
    machine = {pair: row.finding() for pair, row in rows.items() if not row.decided}
    people = _find([pair for pair, row in rows.items() if row.decided], printed, plan)
    supposed = suppositions(job=plan.supposing, appearances=printed) if plan.supposing else {}
    return machine | people | supposed


def _retired(own: Collection[int], plan: Plan) -> dict[Ids, Finding | None]:
    """Return nothing found for the renderings that other rules found: they stay if these do too."""
    newer = set(own)
    return {
        pair: None
        for pair, row in around(own).items()
        if row.relation == Relation.RETRANSLATED and not row.decided
        if max(pair) in newer and not plan.current(row.version) and plan.supposing is None
    }
