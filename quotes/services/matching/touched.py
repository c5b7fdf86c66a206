"""Touched: the appearances whose quotes a change may move, and what ties them together."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.apps import apps

from quotes.models import Appearance, Quote
from quotes.services.statements import array, run

# One step from some appearances, and from quotes as negative numbers: a quote leads to each of its
# printings once, and not each printing to all the others. Step by step, for the planner expects so much of
# a recursive query that it would read whole tables.
_NEXT = """
    SELECT b_id FROM quotes_match
    WHERE a_id = ANY(%(appearances)s::bigint[]) AND superseded_at IS NULL AND judgement IN ('same', 'altered')
    UNION SELECT a_id FROM quotes_match
    WHERE b_id = ANY(%(appearances)s::bigint[]) AND superseded_at IS NULL AND judgement IN ('same', 'altered')
    UNION SELECT -quote_id FROM quotes_appearance
    WHERE id = ANY(%(appearances)s::bigint[]) AND quote_id IS NOT NULL
    UNION SELECT id FROM quotes_appearance WHERE quote_id = ANY(%(quotes)s::bigint[])
"""
_PLACED = """
    SELECT printed.id, printed.quote_id, printed.state, printed.revision_id, printed.start, printed."end",
           printed.segments::text, printed.joint, printed.kind, printed.text, coalesce(wording.words, 0),
           article.outlet_id, article.published_at, article.published_as,
           coalesce(nullif(article.url, ''), nullif(article.sender_id, ''), article.title),
           speaker.id, speaker.only_in_id, speaker.name_key
    FROM unnest(%s::bigint[]) reached(id)
    JOIN quotes_appearance printed ON printed.id = reached.id
    JOIN quotes_article article ON article.id = printed.article_id
    LEFT JOIN quotes_wording wording ON wording.id = printed.wording_id
    LEFT JOIN quotes_hop hop ON hop.appearance_id = printed.id AND hop.position = 0
    LEFT JOIN quotes_source speaker ON speaker.id = hop.source_id
"""
_BETWEEN = """
    SELECT a_id, b_id, relation, fuller, judgement, score, decided_by_id, id, outcome FROM quotes_match
    WHERE superseded_at IS NULL AND a_id = ANY(%s::bigint[]) AND b_id = ANY(%s::bigint[])
    ORDER BY a_id, b_id
"""
_AFFECTED = """
    SELECT id FROM quotes_appearance WHERE id = ANY(%(compared)s::bigint[])
    UNION SELECT id FROM quotes_appearance
    WHERE article_id = ANY(%(articles)s::bigint[]) AND kind <> 'indirect'
    UNION SELECT -gone.quote_id FROM quotes_appearanceevent gone
    JOIN quotes_quote quote ON quote.id = gone.quote_id AND quote.merged_into_id IS NULL
    WHERE gone.article_id = ANY(%(articles)s::bigint[]) AND gone.pgh_label = 'delete'
"""


class Placed(NamedTuple):
    """An appearance as far as the partition needs it: what it prints, where, and who speaks.

    `segments` is JSON, `words` the length of its wording, `article` what names the article whatever its
    id. `speaker` is the source its chain starts with, None where unresolved; `speaker_only_in` the article
    that such a source is an unnamed official of.
    """

    pk: int
    quote_id: int | None
    state: str
    revision_id: int
    start: int
    end: int
    segments: str
    joint: int
    kind: str
    text: str
    words: int
    outlet_id: int
    published_at: datetime | None
    published_as: str
    article: str
    speaker: int | None
    speaker_only_in: int | None
    speaker_key: str | None


class Tied(NamedTuple):
    """A match in force; the fields are those of a Match."""

    a_id: int
    b_id: int
    relation: str
    fuller: str
    judgement: str
    score: float
    decided_by_id: int | None
    id: int = 0
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """Standing appearances, by id, and the matches in force between them.

    `quotes` are all that any touched appearance is in so far, a rejected one too, and `quote_of` says which.
    """

    appearances: dict[int, Placed]
    matches: list[Tied]
    quotes: frozenset[int]
    quote_of: dict[int, int]


def touched(*, appearances: Collection[int], quotes: Collection[int]) -> Touched:
    """Return all appearances that the given ones, or those in the given quotes, are tied to.

    Tied are the appearances of one quote and those of a match judged the same, over any number of steps:
    what is outside cannot be moved by what is inside.
    """
    reached: set[int] = set()
    edge = {*appearances, *(-quote for quote in quotes)}
    while edge:
        reached |= edge
        edge = _next_to(edge) - reached
    ids = array(sorted(node for node in reached if node > 0))
    rows = sorted(Placed(*row) for row in run(_PLACED, [ids]))
    standing = {row.pk: row for row in rows if row.state != Appearance.State.REJECTED}
    quote_of = {row.pk: row.quote_id for row in rows if row.quote_id is not None}
    ids = array(standing)
    ties = [Tied(*row) for row in run(_BETWEEN, [ids, ids])]
    return Touched(standing, ties, frozenset({*quote_of.values(), *quotes}), quote_of)


def _next_to(nodes: Collection[int]) -> set[int]:
    """Return what is one step away from some appearances and, as negative numbers, quotes."""
    appearances = array(sorted(node for node in nodes if node > 0))
    quotes = array(sorted(-node for node in nodes if node < 0))
    return {node for (node,) in run(_NEXT, {"appearances": appearances, "quotes": quotes})}


def affected(*, articles: Collection[int], appearances: Collection[int]) -> tuple[set[int], set[int]]:
    """Return what matching the articles affects: the appearances, with the given ones, and quotes.

    Of the appearances those that are still there, in quotation marks. The quotes are the live ones that
    lost a printing when a later reading took it out of one of the articles.
    """
    given = {"compared": array(sorted(appearances)), "articles": array(sorted(articles))}
    nodes = [node for (node,) in run(_AFFECTED, given)]
    return {node for node in nodes if node > 0}, {-node for node in nodes if node < 0}


def past_quotes(*, quote_of: Mapping[int, int]) -> dict[int, int]:
    """Return for each appearance the quote it left last that was then merged into its present one, if any."""
    events = apps.get_model("quotes", "AppearanceEvent").objects
    left = events.filter(pgh_obj__in=list(quote_of), quote__merged_into__isnull=False).order_by("pgh_id")
    past = list(left.values_list("pgh_obj_id", "quote_id"))
    survivors = _survivors({quote for _, quote in past})
    return {pk: quote for pk, quote in past if survivors[quote] == quote_of[pk]}


def _survivors(quotes: Collection[int]) -> dict[int, int]:
    """Return for each quote the one its id leads to."""
    into: dict[int, int] = {}
    asking = set(quotes)
    while asking:
        merged = Quote.objects.filter(pk__in=asking, merged_into__isnull=False)
        steps = dict(merged.values_list("pk", "merged_into_id"))
        into |= {quote: target for quote, target in steps.items() if target is not None}
        asking = set(into.values()) - into.keys() if steps else set()
    survivors: dict[int, int] = {}
    for quote in quotes:
        at = quote
        while at in into:
            at = into[at]
        survivors[quote] = at
    return survivors
