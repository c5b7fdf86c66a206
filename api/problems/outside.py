"""Problem documents for what goes wrong outside a view: before it, or in it and unforeseen.

The root URL configuration names these as its handlers; pages that are not the API's get Django's own.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.views import defaults

from api.problems.kinds import MEDIA_TYPE, RETRY_SECONDS, UNAVAILABLE, Fault, document

PREFIX = "/api/"


def answer(request: HttpRequest, code: str, detail: str, faults: tuple[Fault, ...] = ()) -> JsonResponse:
    """Return a problem document as a plain Django response."""
    body = document(code, detail, request=request, faults=faults)
    return JsonResponse(body, status=body["status"], content_type=MEDIA_TYPE)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer a request Django itself refuses: a forged host, too many parameters."""
    if not request.path.startswith(PREFIX):
        return defaults.bad_request(request, exception)
    return answer(request, "bad_request", f"The request was refused: {type(exception).__name__}.")


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer a refusal outside the API's own permissions."""
    if not request.path.startswith(PREFIX):
        return defaults.permission_denied(request, exception)
    return answer(request, "not_allowed", "You may not do this.")


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponseBase:
    """Answer an address that no route has."""
    if not request.path.startswith(PREFIX):
        return defaults.page_not_found(request, exception)
    return answer(request, "not_found", "The API has no such address: GET /api/v1/ lists what it has.")


def server_error(request: HttpRequest) -> HttpResponseBase:
    """Answer an unforeseen error; a database that does not answer is a 503 with Retry-After."""
    if not request.path.startswith(PREFIX):
        return defaults.server_error(request)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = answer(request, "unavailable", UNAVAILABLE)
        response["Retry-After"] = str(RETRY_SECONDS)
        return response
    return answer(
        request, "server_error", "Something went wrong on our side; quote the request_id when you report it."
    )
