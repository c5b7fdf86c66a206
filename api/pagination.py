"""Paging by cursor: a walk repeats and skips no row that stood throughout, however deep it goes."""

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param

from api import ordering
from api.parameters import choices
from api.problems import Fault, InvalidParameters

PAGE_SIZE = 50
LARGEST_PAGE = 200
COUNTS = ("exact", "estimate")


@dataclass(frozen=True, slots=True)
class Cursor:
    """The row a page starts beyond, in one order, reading on or back."""

    order: str
    back: bool
    place: list[Any]

    def encoded(self) -> str:
        """Return the opaque text that stands in a URL."""
        text = json.dumps([self.order, int(self.back), self.place], separators=(",", ":"))
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decoded(text: str, orders: dict[str, ordering.Order]) -> Cursor:
    """Read a cursor back; raise ValueError for one that this list did not give out."""
    padded = text + "=" * (-len(text) % 4)
    try:
        order, back, place = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        if back not in (0, 1):
            raise ValueError("neither on nor back")
        return Cursor(order, bool(back), ordering.parsed(orders[order], place))
    except (binascii.Error, KeyError, TypeError, RecursionError, UnicodeError) as error:
        raise ValueError("not a cursor") from error


class Pages(BasePagination):
    """Pages of `page_size` rows in one of the view's `orders`; next and previous as URLs and Link headers."""

    page_size_query_param = "page_size"

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        """Return the rows of the page the request asks for, in the list's order."""
        self.request, orders = request, view.orders
        self.count = counted(queryset, request.query_params)
        size, order, cursor = self._asked(request, orders)
        keys = orders[order]
        back = cursor is not None and cursor.back
        reading = ordering.reverse(keys) if back else keys
        rows_of = queryset.order_by(*ordering.columns(reading))
        if cursor:
            rows_of = rows_of.filter(ordering.after(reading, cursor.place))
        rows = list(rows_of[: size + 1])
        more, page = len(rows) > size, rows[:size]
        if back:
            page.reverse()
        self.next = self._link(order, keys, page[-1:], back=False) if more or back else None
        self.previous = self._link(order, keys, page[:1], back=True) if (more if back else cursor) else None
        return page

    def _asked(self, request: Request, orders: dict[str, ordering.Order]) -> tuple[int, str, Cursor | None]:
        given = request.query_params
        size, order, cursor = PAGE_SIZE, next(iter(orders)), None
        if "page_size" in given:
            size = _size(given["page_size"])
        if "order" in given:
            (order,) = choices("order", given["order"], orders)[:1]
        if "cursor" in given:
            try:
                cursor = decoded(given["cursor"], orders)
            except ValueError:
                raise InvalidParameters(_NO_CURSOR) from None
            if "order" in given and cursor.order != order:
                raise InvalidParameters(_OTHER_ORDER)
            order = cursor.order
        return size, order, cursor

    def _link(self, order: str, keys: ordering.Order, row: Sequence[Model], *, back: bool) -> str | None:
        if not row:
            return None
        cursor = Cursor(order, back, ordering.place(keys, row[0])).encoded()
        address = remove_query_param(self.request.build_absolute_uri(), "count")
        return replace_query_param(address, "cursor", cursor)

    def get_paginated_response(self, data: Any) -> Response:
        """Return the page with its neighbours, also as Link headers (RFC 8288)."""
        links = [
            f'<{url}>; rel="{rel}"' for rel, url in (("next", self.next), ("prev", self.previous)) if url
        ]
        headers = {"Link": ", ".join(links)} if links else {}
        count = {} if self.count is None else {"count": self.count}
        body = {"next": self.next, "previous": self.previous, **count, "results": data}
        return Response(body, headers=headers)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """Describe the page for the OpenAPI document."""
        neighbour = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**neighbour, "description": "The next page; null on the last."},
                "previous": {**neighbour, "description": "The page before; null on the first."},
                "count": {
                    "type": "integer",
                    "minimum": 0,
                    "description": "With `count`: all rows there are.",
                },
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        """Describe the parameters every list takes."""
        orders = list(view.orders)
        size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": PAGE_SIZE}
        return [
            _parameter("page_size", size, f"Rows a page, 1 to {LARGEST_PAGE}."),
            _parameter("cursor", {"type": "string"}, "Where to go on: take it from `next` or `previous`."),
            _parameter(
                "order",
                {"type": "string", "enum": orders, "default": orders[0]},
                "The order; “-” reads from the newest.",
            ),
            _parameter(
                "count",
                {"type": "string", "enum": list(COUNTS)},
                "How many rows there are in all: exact, which takes its time, or as the planner estimates.",
            ),
        ]

    names = ("page_size", "cursor", "order", "count")


def counted(queryset: QuerySet[Any], given: Mapping[str, str]) -> int | None:
    """Return how many rows there are, as `count` asks; None where it does not.

    An estimate is the planner's, from its statistics: at once, however many rows there are.
    """
    if "count" not in given:
        return None
    (how,) = choices("count", given["count"], COUNTS)[:1]
    if how == "exact":
        return queryset.count()
    return int(json.loads(queryset.order_by().explain(format="json"))[0]["Plan"]["Plan Rows"])


def _parameter(name: str, schema: dict[str, Any], description: str) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _size(given: str) -> int:
    if given.isascii() and given.isdigit() and len(given) < 5 and 1 <= int(given) <= LARGEST_PAGE:
        return int(given)
    detail = f"“page_size” is a whole number from 1 to {LARGEST_PAGE}, not “{given}”."
    raise InvalidParameters(Fault("?page_size", "invalid_value", detail))


_NO_CURSOR = Fault(
    "?cursor",
    "invalid_value",
    "“cursor” is none this list gave out: take it from `next` or start without it.",
)
_OTHER_ORDER = Fault(
    "?cursor", "invalid_value", "“cursor” belongs to another “order”: leave one of them out."
)
