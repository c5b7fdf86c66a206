"""Query parameters: only known ones, each once, none empty."""

from collections.abc import Iterable

from django.http import QueryDict

from api.problems import Fault, InvalidParameters
from api.suggesting import did_you_mean, listed


def refuse_unknown(given: QueryDict, allowed: Iterable[str]) -> None:
    """Raise InvalidParameters, naming what is allowed, for parameters that are unknown, doubled or empty."""
    known = sorted(allowed)
    faults = [fault for name, values in given.lists() for fault in _faults(name, values, known)]
    if faults:
        raise InvalidParameters(*faults)


def _faults(name: str, values: list[str], known: list[str]) -> Iterable[Fault]:
    if name not in known:
        takes = f"Allowed here: {listed(known)}." if known else "This address takes none."
        detail = f"There is no parameter “{name}”.{did_you_mean(name, known)} {takes}"
        yield Fault(f"?{name}", "unknown_parameter", detail)
    elif len(values) > 1:
        detail = f"“{name}” is given {len(values)} times: give it once; lists are separated by commas."
        yield Fault(f"?{name}", "repeated_parameter", detail)
    elif not values[0].strip():
        yield Fault(f"?{name}", "empty_parameter", f"“{name}” is empty: give it a value or leave it out.")


def choices(name: str, value: str, allowed: Iterable[str]) -> list[str]:
    """Return the comma-separated values of a parameter; raise InvalidParameters unless all are allowed."""
    known = list(allowed)
    chosen = [part.strip() for part in value.split(",")]
    faults = [
        Fault(
            f"?{name}",
            "unknown_value",
            f"“{name}” cannot be “{one}”.{did_you_mean(one, known)} Allowed: {listed(known)}.",
        )
        for one in chosen
        if one not in known
    ]
    if faults:
        raise InvalidParameters(*faults)
    return chosen


def whole(name: str, value: str, *, most: int) -> int:
    """Return the whole number of a parameter; raise InvalidParameters unless it is one from 1 to `most`."""
    if value.isascii() and value.isdigit() and len(value) < 10 and 1 <= int(value) <= most:
        return int(value)
    detail = f"“{name}” is a whole number from 1 to {most}, not “{value}”."
    raise InvalidParameters(Fault(f"?{name}", "invalid_value", detail))
