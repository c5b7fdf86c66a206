"""Text no database column can hold, stopped at the door: NUL, lone surrogates, bytes that are no UTF-8."""

import re
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.http import HttpRequest, HttpResponseBase

from api.problems.kinds import Fault
from api.problems.outside import PREFIX, answer

_SURROGATE = re.compile("[\ud800-\udfff]")


def unprintable(text: str) -> str | None:
    """Say which character of `text` cannot be stored, in words and with its place; None where all can."""
    if (place := text.find("\0")) >= 0:
        return f"a NUL character at position {place}"
    if found := _SURROGATE.search(text):
        return f"a lone surrogate (U+{ord(found[0]):04X}) at position {found.start()}"
    return None


class CleanTextMiddleware:
    """Answer 400 where a parameter or a cookie of an API call holds what cannot be stored."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path.startswith(PREFIX) and (fault := _fault(request)):
            return answer(request, "invalid_parameters", fault.detail, (fault,))
        return self.get_response(request)


def _fault(request: HttpRequest) -> Fault | None:
    for part in request.META.get("QUERY_STRING", "").split("&"):
        name, _, value = (unquote_to_bytes(side) for side in part.partition("="))
        shown = name.decode("utf-8", "replace")
        try:
            what = unprintable(name.decode()) or unprintable(value.decode())
        except UnicodeDecodeError:
            what = "bytes that are not UTF-8"
        if what:
            return Fault(f"?{shown}", "unprintable", f"The parameter {shown!r} holds {what}: take it out.")
    for cookie in request.COOKIES.items():
        if what := unprintable("".join(cookie)):
            return Fault("cookie", "unprintable", f"A cookie holds {what}: log in again.")
    return None
