"""Trial: match quotes that come as records, by the production path, and keep nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from quotes.models import Appearance, Article, Hop, Revision, Source
from quotes.services.loading.rows import copy_rows
from quotes.services.matching import compare, settle, wordings
from quotes.services.matching.comparisons import Finding, Ids
from quotes.services.matching.scratch import refresh_statistics, scratch
from quotes.text.naming import name_key

ARTICLES_AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Record:
    """One printing as a sender describes it; `source` is the words that name the speaker there."""

    qid: str
    art: str
    outlet: str
    date: str | None
    text: str
    source: str | None


def same_quotes(records: Collection[Record]) -> list[list[str]]:
    """Return the qids of every quote printed twice or more, sorted; the order of `records` is no matter.

    Works on a scratch copy of the database.
    """
    with scratch():
        stored = store_records(records)
        refresh_statistics()
        articles = list(Article.objects.order_by("pk").values_list("pk", flat=True))
        findings: dict[Ids, Finding | None] = {}
        for start in range(0, len(articles), ARTICLES_AT_ONCE):
            findings |= compare(articles=articles[start : start + ARTICLES_AT_ONCE], but=findings)
        settle(articles=articles, findings=findings)
        return sorted(_printed_twice(stored))


def store_records(records: Collection[Record], *, worded: bool = True) -> dict[int, str]:
    """Store the records as read articles, with their wordings if asked; return the qid of each appearance."""
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: (record.date or "~", record.art, record.qid)):
        by_article[record.art].append(record)
    articles = _articles(by_article)
    known = wordings.find_or_create(texts={record.text for record in records} if worded else ())
    appearances: list[Appearance] = []
    texts = {name: _laid_out(printed) for name, printed in by_article.items()}
    revisions = {
        name: Revision(
            article=articles[name], text=text, digest="", body_start=0, body_end=0
        )  # no reporter tells anything
        for name, (text, _) in texts.items()
    }
    copy_rows(list(revisions.values()))
    for name, (_, starts) in texts.items():
        for record, start in zip(by_article[name], starts, strict=True):
            wording = known[record.text].id if record.text in known else None
            appearances.append(_appearance(record, revisions[name], start, wording))
    copy_rows(appearances)
    qids = [record.qid for printed in by_article.values() for record in printed]
    speakers = [record.source for printed in by_article.values() for record in printed]
    copy_rows([_hop(row, name) for row, name in zip(appearances, speakers, strict=True) if name])
    return {row.pk: qid for row, qid in zip(appearances, qids, strict=True)}


def _articles(by_article: dict[str, list[Record]]) -> dict[str, Article]:
    outlets = {name: _outlet(name) for name in sorted({printed[0].outlet for printed in by_article.values()})}
    articles = {
        name: Article(
            outlet=outlets[printed[0].outlet],
            sender_id=name,
            published_at=_instant(printed[0].date),
            published_as=printed[0].date or "",
            state=Article.State.READ,
        )
        for name, printed in by_article.items()
    }
    copy_rows(list(articles.values()))
    return articles


def _outlet(name: str) -> Source:
    """Return the outlet of that name, however it is spelled."""
    known = {"name": name[:300], "kind": Source.Kind.OUTLET}
    return Source.objects.get_or_create(name_key=name_key(name)[:300], disambiguation="", defaults=known)[0]


def _instant(printed: str | None) -> datetime | None:
    if not printed:
        return None
    instant = datetime.fromisoformat(printed)
    return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


def _laid_out(printed: Sequence[Record]) -> tuple[str, list[int]]:
    """Return a text that prints the records, each after its speaker, and where each starts."""
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for record in printed:
        lead = f"{record.source or ''}: "
        starts.append(length + len(lead))
        parts.append(f"{lead}{record.text}\n\n")
        length += len(parts[-1])
    return "".join(parts), starts


def _appearance(record: Record, revision: Revision, start: int, wording: int | None) -> Appearance:
    end = start + len(record.text)
    return Appearance(
        article=revision.article,
        revision=revision,
        wording_id=wording,
        start=start,
        end=end,
        segments=[[start, end]],
        text=record.text,
        kind=Appearance.Kind.DIRECT,
    )


def _hop(row: Appearance, name: str) -> Hop:
    """Return the speaker's hop, unresolved: only the words that name the speaker are known."""
    start = row.start - len(f"{name}: ")
    evidence = {"start": start, "end": start + len(name), "evidence": name}
    return Hop(appearance=row, position=0, name=name[:300], basis=Hop.Basis.EXPLICIT, **evidence)


def _printed_twice(stored: dict[int, str]) -> Iterator[list[str]]:
    quotes: dict[int, list[str]] = defaultdict(list)
    for appearance, quote in Appearance.objects.values_list("pk", "quote"):
        quotes[quote].append(stored[appearance])
    return (sorted(qids) for qids in quotes.values() if len(qids) > 1)
