"""Articles of eight quotes, matched and committed by the task, to one look-up."""

from collections.abc import Sequence
from functools import partial

from quotes.models import Article
from quotes.services.matching.candidates import candidates
from quotes.services.matching.comparisons import find
from quotes.services.matching.match import match_article
from quotes.services.matching.printings import printings
from quotes.services.matching.trial import store_records
from quotes.services.matching.wordings import find_or_create
from tests.benchmarks.matching.clocks import processor_milliseconds
from tests.benchmarks.matching.lookups import LookUps, ratio
from tests.benchmarks.matching.printings import Press, Print
from tests.benchmarks.matching.stored import QUOTES_AN_ARTICLE, records
from tests.benchmarks.measuring import percentile, report
from tracker.celery import warm_up

ARTICLES = 40


def match(size: int, press: Press, printed: Sequence[Print], look_ups: LookUps) -> None:
    """Match articles of new quotes, half of them altered from stored ones, and of known ones; report.

    The stored ones are those printed once: what a quote of hundreds of printings costs is their comparison.
    """
    half = ARTICLES * QUOTES_AN_ARTICLE // 2
    quotes = [one for one in printed if one.printed == 1]
    targets = quotes[:: max(1, len(quotes) // half)][:half]
    fresh = list(press.fresh(half))
    edited = [Print(press.edit(one.text.split()), one.origin, one.speaker, 1, "edit") for one in targets]
    mixed = [one for pair in zip(edited, fresh, strict=True) for one in pair]
    warm_up()  # as a worker does when it starts
    new = _match(f"new-{size}", mixed)
    reprinted = _match(f"known-{size}", [*targets, *targets])
    again = _spent(f"new-{size}")
    whole = processor_milliseconds([partial(_whole_look_up, one.text) for one in look_ups.asked])
    report(
        bench="article of eight quotes, matched and committed",
        stored=size,
        new_p50_ms=percentile(new, 0.5),
        new_p99_ms=percentile(new, 0.99),
        known_p50_ms=percentile(reprinted, 0.5),
        again_p50_ms=percentile(again, 0.5),
        look_up_ms=percentile(look_ups.spent, 0.5),
        look_up_and_compare_ms=percentile(whole, 0.5),
        new_to_look_up=ratio(new, look_ups.spent),
        new_to_look_up_and_compare=ratio(new, whole),
        known_to_new=ratio(reprinted, new),
        again_to_new=ratio(again, new),
    )


def _match(name: str, printed: Sequence[Print]) -> list[float]:
    """Store the printings as read articles, match them, and return how long each took."""
    store_records(records(name, printed), worded=False)
    return _spent(name)


def _spent(name: str) -> list[float]:
    articles = Article.objects.filter(sender_id__startswith=f"{name}-").values_list("pk", flat=True)
    return processor_milliseconds([partial(match_article, article_id=pk) for pk in articles])


def _whole_look_up(text: str) -> None:
    """Find the printings of one text, from its words to the relations with all candidates."""
    worded = find_or_create(texts=[text])[text]
    found = candidates(keys={worded.id: worded.keys})
    printed = list(printings(appearances={one.appearance for one in found}).values())
    for other in printed[1:]:
        find(printed[0], other)
