"""Look-ups: is a stored quote among the candidates of an altered printing, and how long does that take?"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from quotes.models import Appearance
from quotes.services.matching.candidates import candidates
from quotes.services.matching.wordings import Worded, digest, find_or_create
from quotes.services.statements import run
from quotes.text.comparing.normalising import normal_form
from tests.benchmarks.matching.clocks import processor_milliseconds
from tests.benchmarks.matching.printings import Press, Print, typography
from tests.benchmarks.measuring import milliseconds, percentile, report

TARGETS = 200
_LEAST_WORDS = 10
_FRAGMENT = "reverse fragment"
_EXACT = "SELECT id FROM quotes_wording WHERE digest = ANY(%s::uuid[])"


class Asked(NamedTuple):
    """A printing that asks, and the text of the stored one it should find."""

    kind: str
    text: str
    target: str


class LookUps(NamedTuple):
    """What was asked, the wordings that asked, and the milliseconds of processor time each took."""

    asked: list[Asked]
    asking: list[Worded]
    spent: list[float]


def ask(size: int, press: Press, printed: Sequence[Print]) -> LookUps:
    """Draw targets evenly from all ids, ask for each altered printing, and report."""
    asked = _asked(press, printed)
    texts = {one.text for one in asked} | {one.target for one in asked}
    worded = find_or_create(texts=texts)
    asking = [worded[one.text] for one in asked]
    calls = [partial(_look_up, one) for one in asking]
    wall, spent = milliseconds(calls), processor_milliseconds(calls)
    report(bench="recall of candidates", stored=size, targets=TARGETS, **_recall(asked, worded))
    floor = processor_milliseconds([partial(run, "SELECT 1", ())] * 500)
    forms = [[digest(normal_form(one.target))] for one in asked]
    exact = processor_milliseconds([partial(run, _EXACT, [form]) for form in forms])
    report(
        bench="look-up",
        stored=size,
        p50_ms=percentile(spent, 0.5),
        p99_ms=percentile(spent, 0.99),
        p50_wall_ms=percentile(wall, 0.5),
        p99_wall_ms=percentile(wall, 0.99),
        select_1_ms=percentile(floor, 0.5),
        to_select_1=ratio(spent, floor),
        exact_to_select_1=ratio(exact, floor),
    )
    return LookUps(asked, asking, spent)


def _look_up(asking: Worded) -> None:
    candidates(keys={asking.id: asking.keys})


def ratio(slow: Sequence[float], fast: Sequence[float]) -> float:
    """Return how many times the median of `fast` the median of `slow` is."""
    return round(percentile(list(slow), 0.5) / percentile(list(fast), 0.5), 2)


def _asked(press: Press, printed: Sequence[Print]) -> list[Asked]:
    alter: dict[str, Callable[[list[str]], str]] = {
        "typography": typography,
        "truncation": press.truncation,
        "brackets": press.brackets,
        "reordering": press.reordering,
        "fragment": press.fragment,
        "words changed": press.words_changed,
        "reworded": press.reworded,
    }
    once = [one for one in printed if one.printed == 1 and one.text.count(" ") >= _LEAST_WORDS - 1]
    whole = _spread(once, TARGETS * len(alter))
    asked = [
        Asked(kind, alter[kind](target.text.split()), target.text)
        for place, target in enumerate(whole)
        for kind in [list(alter)[place % len(alter)]]
    ]
    lone = [one for one in printed if one.kind == "lone fragment"]
    return asked + [Asked(_FRAGMENT, one.whole, one.text) for one in _spread(lone, TARGETS)]


def _spread(rows: Sequence[Print], number: int) -> list[Print]:
    return [rows[place * len(rows) // number] for place in range(number)] if rows else []


def _recall(asked: Sequence[Asked], worded: Mapping[str, Worded]) -> dict[str, float]:
    """Return for each kind the share of askings whose target is among their candidates."""
    asking = {worded[one.text].id: worded[one.text].keys for one in asked}
    found = candidates(keys=asking)
    rows = Appearance.objects.filter(pk__in={one.appearance for one in found})
    wordings = dict(rows.values_list("pk", "wording_id"))
    pairs = {(one.asking, wordings[one.appearance]) for one in found}
    kinds: dict[str, list[bool]] = {}
    for one in asked:
        hit = (worded[one.text].id, worded[one.target].id) in pairs
        kinds.setdefault(one.kind, []).append(hit)
    return {kind: round(sum(hits) / len(hits), 3) for kind, hits in kinds.items()}
