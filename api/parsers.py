"""Reading request bodies: JSON in UTF-8, bounded, and nothing in it that PostgreSQL cannot store."""

import json
import math
from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from django.conf import settings
from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

from api.problems import Fault, RefusedBody, TooLarge, UnreadableBody
from api.unprintable import unprintable

DEEPEST = 32  # levels of arrays and objects; ours have four


class Negotiation(DefaultContentNegotiation):
    """Choose the parser of just the media type that a body is sent as; `*/*` is none."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        return None if "*" in (request.content_type or "") else super().select_parser(request, parsers)


class Reading(BaseParser):
    """Take a body from its stream by `read`, which is given the view too, whatever it was sent as."""

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        return self.read(stream, (parser_context or {}).get("view"))

    @abstractmethod
    def read(self, stream: IO[bytes], view: Any) -> Any:
        """Return what the view gets as its data."""


class StrictJSONParser(Reading):
    """Read one JSON text (RFC 8259) of at most `settings.API_MAX_BODY_BYTES`, see `parsed`."""

    media_type = "application/json"

    def read(self, stream: IO[bytes], view: Any) -> Any:
        return parsed(stream.read(settings.API_MAX_BODY_BYTES + 1))


class Doubled(dict[str, Any]):
    """An object that names one member twice; the last one counts for nobody."""

    def __init__(self, members: list[tuple[str, Any]], doubled: str) -> None:
        super().__init__(members)
        self.doubled = doubled


def parsed(body: bytes) -> Any:
    """Return the value of a JSON text.

    Raises TooLarge; UnreadableBody (with line and column) for what is no JSON; RefusedBody, with a pointer
    for each fault: text that cannot be stored, a member named twice, a number that is none, too deep nesting.
    """
    limit = settings.API_MAX_BODY_BYTES
    if len(body) > limit:
        raise TooLarge(f"The body is larger than {limit:,} bytes: send the text alone, or less of it.")
    value = _read(body)
    faults = tuple(_faults(value))
    if faults:
        raise RefusedBody(faults[0].detail, faults=faults)
    return value


def _read(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"), object_pairs_hook=_members)
    except UnicodeDecodeError as error:
        raise _unreadable(f"The body is not UTF-8 at byte {error.start}.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise _unreadable(f"The body is not JSON: {error.msg} at {where}.") from None
    except ValueError as error:  # a number of thousands of digits
        raise _unreadable(f"The body is not JSON: {error}.") from None
    except RecursionError:
        raise _unreadable("The body is nested too deeply to be read.") from None


def _unreadable(detail: str) -> UnreadableBody:
    return UnreadableBody(detail, faults=[Fault("", "not_json", detail)])


def _members(members: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in members:
        if name in found:
            return Doubled(members, name)
        found[name] = value
    return found


def _faults(body: Any) -> Iterator[Fault]:
    """Find what cannot be taken, in values and in names, wherever it stands."""
    pending = [(body, "", 0)]
    while pending:
        value, place, depth = pending.pop()
        if isinstance(value, dict | list):
            if depth >= DEEPEST:
                yield Fault(place, "too_deep", f"{place} is nested more than {DEEPEST} levels deep.")
                continue
            if isinstance(value, dict):
                yield from _names(value, place)
            pending.extend((inner, f"{place}/{name}", depth + 1) for name, inner in _inside(value))
        elif fault := _fault(value, place):
            yield fault


def _inside(value: dict[str, Any] | list[Any]) -> Iterator[tuple[str, Any]]:
    """Return what a value holds, each with its part of a JSON pointer (RFC 6901)."""
    if isinstance(value, list):
        yield from ((str(number), inner) for number, inner in enumerate(value))
        return
    for name, inner in value.items():
        if not unprintable(name):
            yield name.replace("~", "~0").replace("/", "~1"), inner


def _names(members: dict[str, Any], place: str) -> Iterator[Fault]:
    for name in members:
        if what := unprintable(name):
            yield Fault(place, "unprintable", f"A member's name holds {what}: take it out.")
    if isinstance(members, Doubled) and not unprintable(members.doubled):
        where = f"{place}/{members.doubled.replace('~', '~0').replace('/', '~1')}"
        yield Fault(where, "repeated_member", f"“{members.doubled[:80]}” is given twice: give it once.")


def _fault(value: Any, place: str) -> Fault | None:
    if isinstance(value, str) and (what := unprintable(value)):
        return Fault(place, "unprintable", f"{place or 'The body'} holds {what}: take it out.")
    if isinstance(value, float) and not math.isfinite(value):
        return Fault(place, "no_number", f"{place or 'The body'} is no JSON number: leave it out.")
    return None
