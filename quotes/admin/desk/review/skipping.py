"""What this session skipped, and on which item each of its decisions was: kept in the session."""

from django.http import HttpRequest

from quotes.models import Act

KEPT = 300  # addresses skipped; beyond, the first comes up again
REMEMBERED = 30

_SKIPPED, _DECIDED = "desk.skipped", "desk.decided"


def skipped(request: HttpRequest) -> list[str]:
    """Return the addresses that were skipped."""
    return list(request.session.get(_SKIPPED, []))


def skip(request: HttpRequest, address: str) -> None:
    """Leave an item for later."""
    request.session[_SKIPPED] = [*(one for one in skipped(request) if one != address), address][-KEPT:]


def forget(request: HttpRequest) -> None:
    """Let what was skipped come up again."""
    request.session.pop(_SKIPPED, None)


def remember(request: HttpRequest, act: Act, address: str) -> None:
    """Keep on which item an act was, so that undoing it shows the item."""
    request.session[_DECIDED] = [*request.session.get(_DECIDED, []), [act.pk, address]][-REMEMBERED:]


def decided(request: HttpRequest, act: Act) -> str:
    """Return the address of the item an act was on; empty where this session does not know."""
    return next((address for pk, address in request.session.get(_DECIDED, []) if pk == act.pk), "")
