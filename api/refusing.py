"""Refusing: a service's refusal as the problem document it is."""

from api.problems import Conflict, Fault, Gone, Problem, RefusedBody, TooLarge
from quotes.services.errors import Refused

_KINDS: dict[str, type[Problem]] = {"too_large": TooLarge, "conflict": Conflict, "gone": Gone}
_MEMBERS = {"sender_id": "id"}  # where the API's name differs from the service's


def refusal(refused: Refused) -> Problem:
    """Return the problem that states `refused`, with a pointer to the member it is about."""
    member = _MEMBERS.get(refused.field or "", refused.field)
    fault = Fault(f"/{member}" if member else "", refused.code, refused.message)
    return _KINDS.get(refused.code, RefusedBody)(refused.message, faults=[fault])
