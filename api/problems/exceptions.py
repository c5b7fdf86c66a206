"""What a view raises to answer with a problem document."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpResponse
from rest_framework.exceptions import APIException

from api.problems.kinds import KINDS, Fault


class Problem(APIException):
    """A request that ends in a problem document of the kind `code`."""

    code = "bad_request"

    def __init__(
        self,
        detail: str,
        *,
        faults: Sequence[Fault] = (),
        headers: Mapping[str, str] | None = None,
        more: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail, self.code)
        self.status_code = KINDS[self.code][0]
        self.faults = tuple(faults)
        self.headers = dict(headers or {})
        self.more = dict(more or {})


class InvalidParameters(Problem):
    code = "invalid_parameters"

    def __init__(self, *faults: Fault) -> None:
        super().__init__(" ".join(fault.detail for fault in faults), faults=faults)


class UnreadableBody(Problem):
    code = "unreadable_body"


class RefusedBody(Problem):
    code = "refused"


class Conflict(Problem):
    code = "conflict"


class InFlight(Problem):
    """A request with the same key is still under way."""

    code = "in_flight"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers={"Retry-After": "1"})


class KeyReused(Problem):
    code = "key_reused"


class BadKey(Problem):
    code = "bad_request"

    def __init__(self, detail: str) -> None:
        super().__init__(detail, faults=[Fault("Idempotency-Key", "bad_key", detail)])


class PreconditionRequired(Problem):
    code = "precondition_required"


class PreconditionFailed(Problem):
    code = "precondition_failed"


class TooManyRequests(Problem):
    code = "too_many_requests"


class TooLarge(Problem):
    code = "too_large"


class Gone(Problem):
    code = "gone"


class Merged(Problem):
    """The id was merged: the answer forwards to its survivor."""

    code = "merged"

    def __init__(self, *, survivor: str, location: str, why: str = "merged into") -> None:
        super().__init__(
            f"This was {why} {survivor}.", headers={"Location": location}, more={"survivor": survivor}
        )


class Replayed(APIException):
    """The request was answered before: `response` is that answer, as it was."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__("answered before")
        self.response = response
