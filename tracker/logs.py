"""Logs: structured lines, one request or task id through all of them."""

import logging.config
import uuid
from collections.abc import Callable

import structlog
from django.http import HttpRequest, HttpResponse


def logging_config(*, as_json: bool, level: str) -> None:
    """Send structlog's and the standard library's records through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    final: list[structlog.typing.Processor] = [
        structlog.processors.format_exc_info,
        structlog.processors.JSONRenderer(),
    ]
    if not as_json:
        plain = structlog.dev.plain_traceback  # the default prints every frame's variables: long, and slow
        final = [structlog.dev.ConsoleRenderer(colors=False, exception_formatter=plain)]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {
                "via": {
                    "()": structlog.stdlib.ProcessorFormatter,
                    "foreign_pre_chain": shared,
                    "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *final],
                }
            },
            "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "via"}},
            "root": {"handlers": ["stderr"], "level": level},
            "loggers": {"django.server": {"level": "WARNING"}},
        }
    )


class RequestIdMiddleware:
    """Give every request an id: in its log lines, its `X-Request-ID` header and its problem documents."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.request_id = uuid.uuid4().hex  # type: ignore[attr-defined]
        with structlog.contextvars.bound_contextvars(request_id=request.request_id):  # type: ignore[attr-defined]
            response = self.get_response(request)
        response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
        return response
