"""Real worker processes of a test, on the test's own database and broker; each is ended by its own id."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (
    *(sys.executable, "-m", "celery", "-A", "tracker", "worker", "--concurrency", "1", "--loglevel", "INFO"),
    *("--without-gossip", "--without-mingle", "--without-heartbeat"),
)
QUEUES = "default,read,match,rebuild"


class Worker:
    """One Celery worker with one pool process, in a process group of its own."""

    def __init__(
        self, environment: dict[str, str], log: Path, *, queues: str = QUEUES, host: str = "here"
    ) -> None:
        self.log = log
        with log.open("wb") as file:
            self.process = subprocess.Popen(
                [*COMMAND, "--queues", queues, "--hostname", f"via@{host}"],
                cwd=ROOT,
                env={**os.environ, **environment},
                stdout=file,
                stderr=file,
                start_new_session=True,
            )
        until(lambda: "ready." in self.said(), 60, f"the worker does not start, see {log}")

    def said(self) -> str:
        """Return what the worker has logged."""
        return self.log.read_text(errors="replace")

    def send(self, number: signal.Signals) -> None:
        """Signal the worker and its pool process at once; SIGSTOP freezes them."""
        os.killpg(self.process.pid, number)

    def end(self) -> None:
        """Let it end what it does, and end it."""
        self.process.terminate()
        self.process.wait(60)

    def kill(self) -> None:
        """End it without a chance to clean up, if it still runs."""
        if self.process.poll() is None:
            self.send(signal.SIGKILL)
            self.process.wait(10)


def until(true: Callable[[], object], seconds: float, message: str) -> None:
    """Wait until `true` holds; fail with `message` after `seconds`."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, message
        time.sleep(0.05)
