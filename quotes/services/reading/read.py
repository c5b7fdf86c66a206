"""Reading: an accepted article's newest body read, its appearances and chains stored, once."""

import uuid
from functools import partial

from django.db import transaction

from quotes.models import Article, Revision
from quotes.services.reading.keeping import keep, wordings_of
from quotes.services.sources import agencies
from quotes.services.work import leases
from quotes.services.work.step import work_on
from quotes.services.work.waking import MATCH, wake
from quotes.text.reading import Given, Reading, read
from quotes.text.reading.lexicon import known_language

READER = "rules-2"  # goes up with every change of the reader that changes its answers
State = Article.State


def read_article(*, article_id: int) -> bool:
    """Read an accepted article and return True; False where there is nothing to do or somebody else does it.

    Stores appearances and chains in one transaction with the state, fenced by the lease; matching is woken.
    What breaks leaves the article failed with the reason, but for a database that was away (see `work_on`).
    """
    return work_on(
        article_id=article_id, state=State.ACCEPTED, doing="Reading", do=partial(_read, article_id)
    )


def _read(article_id: int, lease: uuid.UUID) -> None:
    article = Article.objects.select_related("outlet").get(pk=article_id)
    revision = article.revisions.latest("number")
    reading = _reading(article, revision)
    worded = wordings_of(reading=reading, revision=revision)
    with transaction.atomic():
        held = leases.hold(article_id=article_id, lease=lease, state=State.ACCEPTED)
        keep(article=held, revision=revision, reading=reading, worded=worded, reader=READER)
        leases.finish(article_id=article_id, lease=lease, state=State.ACCEPTED, to=State.READ)
        wake(MATCH, article_id)


def _reading(article: Article, revision: Revision) -> Reading:
    """Read the body with what is known of the article: given facts win, as they did when it came."""
    given = Given(
        title=article.title or None,
        outlet=article.outlet.name,
        published_at=article.published_as or None,
        byline=tuple(article.byline),
        language=known_language(article.language),
    )
    return read(revision.text, given, agencies())
