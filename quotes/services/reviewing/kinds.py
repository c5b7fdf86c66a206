"""Kinds: where the items of each kind are, how uncertain they are, how far they reached.

Pools keep this quick at any size. Ordering a million suggestions by uncertainty times reach would read them
all; so the few hundred most uncertain, by a partial index, and those of the most widely printed quotes, by
another, are put in order: the two sorted lists of Fagin, Lotem and Naor's threshold algorithm (2001), each
read to a fixed depth. The product of what stands in neither list is below that of the first in either.
"""

# ruff: noqa: S608 - statements of our own words; what people give travels as parameters
from collections.abc import Callable
from dataclasses import dataclass

from quotes.models.desk import Kind
from quotes.models.match import SURE
from quotes.models.quote import WIDE
from quotes.services.reviewing.filters import Filters, of_article, of_confidence, of_printing

DEPTH = 300  # rows a pool takes from its index
FEW = 30  # rows of a pool that is in order already
SCANNED = 1000  # rows that are looked through for those that fit, where no index holds only these


@dataclass(frozen=True)
class Waits:
    """The items of one kind: SQL over the alias that `id` names.

    `rows` is what to select from, `waits` when a row is an item, `sure` what tells how certain the machine
    was, `pools` select ids, without filters; `fits` makes a condition of filters, `flags` names the flags
    on a row, `skipped` the ids of the addresses passed over. `scanned` bounds what is looked through where
    telling is dear, `counted` how many are counted where each has to be looked up.
    """

    id: str
    rows: str
    waits: str
    sure: str
    uncertainty: str
    reach: str
    public_id: str
    pools: tuple[str, ...]
    fits: Callable[[Filters], str]
    flags: str
    skipped: str
    scanned: str = ""
    counted: int = 10_000

    @property
    def looked_through(self) -> str:
        """What to select from where no pool bounds it."""
        return self.scanned or self.rows

    def condition(self, filters: Filters) -> str:
        """Return the condition that a row is an item, fits the filters and was not skipped."""
        wanted = [self.waits, self.fits(filters), of_confidence(filters, self.sure), self.unskipped]
        if filters.flagged:
            standing = f"SELECT FROM quotes_flag flag WHERE {self.flags} AND flag.taken_back_at IS NULL"
            wanted.append(f"EXISTS ({standing})")
        return " AND ".join(f"({one})" for one in wanted if one != "true")

    @property
    def unskipped(self) -> str:
        """Return the condition that the editor did not skip the row."""
        return f"{self.id} <> ALL(ARRAY({self.skipped}))"


_PRINTED = """
    LEFT JOIN quotes_article article ON article.id = printed.article_id
    LEFT JOIN quotes_quote quote ON quote.id = printed.quote_id
"""
_SKIPPED = "SELECT id FROM quotes_{} WHERE public_id = ANY(%(skip_{})s::uuid[])"
_APPEARANCE = Waits(
    id="printed.id",
    rows=f"quotes_appearance printed {_PRINTED}",
    waits="printed.state = 'suggested'",
    sure="printed.confidence",
    uncertainty="1 - printed.confidence",
    reach="greatest(quote.outlet_count, 1)",
    public_id="printed.public_id",
    pools=(
        "SELECT printed.id FROM quotes_appearance printed WHERE printed.state = 'suggested' AND {unskipped}"
        f" ORDER BY printed.confidence, printed.id LIMIT {DEPTH}",
        f"""
        SELECT printed.id FROM (
            SELECT id, outlet_count FROM quotes_quote WHERE outlet_count >= {WIDE}
            ORDER BY outlet_count DESC, id LIMIT {SCANNED}
        ) wide CROSS JOIN LATERAL (
            SELECT printed.id FROM quotes_appearance printed
            WHERE printed.quote_id = wide.id AND printed.state = 'suggested' AND {{unskipped}}
            ORDER BY printed.confidence, printed.id LIMIT 1
        ) printed ORDER BY wide.outlet_count DESC, wide.id LIMIT {DEPTH}
        """,
    ),
    fits=of_printing,
    flags="flag.appearance_id = printed.id AND flag.hop IS NULL",
    skipped=_SKIPPED.format("appearance", "appearance"),
)
_HOP = Waits(
    id="hop.id",
    rows=f"quotes_hop hop JOIN quotes_appearance printed ON printed.id = hop.appearance_id {_PRINTED}",
    waits="hop.source_id IS NULL AND printed.state <> 'rejected'",
    sure="printed.confidence",
    uncertainty="1.0",
    reach="greatest(quote.outlet_count, 1)",
    public_id="printed.public_id",
    pools=(
        "SELECT hop.id FROM quotes_hop hop WHERE hop.source_id IS NULL AND {unskipped}"
        f" ORDER BY hop.id DESC LIMIT {SCANNED // 2}",
    ),
    fits=of_printing,
    counted=1000,
    flags="flag.appearance_id = hop.appearance_id AND flag.hop = hop.position",
    skipped="""
        SELECT hop.id FROM quotes_hop hop JOIN quotes_appearance printed ON printed.id = hop.appearance_id
        JOIN unnest(%(skip_hop)s::uuid[], %(skip_position)s::int[]) skip(row, at)
             ON skip.row = printed.public_id AND skip.at = hop.position
    """,
)
_UNCERTAIN = f"""
    match.superseded_at IS NULL AND match.decided_by_id IS NULL AND (match.judgement = 'unsure'
    OR match.outcome <> '' OR match.judgement IN ('same', 'altered') AND match.score < {SURE})
"""
_TIED = f"SELECT match.id FROM quotes_match match WHERE {_UNCERTAIN} AND {{unskipped}}"
_MATCH = Waits(
    id="match.id",
    rows="""
        quotes_match match JOIN quotes_appearance printed ON printed.id = match.a_id
        JOIN quotes_appearance other ON other.id = match.b_id
        LEFT JOIN quotes_article article ON article.id = printed.article_id
        LEFT JOIN quotes_article other_article ON other_article.id = other.article_id
        LEFT JOIN quotes_quote quote ON quote.id = printed.quote_id
        LEFT JOIN quotes_quote other_quote ON other_quote.id = other.quote_id
    """,
    waits=f"{_UNCERTAIN} AND printed.state <> 'rejected' AND other.state <> 'rejected'",
    sure="match.score",
    uncertainty="CASE WHEN match.outcome <> '' THEN 1.0 ELSE 1 - abs(2 * match.score - 1) END",
    reach="greatest(quote.outlet_count, other_quote.outlet_count, 1)",
    public_id="match.public_id",
    counted=1000,
    pools=(
        f"{_TIED} AND match.score >= 0.5 ORDER BY match.score, match.id LIMIT {DEPTH}",
        f"{_TIED} AND match.score < 0.5 ORDER BY match.score DESC, match.id DESC LIMIT {DEPTH}",
        f"""
        SELECT match.id FROM quotes_match match WHERE match.superseded_at IS NULL AND match.outcome <> ''
        AND match.outcome IN ('unlinked', 'refused') AND {{unskipped}} ORDER BY match.id DESC LIMIT {DEPTH}
        """,
    ),
    fits=lambda filters: (
        (f"({of_printing(filters)}) OR ({of_printing(filters, printed='other', article='other_article')})")
        if of_printing(filters) != "true"
        else "true"
    ),
    flags="flag.match_id = match.id",
    skipped=_SKIPPED.format("match", "match"),
)
_DISAGREE = """
    EXISTS (
        SELECT FROM quotes_appearance printed
        JOIN quotes_hop hop ON hop.appearance_id = printed.id AND hop.position = 0
        JOIN quotes_source said ON said.id = hop.source_id AND said.kind <> 'unnamed'
        WHERE printed.quote_id = quote.id AND printed.state <> 'rejected'
        HAVING count(DISTINCT said.id) > 1 AND bool_or(printed.state = 'suggested')
    )
"""
_SPEAKERLESS = "quote.speaker_id IS NULL AND quote.merged_into_id IS NULL AND quote.appearance_count > 1"


def _printed_so(filters: Filters) -> str:
    if of_printing(filters) == "true":
        return "true"
    return f"""EXISTS (
        SELECT FROM quotes_appearance printed JOIN quotes_article article ON article.id = printed.article_id
        WHERE printed.quote_id = quote.id AND printed.state <> 'rejected' AND {of_printing(filters)})"""


_SCANNED = f"""(
    SELECT quote.* FROM quotes_quote quote WHERE {_SPEAKERLESS}
    ORDER BY quote.outlet_count DESC, quote.id LIMIT {SCANNED}
) quote"""
_CONFLICT = Waits(
    id="quote.id",
    rows="quotes_quote quote",
    waits=f"{_SPEAKERLESS} AND {_DISAGREE}",
    sure="0.0",
    uncertainty="1.0",
    reach="greatest(quote.outlet_count, 1)",
    public_id="quote.public_id",
    pools=(f"SELECT quote.id FROM {_SCANNED} WHERE {_DISAGREE} AND {{unskipped}} LIMIT {FEW}",),
    fits=_printed_so,
    flags="flag.quote_id = quote.id",
    skipped=_SKIPPED.format("quote", "conflict"),
    scanned=_SCANNED,
    counted=100,
)
_SHARE = "CASE copy.giver WHEN 'a' THEN copy.share_b ELSE copy.share_a END"
_COPIED = """
    copy.superseded_at IS NULL AND copy.state = 'suggested' AND NOT copy.credited
    AND copy.source_id IS NOT NULL
"""
_COPY = Waits(
    id="copy.id",
    rows="""
        quotes_copy copy LEFT JOIN quotes_article article ON article.id = copy.a_id
        LEFT JOIN quotes_article other_article ON other_article.id = copy.b_id
    """,
    waits=_COPIED,
    sure=_SHARE,
    uncertainty=f"1 - abs(2 * {_SHARE} - 1)",
    reach="1",
    public_id="copy.public_id",
    pools=(
        f"SELECT copy.id FROM quotes_copy copy WHERE {_COPIED} AND {{unskipped}}"
        f" ORDER BY copy.id DESC LIMIT {SCANNED}",
    ),
    fits=lambda filters: (
        f"({of_article(filters, article='article')}) OR ({of_article(filters, article='other_article')})"
        if of_article(filters, article="article") != "true"
        else "true"
    ),
    flags="flag.copy_id = copy.id",
    skipped=_SKIPPED.format("copy", "copy"),
)

WAITS: dict[str, Waits] = {
    Kind.APPEARANCE: _APPEARANCE,
    Kind.HOP: _HOP,
    Kind.MATCH: _MATCH,
    Kind.CONFLICT: _CONFLICT,
    Kind.COPY: _COPY,
}
KINDS: tuple[str, ...] = tuple(WAITS)
