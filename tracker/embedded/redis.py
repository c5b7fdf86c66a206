"""Redis (Valkey) on a Unix socket only, keeping nothing on disk: it carries hints, PostgreSQL the truth."""

import signal
import socket
from pathlib import Path

from tracker.embedded import binaries
from tracker.embedded.children import Plan
from tracker.embedded.state import State

READY_WITHIN = 10.0  # seconds


class Redis:
    """A Redis of ours, started as a child of the supervisor."""

    def __init__(self, state: State, sockets: Path) -> None:
        self.program = binaries.redis_program()
        self.version = binaries.version(self.program)
        self.socket = sockets / "redis.sock"
        self.log = state.logs / "redis.log"

    @property
    def title(self) -> str:
        """Answer the name that it goes by."""
        return "Valkey" if "valkey" in self.program.name else "Redis"

    @property
    def url(self) -> str:
        """Answer the address, as redis-py reads it."""
        return f"unix://{self.socket}"

    def plan(self) -> Plan:
        """Answer how to start it."""
        return Plan(
            name=self.title,
            words=[
                *("exec", str(self.program), "--port", "0"),
                *("--unixsocket", str(self.socket), "--unixsocketperm", "700"),
                *("--save", "", "--appendonly", "no", "--dir", str(self.socket.parent)),
            ],
            log=self.log,
            is_ready=self.is_ready,
            told=f"{self.version} ready",
            ready_within=READY_WITHIN,
            death_signal=signal.SIGKILL,
        )

    def is_ready(self) -> bool:
        """Answer whether it answers PING."""
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(1.0)
            try:
                connection.connect(str(self.socket))
                connection.sendall(b"PING\r\n")
                return connection.recv(16).startswith(b"+PONG")
            except OSError:
                return False
