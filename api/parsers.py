"""Reading request bodies: JSON in UTF-8, bounded, and nothing in it that PostgreSQL cannot store."""

import json
from collections.abc import Iterator, Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from rest_framework.parsers import BaseParser

from api.problems import Fault, RefusedBody, TooLarge, UnreadableBody
from api.unprintable import unprintable


class StrictJSONParser(BaseParser):
    """Read one JSON text (RFC 8259) of at most `settings.API_MAX_BODY_BYTES`.

    Raises TooLarge, UnreadableBody (with line and column) or RefusedBody (with a pointer).
    """

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> Any:
        limit = settings.API_MAX_BODY_BYTES
        body = stream.read(limit + 1)
        if len(body) > limit:
            raise TooLarge(f"The body is larger than {limit:,} bytes: send the text alone, or less of it.")
        parsed = _parsed(body)
        faults = tuple(_faults(parsed, ""))
        if faults:
            raise RefusedBody(faults[0].detail, faults=faults)
        return parsed


def _parsed(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise UnreadableBody(f"The body is not UTF-8 at byte {error.start}.") from None
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise UnreadableBody(f"The body is not JSON: {error.msg} at {where}.") from None
    except ValueError as error:
        raise UnreadableBody(f"The body is not JSON: {error}.") from None
    except RecursionError:
        raise UnreadableBody("The body is nested too deeply to be read.") from None


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _faults(value: Any, pointer: str) -> Iterator[Fault]:
    """Find text with NUL or a lone surrogate, in values and in names, wherever it stands."""
    pending = [(value, pointer)]
    while pending:
        inner, place = pending.pop()
        if isinstance(inner, str) and (what := unprintable(inner)):
            yield Fault(place, "unprintable", f"{place or 'The body'} holds {what}: take it out.")
        elif isinstance(inner, dict):
            for name, member in inner.items():
                if what := unprintable(name):
                    yield Fault(place, "unprintable", f"A member's name holds {what}: take it out.")
                else:
                    pending.append((member, f"{place}/{name.replace('~', '~0').replace('/', '~1')}"))
        elif isinstance(inner, list):
            pending.extend((member, f"{place}/{number}") for number, member in enumerate(inner))
