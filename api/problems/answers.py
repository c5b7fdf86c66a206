"""From an exception inside a view to its problem document."""

import math
from collections.abc import Iterator
from typing import Any

import structlog
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback

from api.problems.exceptions import Problem, Replayed
from api.problems.kinds import MEDIA_TYPE, RETRY_SECONDS, STATUS_CODES, UNAVAILABLE, Fault, document

LOG_IN = (
    "This needs a log-in: send a token (Authorization: Bearer TOKEN), or the name and password of an account"
    " (curl -u NAME:PASSWORD)."
)
log = structlog.get_logger(__name__)


def exception_handler(exc: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """Answer an exception raised in a view; None leaves an unforeseen one to the server's own handler."""
    set_rollback()
    request = context["request"]
    if isinstance(exc, Replayed):
        return exc.response
    if isinstance(exc, OperationalError | InterfaceError):
        log.error("database unavailable", error=str(exc))
        return _answer(
            document("unavailable", UNAVAILABLE, request=request), {"Retry-After": str(RETRY_SECONDS)}
        )
    if isinstance(exc, Problem):
        body = document(exc.code, str(exc.detail), request=request, faults=exc.faults, more=exc.more)
        return _answer(body, exc.headers)
    if isinstance(exc, SuspiciousOperation):
        return _answer(document("bad_request", f"The request was refused: {exc}", request=request), {})
    known = _as_api_exception(exc)
    if known is None:
        return None
    faults = tuple(_faults(known.detail)) if isinstance(known, exceptions.ValidationError) else ()
    code = "refused" if faults else STATUS_CODES.get(known.status_code, "bad_request")
    if isinstance(known, exceptions.ParseError):
        code = "unreadable_body"
    detail = " ".join(fault.detail for fault in faults) or str(known.detail)
    if isinstance(known, exceptions.NotAuthenticated):
        detail = LOG_IN
    if isinstance(known, exceptions.Throttled):
        detail = f"You have called as often as you may: come back in {_wait(known) or 1} seconds."
    return _answer(document(code, detail, request=request, faults=faults), _headers(known))


def _as_api_exception(exc: Exception) -> exceptions.APIException | None:
    if isinstance(exc, Http404):
        return exceptions.NotFound(str(exc) or None)
    if isinstance(exc, PermissionDenied):
        return exceptions.PermissionDenied()
    return exc if isinstance(exc, exceptions.APIException) else None


def _answer(body: dict[str, Any], headers: dict[str, str]) -> Response:
    return Response(body, status=body["status"], headers=headers, content_type=MEDIA_TYPE)


def _headers(exc: exceptions.APIException) -> dict[str, str]:
    headers = {}
    if challenge := getattr(exc, "auth_header", None):
        headers["WWW-Authenticate"] = challenge
    if (wait := _wait(exc)) is not None:
        headers["Retry-After"] = str(wait)
    return headers


def _wait(exc: exceptions.APIException) -> int | None:
    """Return the whole seconds after which the caller may come back; None where nothing says so."""
    wait = getattr(exc, "wait", None)
    return None if wait is None else math.ceil(wait)


def _faults(detail: Any, pointer: str = "") -> Iterator[Fault]:
    """Walk the errors of a serializer: {"title": ["…"]} becomes a fault at /title."""
    if isinstance(detail, dict):
        for name, inner in detail.items():
            own = name == "non_field_errors"
            yield from _faults(inner, pointer if own else f"{pointer}/{_escaped(str(name))}")
    elif isinstance(detail, list):
        for number, inner in enumerate(detail):
            yield from _faults(inner, pointer if isinstance(inner, str) else f"{pointer}/{number}")
    else:
        name = pointer.rpartition("/")[2] or "the body"
        yield Fault(pointer, str(getattr(detail, "code", "invalid")), f"{name}: {detail}")


def _escaped(name: str) -> str:
    """Write a member's name as a JSON pointer does (RFC 6901)."""
    return name.replace("~", "~0").replace("/", "~1")
