"""Articles: accept one, once, whoever sends it how often; a changed body is a new revision of it."""

from dataclasses import dataclass
from typing import Any

import xxhash
from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, connection, transaction
from django.db.models import Max
from django.db.models.functions import Now

from quotes.models import Article, Revision, Source
from quotes.services.accepting.preparing import Prepared, prepare
from quotes.services.accepting.submissions import Submission
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.sources import outlet_named
from quotes.services.work.waking import READ, wake

__all__ = ["Accepted", "Submission", "accept"]

ROUNDS = 5  # a race is lost to a row that is committed, so the next look finds it


@dataclass(frozen=True)
class Accepted:
    """The stored article. `created`: it is new; `revised`: it was known, with another body."""

    article: Article
    created: bool
    revised: bool = False


def accept(*, by: AbstractBaseUser | None, submission: Submission, quotes_required: bool = False) -> Accepted:
    """Store an article and have it read; return it as it stands when it is known already.

    The same article is one at the same canonical URL, with the same sender's id in its outlet, or with the
    same body in its outlet. A changed body at a known URL or sender's id becomes a new revision and is read,
    one that returns to an earlier body too: what is printed now is what the newest revision says.
    With `quotes_required`, a text without any quotation or reported speech is refused. Nothing is stored
    where Refused is raised.
    """
    prepared = prepare(submission, quotes_required=quotes_required)
    for _ in range(ROUNDS):
        try:
            with acting(by), transaction.atomic():
                return _store(prepared)
        except IntegrityError:  # somebody stored it between our look and our insert
            continue
    raise Refused("The article is being stored by others at the same time; send it again.", code="conflict")


def _store(prepared: Prepared) -> Accepted:
    _alone_with_body(prepared)
    outlet = outlet_named(prepared.outlet)
    article = _at_address(prepared, outlet)
    if article is None:
        article = _with_body(prepared, outlet)
        return Accepted(_completed(article, prepared), False) if article else _create(prepared, outlet)
    if article.revisions.latest("number").digest == prepared.digest:
        return Accepted(_completed(article, prepared), False)
    return _revise(article, prepared)


def _alone_with_body(prepared: Prepared) -> None:
    """Wait for others that store this body in this outlet: no constraint spans the two tables."""
    key = xxhash.xxh3_64_intdigest(f"{prepared.outlet_key}\n{prepared.digest}".encode()) - 2**63
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])


def _at_address(prepared: Prepared, outlet: Source) -> Article | None:
    """Return the article at the URL or with the sender's id; raise Refused where the two are not one."""
    found: list[Article] = []
    if prepared.url:
        found += Article.objects.filter(url=prepared.url).select_related("outlet")
    if prepared.sender_id:
        found += Article.objects.filter(outlet=outlet, sender_id=prepared.sender_id)
    if len({article.pk for article in found}) > 1:
        raise Refused(
            f"The URL {prepared.url} belongs to “{found[0]}”, the id {prepared.sender_id} to “{found[1]}”;"
            " correct one of the two.",
            code="conflict",
            field="url",
        )
    if found and found[0].outlet.survivor() != outlet:
        raise Refused(
            f"The URL {prepared.url} belongs to an article of {found[0].outlet}, not of {outlet};"
            " correct the outlet or the URL.",
            code="conflict",
            field="outlet",
        )
    return found[0] if found else None


def _with_body(prepared: Prepared, outlet: Source) -> Article | None:
    return Article.objects.filter(outlet=outlet, revisions__digest=prepared.digest).order_by("pk").first()


def _create(prepared: Prepared, outlet: Source) -> Accepted:
    address = {"url": prepared.url, "sender_id": prepared.sender_id}
    article = Article.objects.create(outlet=outlet, **address, **prepared.facts)
    Revision.objects.create(article=article, number=1, **prepared.revision)
    wake(READ, article.pk)
    return Accepted(article, True)


def _completed(article: Article, prepared: Prepared) -> Article:
    """Add the URL and the sender's id where the known article has none yet."""
    given = {"url": prepared.url, "sender_id": prepared.sender_id}
    missing = {name: value for name, value in given.items() if value and not getattr(article, name)}
    if missing:
        Article.objects.filter(pk=article.pk, **dict.fromkeys(missing, "")).update(**missing)
        article.refresh_from_db()
    return article


def _revise(article: Article, prepared: Prepared) -> Accepted:
    """Add the changed body, take over the facts it brings, and start reading from anew."""
    Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
    newest: dict[str, Any] = article.revisions.aggregate(number=Max("number"))
    Revision.objects.create(article=article, number=(newest["number"] or 0) + 1, **prepared.revision)
    facts = {name: value for name, value in prepared.facts.items() if value not in ("", [], None)}
    work = {"state": Article.State.ACCEPTED, "failure": "", "attempts": 0, "run_after": Now()}
    Article.objects.filter(pk=article.pk).update(**facts, **work, lease=None, lease_until=None)
    article = _completed(article, prepared)
    article.refresh_from_db()
    wake(READ, article.pk)
    return Accepted(article, False, revised=True)
