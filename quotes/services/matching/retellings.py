"""Retellings: renderings of foreign words that share no keys, found by who said them and when.

The second way to candidates: the articles of the days around in which the same sources speak, or through
which the same foreign agency passed words on. Their statements are compared by meaning, and each against
the speaker's others beside it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.services.matching.comparisons import Finding, Ids, find, occasions_of
from quotes.services.matching.printings import Printed
from quotes.services.statements import array, run
from quotes.text.comparing.contrast import contrasted
from quotes.text.comparing.relation import rendering
from quotes.text.comparing.retelling import FOREIGN, foreign
from quotes.text.comparing.speakers import Agreement, agreement
from quotes.text.comparing.types import Occasions, Relation
from quotes.text.comparing.weights import WEIGHTS, Weights
from quotes.text.naming import name_key

MOST_HOPS_A_SOURCE = 256
MOST_ARTICLES = 16
LEAST_SCORE = -2.0  # log-odds under which no contrast makes a rendering likely
_SAME = frozenset({"same", "altered"})

# The newest words of each source, whatever their age: a prolific speaker costs no more than another. What a
# foreign agency passed on meets the agency's own article, whose chains do not name it.
_TOGETHER = f"""
    WITH passed AS MATERIALIZED (
        SELECT printed.article_id, hop.source_id, hop.position, printed.id
        FROM quotes_appearance printed JOIN quotes_hop hop ON hop.appearance_id = printed.id
        WHERE printed.article_id = ANY(%(articles)s::bigint[])
          AND printed.kind <> 'indirect' AND printed.state <> 'rejected'
        UNION ALL
        SELECT printed.article_id, article.outlet_id, 1, printed.id
        FROM quotes_appearance printed JOIN quotes_article article ON article.id = printed.article_id
        WHERE printed.article_id = ANY(%(articles)s::bigint[])
          AND printed.kind <> 'indirect' AND printed.state <> 'rejected'
    ), asked AS MATERIALIZED (
        SELECT article.id AS article_id, article.published_at, source.id AS source_id,
               source.name_key = ANY(%(foreign)s::text[]) AS abroad, max(passed.id) AS newest
        FROM passed
        JOIN quotes_article article ON article.id = passed.article_id
        JOIN quotes_source source ON source.id = passed.source_id
        WHERE article.published_at IS NOT NULL AND source.kind <> 'unnamed'
          AND (passed.position = 0 OR source.name_key = ANY(%(foreign)s::text[]))
        GROUP BY article.id, source.id
    ), met AS (
        SELECT asked.article_id AS asking, asked.published_at, printed.article_id AS article
        FROM asked CROSS JOIN LATERAL (
            SELECT hop.appearance_id FROM quotes_hop hop
            WHERE hop.source_id = asked.source_id {{words}}
            ORDER BY hop.appearance_id DESC LIMIT {MOST_HOPS_A_SOURCE}
        ) hop
        JOIN quotes_appearance printed ON printed.id = hop.appearance_id
        UNION
        SELECT asked.article_id, asked.published_at, own.id
        FROM asked CROSS JOIN LATERAL (
            SELECT agency.id FROM quotes_article agency
            WHERE asked.abroad AND agency.outlet_id = asked.source_id
              AND agency.published_at <= asked.published_at + interval '1 day' {{articles}}
            ORDER BY agency.published_at DESC LIMIT {MOST_ARTICLES}
        ) own
    ), near AS (
        SELECT met.asking, other.id AS article,
               min(abs(extract(epoch FROM other.published_at - met.published_at))) AS apart
        FROM met JOIN quotes_article other ON other.id = met.article
        WHERE other.id <> met.asking
          AND other.published_at BETWEEN met.published_at - interval '{WEIGHTS.retold_days} days'
                                     AND met.published_at + interval '{WEIGHTS.retold_days} days'
        GROUP BY met.asking, other.id
    ), ranked AS (
        SELECT asking, article, row_number() OVER (PARTITION BY asking ORDER BY apart, article) AS place
        FROM near
    )
    SELECT ranked.asking, printed.article_id, printed.id
    FROM ranked JOIN quotes_appearance printed ON printed.article_id = ranked.article
    WHERE ranked.place <= {MOST_ARTICLES} AND printed.kind <> 'indirect' AND printed.state <> 'rejected'
"""  # noqa: S608 - our own numbers
_AROUND = _TOGETHER.format(words="", articles="")
_BEFORE = _TOGETHER.format(
    words="AND hop.appearance_id <= asked.newest",
    articles="AND (SELECT min(id) FROM quotes_appearance WHERE article_id = agency.id) <= asked.newest",
)

Neighbours = dict[Ids, list[int]]
"""Statements of another article, by the ids of the asking and of the other article."""


def neighbours(*, articles: Collection[int], before: bool = False) -> Neighbours:
    """Return the statements of other articles that may render what the articles print.

    With `before`, those that were there when each article came: every two articles are then met once.
    """
    found: Neighbours = defaultdict(list)
    given: dict[str, Any] = {"articles": array(sorted(articles)), "foreign": sorted(FOREIGN)}
    for asking, article, appearance in sorted(run(_BEFORE if before else _AROUND, given)):
        found[asking, article].append(appearance)
    return found


def retold(
    *,
    around: Neighbours,
    printed: Mapping[int, Printed],
    findings: Mapping[Ids, Finding | None],
    stored: int = 0,
    weights: Weights = WEIGHTS,
) -> dict[Ids, Finding | None]:
    """Return what is found on the pairs that contrast decides, between every two articles of `around`.

    `printed` holds all statements of these articles, `findings` what their common words say: ties that
    holds go first. None retires what an earlier run found on a pair.
    """
    by_article: dict[str | None, list[Printed]] = defaultdict(list)
    for one in printed.values():
        by_article[one.printing.article].append(one)
    answers: dict[Ids, Finding | None] = {}
    for (asking, _), ids in around.items():
        theirs = [printed[id] for id in ids if id in printed]
        answers |= _between(by_article[str(asking)], theirs, findings, stored, weights)
    return answers


def _between(
    ours: list[Printed],
    theirs: list[Printed],
    findings: Mapping[Ids, Finding | None],
    stored: int,
    weights: Weights,
) -> dict[Ids, Finding | None]:
    """Decide between the statements of two articles."""
    tongues = _Tongues([*ours, *theirs])
    pairs = {
        (min(a.id, b.id), max(a.id, b.id)): (a, b) if a.id < b.id else (b, a) for a in ours for b in theirs
    }
    tied = {pair for pair in pairs if _tied_by_words(findings.get(pair))}
    tongue = {pair: tongues.of(a, b) for pair, (a, b) in pairs.items() if pair not in tied}
    scores = {
        pair: score
        for pair, told in tongue.items()
        if (score := _score(*pairs[pair], told, weights)) is not None
    }
    added = contrasted(scores, {id for pair in tied for id in pair})
    return {
        pair: find(
            *pairs[pair],
            stored=stored,
            said_in=tongue[pair].language,
            contrast=added[pair] + tongue[pair].doubt if pair in added else None,
            weights=weights,
        )
        for pair in scores
    }


def _tied_by_words(found: Finding | None) -> bool:
    return found is not None and found.judgement in _SAME and found.relation != Relation.RETRANSLATED


@dataclass(frozen=True, slots=True)
class _Tongue:
    """The language two statements are of, None where nothing tells, and what a doubt about it adds."""

    language: str | None
    doubt: float = 0.0


def _score(a: Printed, b: Printed, tongue: _Tongue, weights: Weights) -> float | None:
    """Return the log-odds that two statements render one; None where that is out of the question."""
    if not foreign(tongue.language, (a.printing, b.printing)) or occasions_of(a, b) is Occasions.APART:
        return None
    score = rendering(a.printing, b.printing, weights=weights)
    return score + tongue.doubt if score is not None and score >= LEAST_SCORE else None


class _Tongues:
    """The languages that two articles say words were said in; lives for one comparison of the two."""

    def __init__(self, printed: Iterable[Printed]) -> None:
        told = sorted((one.id, _speaker(one), one.said_in) for one in printed if one.said_in)
        self._of = {speaker: language for _, speaker, language in told if language}
        self._any = next((language for language in self._of.values() if foreign(language, ())), None)

    def of(self, a: Printed, b: Printed) -> _Tongue:
        """Return what the two statements' own sentences tell, else others of a speaker, else anybody's.

        What is told of others says little of a speaker, and nothing of one nobody names.
        """
        told = a.said_in or b.said_in or self._of.get(_speaker(a)) or self._of.get(_speaker(b))
        one_speaker = agreement(a.printing.speaker, b.printing.speaker) is Agreement.SAME
        if told or not one_speaker or foreign(None, (a.printing, b.printing)):
            return _Tongue(told)
        return _Tongue(self._any, WEIGHTS.retold_elsewhere)


def _speaker(one: Printed) -> str:
    return name_key(one.printing.speaker or "")
