"""Stories: the words of articles' newest revisions, and what tells who had them from whom."""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from quotes.graph.copying import Printed
from quotes.models import Source
from quotes.services import sources
from quotes.services.statements import array, run
from quotes.text.copying import Story, story
from quotes.text.spans import Span

_NEWEST = """
    SELECT DISTINCT ON (revision.article_id)
           revision.article_id, revision.id, revision.text, revision.body_start, revision.body_end,
           revision.furniture::text, article.outlet_id, outlet.kind, article.credit,
           article.published_at, article.published_as
    FROM quotes_revision revision
    JOIN quotes_article article ON article.id = revision.article_id
    JOIN quotes_source outlet ON outlet.id = article.outlet_id
    WHERE revision.article_id = ANY(%s::bigint[])
    ORDER BY revision.article_id, revision.number DESC
"""
_QUOTATIONS = """
    SELECT revision_id, start, "end" FROM quotes_appearance
    WHERE revision_id = ANY(%s::bigint[]) AND kind <> 'indirect' ORDER BY id
"""


class _Row(NamedTuple):
    """What `_NEWEST` answers."""

    article: int
    id: int
    text: str
    body_start: int
    body_end: int
    furniture: str
    outlet: int
    outlet_kind: str
    credit: str
    published_at: datetime | None
    published_as: str


@dataclass(frozen=True, slots=True)
class Told:
    """An article's newest text as a story; `revision` is its id, `printed` by whom and when."""

    article: int
    revision: int
    story: Story
    printed: Printed

    @property
    def published(self) -> datetime | None:
        """When it was out."""
        return self.printed.published


def stories(*, articles: Collection[int]) -> dict[int, Told]:
    """Return the articles' newest stories by their ids, in a fixed number of queries but for new credits."""
    rows = [_Row(*row) for row in run(_NEWEST, [array(sorted(articles))])] if articles else []
    quoted = _quotations([row.id for row in rows])
    credited = _agencies({row.credit for row in rows} - {""})
    return {
        row.article: Told(row.article, row.id, _story(row, quoted[row.id]), _printed(row, credited))
        for row in rows
    }


def _quotations(revisions: Collection[int]) -> Mapping[int, list[Span]]:
    """Return the spans in quotation marks, rejected ones too: the marks stand there all the same."""
    found: dict[int, list[Span]] = defaultdict(list)
    for revision, start, end in run(_QUOTATIONS, [array(revisions)]) if revisions else ():
        found[revision].append(Span(start, end))
    return found


def _agencies(credits: Collection[str]) -> dict[str, int]:
    """Return the agency each credit names; one that may mean several is left out."""
    named: dict[str, int] = {}
    for credit in sorted(credits):
        found = sources.candidates(credit)
        known = [source for source in found if source.kind == Source.Kind.AGENCY] or found
        if not known:
            known = [sources.find_or_create(name=credit, kind=Source.Kind.AGENCY)]
        if len(known) == 1:
            named[credit] = known[0].pk
    return named


def _story(row: _Row, quotations: Collection[Span]) -> Story:
    body = Span(row.body_start, row.body_end)
    furniture = [Span(part["start"], part["end"]) for part in json.loads(row.furniture)]
    return story(row.text, body, quotations=quotations, furniture=furniture)


def _printed(row: _Row, credited: Mapping[str, int]) -> Printed:
    return Printed(
        outlet=row.outlet,
        agency=row.outlet_kind == Source.Kind.AGENCY,
        credit=credited.get(row.credit),
        published=row.published_at,
        timed="T" in row.published_as,
    )
