"""Problem documents (RFC 9457): what every answer that is not a success says."""

from api.problems.exceptions import (
    BadKey,
    Conflict,
    Gone,
    InFlight,
    InvalidParameters,
    KeyReused,
    Merged,
    PreconditionFailed,
    PreconditionRequired,
    Problem,
    RefusedBody,
    Replayed,
    TooLarge,
    TooManyRequests,
    UnreadableBody,
)
from api.problems.kinds import Fault

__all__ = [
    "BadKey",
    "Conflict",
    "Fault",
    "Gone",
    "InFlight",
    "InvalidParameters",
    "KeyReused",
    "Merged",
    "PreconditionFailed",
    "PreconditionRequired",
    "Problem",
    "RefusedBody",
    "Replayed",
    "TooLarge",
    "TooManyRequests",
    "UnreadableBody",
]
