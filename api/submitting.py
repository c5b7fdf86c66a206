"""Submitting: an article as a sender posts it, singly or in bulk, handed to the service that accepts it."""

from typing import Any

from django.contrib.auth.models import User

from api.problems import Fault, RefusedBody
from api.refusing import refusal
from api.serializers.articles import SubmittedArticle
from api.suggesting import did_you_mean, listed
from quotes.services import articles
from quotes.services.accepting.submissions import from_record
from quotes.services.articles import Accepted
from quotes.services.errors import Refused


def accept(record: Any, *, by: User) -> Accepted:
    """Have an article stored and read. Raises a Problem that says, with a pointer, why it is not."""
    _refuse_unknown(record)
    try:
        return articles.accept(by=by, submission=from_record(record))
    except Refused as refused:
        raise refusal(refused) from refused


def status_of(accepted: Accepted) -> int:
    """Return 201 for a new article, 202 for a known one with a new text, 200 for one known as it is."""
    if accepted.created:
        return 201
    return 202 if accepted.revised else 200


def _refuse_unknown(record: Any) -> None:
    known = list(SubmittedArticle().fields)
    if not isinstance(record, dict):
        detail = "This is no JSON object: send one article."
        raise RefusedBody(detail, faults=[Fault("", "bad_type", detail)])
    faults = [
        Fault(
            f"/{name}",
            "unknown_member",
            f"An article has no “{name}”.{did_you_mean(name, known)} Allowed: {listed(known)}.",
        )
        for name in record
        if name not in known
    ]
    if faults:
        raise RefusedBody(" ".join(fault.detail for fault in faults), faults=faults)
