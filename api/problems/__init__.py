"""Problem documents (RFC 9457): what every answer that is not a success says."""

from api.problems.exceptions import (
    Conflict,
    Gone,
    InvalidParameters,
    Merged,
    Problem,
    RefusedBody,
    TooLarge,
    UnreadableBody,
)
from api.problems.kinds import Fault

__all__ = [
    "Conflict",
    "Fault",
    "Gone",
    "InvalidParameters",
    "Merged",
    "Problem",
    "RefusedBody",
    "TooLarge",
    "UnreadableBody",
]
