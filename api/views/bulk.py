"""Bulk: many articles in one request."""

import time
from collections.abc import Iterator
from typing import Any, cast

from django.contrib.auth.models import User
from django.http import StreamingHttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api import once
from api.bulk.lines import JsonLinesParser, Lines, NdjsonParser
from api.bulk.results import results, written
from api.problems import Fault, RefusedBody
from api.views.resources import Strict
from quotes.models import Token
from quotes.services.answers import Claim

JSON_LINES = "application/jsonl"
KEPT_AT_MOST = 2 << 20  # bytes of an answer that is kept for its Idempotency-Key
HELD_EVERY = 20.0  # seconds: a long import is still under way


class Bulk(Strict):
    """Articles as JSON lines, each stored by itself."""

    needs = "quotes.add_article"
    scope = Token.Scope.INGEST
    parser_classes = (JsonLinesParser, NdjsonParser)
    lines: Lines | None = None  # set by the parser

    @extend_schema(
        operation_id="articles_bulk_create",
        request={JSON_LINES: OpenApiTypes.STR},
        responses={(200, JSON_LINES): OpenApiTypes.STR},
    )
    def post(self, request: Request) -> StreamingHttpResponse:
        """Store the articles; answer line by line, as far as it is."""
        lines = request.data
        if not isinstance(lines, Lines):  # there is no body at all
            detail = "There are no lines: send one JSON object a line, and say Content-Length."
            raise RefusedBody(detail, faults=[Fault("", "empty", detail)])
        told = _told(lines, cast("User", request.user))
        answer = kept(told, self.claim) if self.claim else told
        return StreamingHttpResponse(answer, content_type=JSON_LINES)

    def handle_exception(self, exc: Exception) -> Response:
        """Close the file of a request that is not done."""
        if self.lines:
            self.lines.file.close()
        return super().handle_exception(exc)


def _told(lines: Lines, by: User) -> Iterator[bytes]:
    with lines.file:
        for result in results(lines, by=by):
            yield written(result)


def kept(told: Iterator[bytes], claim: Claim) -> Iterator[bytes]:
    """Pass the answer on, and keep it for whoever sends the request again.

    An answer too large to be kept is forgotten when it is complete: sent again, the lines are done again,
    and what is stored already is told as known.
    """
    parts, size, held, complete = [], 0, time.monotonic(), False
    try:
        for line in told:
            size += len(line)
            if size <= KEPT_AT_MOST:
                parts.append(line)
            if time.monotonic() - held > HELD_EVERY:
                once.hold(claim)
                held = time.monotonic()
            yield line
        complete = True
    finally:
        body: Any = b"".join(parts) if complete and size <= KEPT_AT_MOST else None
        once.finish_stream(claim, body, JSON_LINES)
