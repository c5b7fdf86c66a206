"""Processes that the supervisor starts, watches, and stops; each dies with it, through the shim `tied`."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tracker.embedded.errors import CannotRunError
from tracker.embedded.state import ROOT

SHIM = Path(__file__).with_name("tied.py")
TAIL_LINES = 12
PAUSE = 0.02  # seconds between two looks


@dataclass(frozen=True, slots=True)
class Plan:
    """What to start: the words after the shim's own, how to see that it is up, how it wants to be stopped."""

    name: str
    words: Sequence[str]
    log: Path
    is_ready: Callable[[], bool]
    told: str  # what to say when it is ready
    ready_within: float = 60.0  # seconds; two busy cores need ten for all of Via
    environ: dict[str, str] = field(default_factory=dict)
    before: Sequence[str] = ()  # words before the shim, such as `unshare`
    stop_signal: int = signal.SIGTERM
    death_signal: int = signal.SIGKILL  # what it gets where the supervisor is killed
    patience: float = 10.0  # seconds from the stop signal to SIGKILL
    keep_open: Sequence[int] = ()  # file descriptors handed over


class Child:
    """A running process of ours in a session of its own, so that the terminal's Ctrl-C does not reach it."""

    def __init__(self, plan: Plan, urls: dict[str, str]) -> None:
        self.plan = plan
        _rotate(plan.log)
        with plan.log.open("wb") as log:
            self.process = subprocess.Popen(
                [*plan.before, *shim(plan.death_signal), *plan.words],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=ROOT,
                env=os.environ | urls | plan.environ,
                pass_fds=plan.keep_open,
                start_new_session=True,
            )

    def check(self) -> None:
        """Raise CannotRunError with the end of its log where it has ended by itself."""
        code = self.process.poll()
        if code is not None:
            raise CannotRunError(f"{self.plan.name} ended by itself ({_ending(code)}).{tail(self.plan.log)}")

    def wait_until_ready(self, look: Callable[[], None]) -> None:
        """Return when it is up; raise CannotRunError with the end of its log where that takes too long.

        `look` is called in between: it raises where waiting has no sense any more.
        """
        deadline = time.monotonic() + self.plan.ready_within
        while not self.plan.is_ready():
            look()
            if time.monotonic() > deadline:
                limit = f"{self.plan.ready_within:.0f} s"
                raise CannotRunError(f"{self.plan.name} was not ready after {limit}.{tail(self.plan.log)}")
            time.sleep(PAUSE)

    def ask_to_stop(self) -> None:
        """Send the stop signal."""
        with contextlib.suppress(ProcessLookupError):
            self.process.send_signal(self.plan.stop_signal)

    def wait(self, *, in_haste: Callable[[], bool]) -> None:
        """Wait until it has ended; kill its session where that takes too long or haste is asked for."""
        deadline = time.monotonic() + self.plan.patience
        while self.process.poll() is None and time.monotonic() < deadline and not in_haste():
            time.sleep(PAUSE)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)  # what a program left behind ends with it
        self.process.wait()


def shim(death_signal: int) -> list[str]:
    """Answer the words that start the shim: isolated (`-P`), so that its folder shadows no module."""
    return [sys.executable, "-P", str(SHIM), str(os.getpid()), str(int(death_signal))]


def tail(log: Path) -> str:
    """Answer the last lines of a log for an error, introduced by its path; empty where there is none."""
    try:
        lines = log.read_text(errors="replace").splitlines()[-TAIL_LINES:]
    except OSError:
        return ""
    return f" The end of {log}:\n" + "\n".join(f"    {line}" for line in lines)


def _rotate(log: Path) -> None:
    with contextlib.suppress(FileNotFoundError):
        log.replace(log.with_suffix(".log.1"))


def _ending(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
