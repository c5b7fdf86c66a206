"""Stories: the words of articles' newest revisions, and what tells who had them from whom."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from quotes.graph.copying import Printed
from quotes.models import Appearance, Article, Revision, Source
from quotes.services import sources
from quotes.text.copying import Story, story
from quotes.text.spans import Span


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
    newest = Revision.objects.filter(article__in=articles).select_related("article__outlet")
    revisions = {row.article_id: row for row in newest.order_by("number")}
    quoted = _quotations({row.pk for row in revisions.values()})
    credited = _agencies({row.article.credit for row in revisions.values()} - {""})
    return {
        article: Told(article, row.pk, _story(row, quoted[row.pk]), _printed(row.article, credited))
        for article, row in revisions.items()
    }


def _quotations(revisions: Collection[int]) -> Mapping[int, list[Span]]:
    """Return the spans in quotation marks, rejected ones too: the marks stand there all the same."""
    found: dict[int, list[Span]] = defaultdict(list)
    rows = Appearance.objects.quoted().filter(revision__in=revisions)
    for revision, start, end in rows.values_list("revision", "start", "end"):
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


def _story(revision: Revision, quotations: Collection[Span]) -> Story:
    body = Span(revision.body_start, revision.body_end)
    furniture = [Span(part["start"], part["end"]) for part in revision.furniture]
    return story(revision.text, body, quotations=quotations, furniture=furniture)


def _printed(article: Article, credited: Mapping[str, int]) -> Printed:
    return Printed(
        outlet=article.outlet_id,
        agency=article.outlet.kind == Source.Kind.AGENCY,
        credit=credited.get(article.credit),
        published=article.published_at,
        timed="T" in article.published_as,
    )
