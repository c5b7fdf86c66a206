"""The kinds of problem the API answers with, and the document that states one."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

MEDIA_TYPE = "application/problem+json"
RETRY_SECONDS = 5
UNAVAILABLE = (
    "The database does not answer just now. Try again in a few seconds; what is sent twice is stored once."
)

# code: (status, title, what to do). The list is closed: clients branch on `code`.
KINDS: dict[str, tuple[int, str, str]] = {
    "merged": (301, "Merged into another", "Follow Location; the old id forwards for ever."),
    "bad_request": (400, "Bad request", "Put right what detail names."),
    "unreadable_body": (400, "The body cannot be read", "Send one JSON object in UTF-8."),
    "invalid_parameters": (400, "Invalid parameters", "errors names each parameter and what is allowed."),
    "not_logged_in": (401, "Log-in needed", "Send a token (Authorization: Bearer), or name and password."),
    "not_allowed": (403, "Not allowed", "Ask an administrator for what detail names."),
    "not_found": (404, "Not found", "Check the address and the id."),
    "method_not_allowed": (405, "Method not allowed", "Use a method that the Allow header lists."),
    "not_acceptable": (406, "Not acceptable", "Accept application/json."),
    "conflict": (409, "Conflict", "Fetch the current state, then decide again."),
    "in_flight": (409, "Under way", "Ask again after the seconds in Retry-After."),
    "gone": (410, "Gone", "It was deleted on purpose; drop the id."),
    "precondition_failed": (
        412,
        "Changed in the meantime",
        "current is how it stands: look, then decide again.",
    ),
    "too_large": (413, "Too large", "Send less at once."),
    "unsupported_media_type": (415, "Unsupported media type", "Send Content-Type: application/json."),
    "refused": (422, "Refused", "errors names each member of the body and what to do."),
    "key_reused": (422, "Key used before", "Take a new Idempotency-Key for a new request."),
    "precondition_required": (428, "Precondition required", "Send If-Match with the ETag of what you saw."),
    "too_many_requests": (429, "Too many requests", "Wait for the seconds in Retry-After."),
    "server_error": (500, "Server error", "Report it with its request_id."),
    "unavailable": (503, "Not available just now", "Try again after the seconds in Retry-After."),
}
# Of several codes with one status the first, which says least.
STATUS_CODES = {status: code for code, (status, _, _) in reversed(KINDS.items())}


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong: where (`?name` of a parameter, or a JSON pointer into the body), and what to do."""

    pointer: str
    code: str
    detail: str


def document(
    code: str,
    detail: str,
    *,
    request: Any,
    faults: Sequence[Fault] = (),
    more: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return the problem document of RFC 9457, with `code`, `errors` and `request_id` beside its members."""
    status, title, _ = KINDS[code]
    return {
        "type": f"/api/v1/docs#problem-{code}",
        "title": title,
        "status": status,
        "detail": detail,
        "code": code,
        "errors": [asdict(fault) for fault in faults],
        "request_id": getattr(request, "request_id", None),
        **(more or {}),
    }
