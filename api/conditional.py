"""Conditional requests (RFC 9110, 13): ETag and 304 on what is read, If-Match on what editors change.

The tag is a digest of the very bytes that are sent. A row's own version would not do: what an answer shows
comes from many rows, and a source renamed elsewhere must not leave a mirror with the old name.
"""

from typing import Any

import xxhash
from django.http import HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from rest_framework.request import Request
from rest_framework.response import Response

from api.problems import Fault, PreconditionFailed, PreconditionRequired

REVALIDATE = "private, no-cache"  # keep it, but ask every time; a 304 is short
_NOT_IN_304 = ("Content-Type", "Content-Length")


def tag_of(body: bytes) -> str:
    """Return the strong tag of an answer's body."""
    return f'"{xxhash.xxh3_128_hexdigest(body)}"'


def tagged(response: Response, request: Request) -> None:
    """Have the answer tagged once it is rendered, and shortened to a 304 where the caller has it already."""
    known = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))

    def tag(rendered: HttpResponse) -> HttpResponse | None:
        rendered["ETag"] = tag_of(rendered.content)
        rendered["Cache-Control"] = REVALIDATE
        patch_vary_headers(rendered, ("Accept", "Authorization", "Cookie"))
        return _not_modified(rendered) if _known(known, rendered["ETag"]) else None

    response.add_post_render_callback(tag)


def check(request: Request, *, current: Any, tag: str | None, create: bool = False) -> None:
    """Raise unless the request was written in sight of the current state.

    `tag` is the current state's, None where there is none yet; `current` its JSON, which the refusal shows.
    With `create`, `If-None-Match: *` asks for there being none yet. Raises PreconditionRequired without a
    condition, PreconditionFailed where it does not hold.
    """
    wanted = parse_etags(request.META.get("HTTP_IF_MATCH", ""))
    if create and request.META.get("HTTP_IF_NONE_MATCH", "").strip() == "*":
        holds = tag is None
    elif not wanted:
        raise _required(create)
    else:
        holds = tag is not None and (wanted == ["*"] or tag in wanted)
    if not holds:
        headers = {"ETag": tag} if tag else {}
        detail = "It was changed in the meantime: `current` is how it stands; look, then decide again."
        raise PreconditionFailed(
            detail,
            faults=[Fault("If-Match", "stale", detail)],
            headers=headers,
            more={"current": current},
        )


def _required(create: bool) -> PreconditionRequired:
    detail = "Send If-Match with the ETag of what you saw, so that nobody's change is overwritten unseen" + (
        ", or If-None-Match: * where there was nothing yet." if create else "."
    )
    return PreconditionRequired(detail, faults=[Fault("If-Match", "required", detail)])


def _known(known: list[str], tag: str) -> bool:
    return known == ["*"] or tag in (one.removeprefix("W/") for one in known)


def _not_modified(rendered: HttpResponse) -> HttpResponse:
    short = HttpResponseNotModified()
    for name, value in rendered.items():
        if name not in _NOT_IN_304:
            short[name] = value
    return short
