"""The shell command that the supervisor runs inside, and the wait for the work that it gave to the worker."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tracker.embedded.children import shim
from tracker.embedded.report import Report
from tracker.embedded.state import ROOT

FINISH_WITHIN = 60.0  # seconds


class Command:
    """A shell command with the servers' URLs in its environment, and this Python first on its PATH."""

    def __init__(self, command: str, environ: dict[str, str]) -> None:
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
        self.process = subprocess.Popen(
            [*shim(signal.SIGTERM), "command", command],
            env=os.environ | environ | {"PATH": path},
        )

    def code(self) -> int | None:
        """Answer its exit code, 128+n where a signal ended it; None while it runs."""
        code = self.process.poll()
        return 128 - code if code is not None and code < 0 else code

    def stop(self) -> None:
        """End it with all that it started."""
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        self.process.wait()


def wait_for_accepted_work(
    environ: dict[str, str], look: Callable[[], None], report: Report, *, limit: float = FINISH_WITHIN
) -> None:
    """Return when `manage.py pending` counts no article any more, or after `limit` seconds."""
    deadline = time.monotonic() + limit
    if pending := _count_pending(environ):
        report.note(f"Letting the worker finish what is accepted (articles: {pending}).")
    while pending and time.monotonic() < deadline:
        look()
        time.sleep(0.2)
        pending = _count_pending(environ)
    if pending:
        report.say(f"Not finished, the next `manage.py dev` goes on with it (articles: {pending}).")


def _count_pending(environ: dict[str, str]) -> int:
    done = subprocess.run(
        [sys.executable, "manage.py", "pending", "--skip-checks"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=os.environ | environ,
        check=False,
    )
    said = done.stdout.strip()
    return int(said) if done.returncode == 0 and said.isdecimal() else 0
