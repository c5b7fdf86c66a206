"""Matching: find the other printings of an article's quotes, and tell the quotes apart."""

import uuid
from collections import defaultdict
from collections.abc import Collection
from functools import partial

from django.db import transaction

from quotes.models import Appearance, Article
from quotes.services import copying
from quotes.services.matching import wordings
from quotes.services.matching.assembling import assemble, partition_lock
from quotes.services.matching.candidates import candidates
from quotes.services.matching.comparisons import Finding, Ids, find, keep, stored
from quotes.services.matching.printings import Printed, pairs, printings, short_pairs
from quotes.services.matching.retellings import neighbours, retold
from quotes.services.matching.touched import affected
from quotes.services.matching.versions import rules
from quotes.services.work import leases
from quotes.services.work.step import work_on

State = Article.State


def match_article(*, article_id: int) -> bool:
    """Match a read article and return True; False where there is nothing to do, or somebody else does it.

    Side effects: wordings for its appearances, matches with every printing of the same words, its
    appearances' quotes and those of all whom that touches, the articles that print the same story, the
    article's state. All but the wordings and the story's keys in one transaction, which a worker that
    lost its lease cannot commit. A second run changes nothing.
    What breaks leaves the article failed with the reason (see `work_on`).
    """
    do = partial(_match, article_id)
    return work_on(article_id=article_id, state=State.READ, doing="Matching", do=do)


def _match(article_id: int, lease: uuid.UUID) -> None:
    findings = compare(articles=[article_id])
    copies = copying.find(article=article_id)
    with transaction.atomic():
        settle(articles=[article_id], findings=findings)
        copying.keep(article=article_id, found=copies)
        leases.finish(
            article_id=article_id, lease=lease, state=State.READ, to=State.MATCHED, matched_with=rules()
        )


def compare(*, articles: Collection[int], but: Collection[Ids] = ()) -> dict[Ids, Finding | None]:
    """Compare the articles' standing appearances with all that may print the same words.

    Commits their wordings before it looks for candidates: of two articles matched at the same time,
    the one that looks later sees the other. The pairs in `but` are left out.
    """
    standing = Appearance.objects.standing().quoted().filter(article__in=articles)
    own = list(standing.only("id", "text", "start", "segments", "wording_id"))
    worded = wordings.assign(appearances=own)
    found = candidates(keys={wording.id: wording.keys for wording in worded.values()})
    around = neighbours(articles=articles)
    near = {appearance for found_there in around.values() for appearance in found_there}
    printed = printings(appearances={row.pk for row in own} | {one.appearance for one in found} | near)
    by_wording: dict[int, list[Printed]] = defaultdict(list)
    for one in found:
        if one.appearance in printed:
            by_wording[one.asking].append(printed[one.appearance])
    asking = [printed[row.pk] for row in own if row.pk in printed]
    paired = pairs(asking, by_wording) | short_pairs(asking)
    many = stored()
    findings = {(a, b): find(printed[a], printed[b], stored=many) for a, b in paired if (a, b) not in but}
    anew = retold(around=around, printed=printed, findings=findings, stored=many)
    return findings | {pair: found for pair, found in anew.items() if pair not in but}


def settle(*, articles: Collection[int], findings: dict[Ids, Finding | None]) -> None:
    """Keep the findings, and tell apart anew the quotes they and the articles' own appearances touch."""
    with transaction.atomic(savepoint=False):
        partition_lock()
        compared = {appearance for pair in findings for appearance in pair}
        there, left = affected(articles=articles, appearances=compared)
        keep(findings={pair: found for pair, found in findings.items() if there.issuperset(pair)})
        assemble(appearances=there, quotes=left)
