"""Clocks: how long a call takes by the wall, by our processor time, and by the server's."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection

from tests.benchmarks.measuring import milliseconds, percentile

_CALIBRATED = 300


class Taken(NamedTuple):
    """Seconds a call took: by the wall, of our processor time, and of the server's for our connection."""

    wall: float
    ours: float
    servers: float


def taken(call: Callable[[], Any]) -> Taken:
    """Return how long a call takes; the server's share is 0 where it runs on another machine."""
    server = _server()
    before, wall, ours = _processor(server), time.perf_counter(), time.process_time()
    call()
    return Taken(time.perf_counter() - wall, time.process_time() - ours, _processor(server) - before)


def processor_milliseconds(calls: list[Callable[[], Any]]) -> list[float]:
    """Return the processor time of each call, ours and the server's together.

    That is what the calls take on a machine with nothing else to do, whoever else is busy on this one. Where
    the server is on another machine: the time by the wall.
    """
    server = _server()
    if not server.exists():
        return milliseconds(calls)

    def clock() -> float:
        return time.process_time() + _processor(server)

    reading = percentile(milliseconds([lambda: None] * _CALIBRATED, clock), 0.5)
    return [max(spent - reading, 0.001) for spent in milliseconds(calls, clock)]


def _server() -> Path:
    connection.ensure_connection()
    return Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")


def _processor(server: Path) -> float:
    """Return the processor seconds of the server's process for us, as the kernel counts them."""
    try:
        return int(server.read_text(encoding="ascii").split()[0]) / 1e9
    except OSError:
        return 0.0
