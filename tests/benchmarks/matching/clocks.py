"""Clocks: how long a call takes by the wall, by our processor time, and by the server's."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from django.db import connection


class Taken(NamedTuple):
    """Seconds a call took: by the wall, of our processor time, and of the server's for our connection."""

    wall: float
    ours: float
    servers: float | None


def taken(call: Callable[[], Any]) -> Taken:
    """Return how long a call takes; the server's share is None where it runs on another machine."""
    connection.ensure_connection()
    server = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    before = _processor(server)
    wall, ours = time.perf_counter(), time.process_time()
    call()
    after = _processor(server)
    servers = None if before is None or after is None else after - before
    return Taken(time.perf_counter() - wall, time.process_time() - ours, servers)


def _processor(stat: Path) -> float | None:
    """Return the processor seconds of a process of ours, as the kernel counts them."""
    try:
        fields = stat.read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
