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
    `known` is the first article that reprints eight stored quotes as they are; `again` a second run over the
    same article, which finds nothing to do.
    """
    number = ARTICLES * QUOTES_AN_ARTICLE
    quotes = [one for one in printed if one.printed == 1]
    stored = quotes[:: max(1, len(quotes) * 2 // (3 * number))]
    targets, reprints = stored[::3][: number // 2], [*stored[1::3], *stored[2::3]][:number]
    fresh = list(press.fresh(number // 2))
    edited = [Print(press.edit(one.text.split()), one.origin, one.speaker, 1, "edit") for one in targets]
    mixed = [one for pair in zip(edited, fresh, strict=False) for one in pair]
    warm_up()  # as a worker does when it starts
    new = _match(f"new-{size}", mixed)
    known = _match(f"known-{size}", reprints)
    again = _spent(f"new-{size}")
    whole = processor_milliseconds([partial(_whole_look_up, one.text) for one in look_ups.asked])
    eight = processor_milliseconds([partial(_look_up, some) for some in _articles(mixed)])
    report(
        bench="article of eight quotes, worded, matched and committed",
        stored=size,
        new_p50_ms=percentile(new, 0.5),
        new_p99_ms=percentile(new, 0.99),
        known_p50_ms=percentile(known, 0.5),
        again_p50_ms=percentile(again, 0.5),
        look_up_ms=percentile(look_ups.spent, 0.5),
        look_up_of_eight_ms=percentile(eight, 0.5),
        look_up_and_compare_ms=percentile(whole, 0.5),
        new_to_look_up=ratio(new, look_ups.spent),
        new_to_look_up_of_eight=ratio(new, eight),
        new_to_look_up_and_compare=ratio(new, whole),
        known_to_new=ratio(known, new),
        again_to_new=ratio(again, new),
    )


def _match(name: str, printed: Sequence[Print]) -> list[float]:
    """Store the printings as read articles, match them, and return how long each took.

    The reader makes an article's wordings as it stores its appearances: they are counted here.
    """
    wording = processor_milliseconds(
        [partial(find_or_create, texts=[one.text for one in some]) for some in _articles(printed)]
    )
    store_records(records(name, printed))
    return [sum(both) for both in zip(wording, _spent(name), strict=True)]


def _articles(printed: Sequence[Print]) -> list[Sequence[Print]]:
    starts = range(0, len(printed), QUOTES_AN_ARTICLE)
    return [printed[start : start + QUOTES_AN_ARTICLE] for start in starts]


def _spent(name: str) -> list[float]:
    articles = Article.objects.filter(sender_id__startswith=f"{name}-").order_by("sender_id")
    return processor_milliseconds(
        [partial(match_article, article_id=pk) for pk in articles.values_list("pk", flat=True)]
    )


def _look_up(printed: Sequence[Print]) -> None:
    """Find the candidates of all an article's quotes, as matching does."""
    worded = find_or_create(texts=[one.text for one in printed])
    candidates(keys={one.id: one.keys for one in worded.values()})


def _whole_look_up(text: str) -> None:
    """Find the printings of one text, from its words to the relations with all candidates."""
    worded = find_or_create(texts=[text])[text]
    found = candidates(keys={worded.id: worded.keys})
    printed = list(printings(appearances={one.appearance for one in found}).values())
    for other in printed[1:]:
        find(printed[0], other)
