"""Running copies of `manage.py dev` for tests: started with a clean environment, looked at from outside."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.ROOT)
KEPT = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONDONTWRITEBYTECODE")


def environment(state: Path, **more: str) -> dict[str, str]:
    """Answer an environment that knows no servers but those of `state`."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {"VIA_STATE": str(state)} | more


def manage(*words: str, state: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a `manage.py` command to its end."""
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=environment(state, **more),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        timeout=90,
        check=False,
    )


class Copy:
    """A `manage.py dev` in the background, its words kept in files."""

    def __init__(self, state: Path, *words: str, before: tuple[str, ...] = (), **more: str) -> None:
        self.state = state
        state.parent.mkdir(parents=True, exist_ok=True)
        self.said = state.parent / f"{state.name}.stderr"
        with self.said.open("wb") as stderr:
            self.process = subprocess.Popen(
                [*before, sys.executable, "manage.py", "dev", "--throwaway", *words],
                cwd=ROOT,
                env=environment(state, **more),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=stderr,
            )

    def stderr(self) -> str:
        return self.said.read_text()

    def wait_for(self, words: str, *, within: float = 60.0) -> None:
        """Return when it has said these words."""
        wait_until(lambda: words in self.stderr() or self.process.poll() is not None, within=within)
        assert words in self.stderr(), self.stderr()

    def end(self, number: int = signal.SIGINT) -> int:
        """Send the signal and answer the exit code."""
        self.process.send_signal(number)
        return self.process.wait(30)


def wait_until(condition: Callable[[], bool], *, within: float) -> None:
    """Return when the condition holds or the seconds are over."""
    deadline = time.monotonic() + within
    while not condition() and time.monotonic() < deadline:
        time.sleep(0.05)


def processes_of(state: Path) -> dict[int, str]:
    """Answer the ids and command lines of what runs for a state directory, zombies left out."""
    found = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal() or int(entry.name) == os.getpid():
            continue
        try:
            environ, line = (entry / "environ").read_bytes(), (entry / "cmdline").read_bytes()
            where = os.readlink(entry / "cwd")
        except OSError:
            continue
        if line and (os.fsencode(f"VIA_STATE={state}\0") in environ or Path(where).is_relative_to(state)):
            found[int(entry.name)] = line.replace(b"\0", b" ").decode(errors="replace")
    return found
