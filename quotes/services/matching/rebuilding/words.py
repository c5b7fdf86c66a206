"""Words: what printings of the same words say of each other, for a range of wordings at a time."""

import json
from collections.abc import Collection, Iterator, Mapping

from quotes.services.matching.candidates import related
from quotes.services.matching.comparisons import Finding, Ids, find
from quotes.services.matching.printings import printings
from quotes.services.matching.rebuilding.plans import Plan, Range
from quotes.services.matching.rebuilding.shelves import Shelf, extend, shelf_of
from quotes.services.matching.rebuilding.standing import Standing, around
from quotes.services.statements import array, run
from quotes.text.comparing.keys import form
from quotes.text.comparing.types import Relation
from quotes.text.segments import masked

# A wording is asked about by the words of its first printing: their keys are those of all.
_ASKED = """
    SELECT DISTINCT ON (wording_id) wording_id, text, start, segments::text
    FROM quotes_appearance WHERE wording_id = ANY(%s::int[]) AND state <> 'rejected' AND kind <> 'indirect'
    ORDER BY wording_id, id
"""
_WORDINGS = "SELECT id, wording_id FROM quotes_appearance WHERE id = ANY(%s::bigint[])"


def compare_words(*, over: Range, plan: Plan) -> dict[Ids, Finding | None]:
    """Compare the printings of a range of wordings with each other and with those of older wordings.

    Each printing meets what its article met when it came, and what it is matched with. None retires what
    was found on a pair before. What contrast decides is left to it (see `retellings`).
    """
    shelf = shelf_of(over)
    standing = around(shelf.matched_with)
    outdated = _outdated(standing, plan)
    pairs = dict.fromkeys(_owned(outdated, over)) | dict.fromkeys(_unknown(shelf, standing, plan))
    printed = printings(appearances={id for pair in pairs for id in pair})
    found = {
        (a, b): find(printed[a], printed[b], stored=plan.stored, weights=plan.weights)
        for a, b in pairs
        if a in printed and b in printed and not printed[a].lies_in(printed[b])
    }
    return {pair: one for pair, one in found.items() if not _contrasted(one, standing.get(pair), plan)}


def _outdated(standing: Mapping[Ids, Standing], plan: Plan) -> list[Ids]:
    """Return the pairs that were found by other rules, by their words."""
    return [
        pair
        for pair, row in standing.items()
        if (plan.supposing if row.decided else not plan.knows(row.version))
        and row.relation != Relation.RETRANSLATED
    ]


def _owned(pairs: Collection[Ids], over: Range) -> Iterator[Ids]:
    """Yield the pairs whose newer wording is in the range."""
    wordings = dict(run(_WORDINGS, [array(sorted({id for pair in pairs for id in pair}))]))
    for a, b in pairs:
        if wordings[a] and wordings[b] and over.holds(max(wordings[a], wordings[b])):
            yield a, b


def _unknown(shelf: Shelf, standing: Mapping[Ids, Standing], plan: Plan) -> Iterator[Ids]:
    """Yield the pairs that today's rules want compared and have not judged yet."""
    done = {id for id, version in shelf.matched_with.items() if plan.done_with(version)}
    asked = [wording for wording, ids in shelf.by_wording.items() if not done.issuperset(ids)]
    if not asked:
        return
    met = related(keys=_keys(asked))
    extend(shelf, {older for _, older in met})
    done = {id for id, version in shelf.matched_with.items() if plan.done_with(version)}
    for one, other in [*met, *((wording, wording) for wording in asked)]:
        for a, b in shelf.meet(one, other):
            if not (a in done and b in done) and not _judged(standing.get((a, b)), plan):
                yield a, b


def _keys(wordings: Collection[int]) -> dict[int, tuple[int, ...]]:
    return {
        wording: form(masked(text, start, json.loads(segments))).keys
        for wording, text, start, segments in run(_ASKED, [array(wordings)])
    }


def _judged(row: Standing | None, plan: Plan) -> bool:
    if row is None:
        return False
    return plan.supposing is None if row.decided else plan.knows(row.version)


def _contrasted(found: Finding | None, row: Standing | None, plan: Plan) -> bool:
    """Tell whether a pair is for contrast to decide: it did so before under these rules."""
    if row is None or row.decided or not plan.current(row.version):
        return False
    relations = {row.relation, found.relation if found else None}
    return Relation.RETRANSLATED in relations
