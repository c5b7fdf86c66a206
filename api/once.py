"""Once: a POST with an Idempotency-Key is done once, and answered alike whenever it is sent again."""

import json
from contextlib import suppress

import xxhash
from django.db import DatabaseError
from django.http import HttpResponse
from rest_framework.request import Request

from api.bulk.lines import Lines
from api.callers import caller
from api.problems import BadKey, InFlight, KeyReused, Problem, Replayed
from quotes.services import answers
from quotes.services.errors import Refused

HEADER = "HTTP_IDEMPOTENCY_KEY"
KEPT_HEADERS = ("Content-Type", "Location", "ETag", "Link")
PASSING = (409, 412, 428, 429)  # what another state of things would answer otherwise: sent again, it is tried
_PROBLEMS: dict[str, type[Problem]] = {"in_flight": InFlight, "key_reused": KeyReused, "bad_key": BadKey}


def begin(request: Request) -> answers.Claim | None:
    """Claim the request's key; None where it brings none.

    Raises Replayed with the first answer, or the problem that the key is.
    """
    if HEADER not in request.META:
        return None
    try:
        claimed = answers.claim(caller=caller(request), key=_key(request), fingerprint=_fingerprint(request))
    except Refused as refused:
        raise _PROBLEMS[refused.code](refused.message) from refused
    if isinstance(claimed, answers.Kept):
        raise Replayed(_response(claimed))
    return claimed


def finish(claim: answers.Claim, response: HttpResponse) -> None:
    """Keep the answer for whoever sends the request again; forget it where nothing was done."""
    if response.status_code >= 500 or response.status_code in PASSING:
        answers.release(claim=claim)
        return
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    answers.keep(claim=claim, answer=answers.Kept(response.status_code, headers, response.content))


def hold(claim: answers.Claim) -> None:
    """Say that a long request is still under way."""
    answers.hold(claim=claim)


def finish_stream(claim: answers.Claim, body: bytes | None, content_type: str) -> None:
    """Keep a streamed answer; forget it where there is none to keep."""
    if body is None:
        give_up(claim)
    else:
        answers.keep(claim=claim, answer=answers.Kept(200, {"Content-Type": content_type}, body))


def give_up(claim: answers.Claim) -> None:
    """Forget a request that broke; where the database is away, it is forgotten after a minute."""
    with suppress(DatabaseError):
        answers.release(claim=claim)


def _key(request: Request) -> str:
    """Return the key, with or without the quotation marks of a structured field."""
    given = request.META[HEADER].strip()
    return str(given[1:-1] if len(given) > 1 and given[0] == given[-1] == '"' else given)


def _fingerprint(request: Request) -> str:
    body = request.data
    told = body.digest if isinstance(body, Lines) else json.dumps(body, sort_keys=True).encode()
    head = f"{request.method}\n{request.get_full_path()}\n".encode()
    return xxhash.xxh3_128_hexdigest(head + told)


def _response(kept: answers.Kept) -> HttpResponse:
    response = HttpResponse(kept.body, status=kept.status, headers=dict(kept.headers))
    response["Idempotency-Replayed"] = "true"
    return response
