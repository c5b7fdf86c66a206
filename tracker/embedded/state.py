"""The state directory: one running copy at a time, and how other processes find it.

`.via/` in the checkout, or VIA_STATE: the servers' data, their logs, the lock, and `dev.json`, which says
where the running copy answers. The file counts only while its supervisor holds the lock.
"""

import contextlib
import errno
import fcntl
import json
import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tracker.embedded.errors import CannotRunError

ROOT = Path(__file__).resolve().parent.parent.parent
ROOM_NEEDED = 200 * 1024 * 1024  # bytes: a new cluster is 40 MB, its first write-ahead segments 64 MB
LOCK_PATIENCE = 1.0  # seconds: others hold a shared lock for a moment while they look whether we run


@dataclass(slots=True)
class Running:
    """Where a running copy answers. `urls` holds DATABASE_URL, REDIS_URL and VIA_URL, those there are."""

    pid: int
    urls: dict[str, str] = field(default_factory=dict)


class State:
    """A state directory, made private (0700) on first use."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.logs = directory / "logs"
        self._lock: int | None = None

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "State":
        """Answer the directory VIA_STATE names (relative to where we are), else `.via` in the checkout."""
        return cls(Path(environ.get("VIA_STATE") or ROOT / ".via").absolute())

    def prepare(self) -> None:
        """Make the directories; raise CannotRunError where we may not write or the disk is full."""
        try:
            for directory in (self.directory, self.logs):
                directory.mkdir(mode=0o700, parents=True, exist_ok=True)
            probe = self.directory / f"probe-{os.getpid()}"
            probe.write_bytes(b"\0" * 4096)
            probe.unlink()
        except OSError as error:
            raise CannotRunError(
                f"Cannot write to the state directory {self.directory} ({_reason(error)}):"
                " make it writable, or set VIA_STATE to a directory that is."
            ) from error
        free = shutil.disk_usage(self.directory).free
        if free < ROOM_NEEDED:
            raise CannotRunError(
                f"Only {free // 1024**2} MB are free under {self.directory}, the servers need"
                f" {ROOM_NEEDED // 1024**2} MB: free some, or set VIA_STATE to a directory on another disk."
            )

    def lock(self) -> None:
        """Take the lock for this process's life; raise CannotRunError where another copy holds it."""
        self._lock = os.open(self.directory / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        deadline = time.monotonic() + LOCK_PATIENCE
        while not _try_lock(self._lock, fcntl.LOCK_EX):
            if time.monotonic() > deadline:
                raise CannotRunError(self._held_message())
            time.sleep(0.05)
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, str(os.getpid()).encode(), 0)

    def _held_message(self) -> str:
        running = self.running()
        where = f" at {running.urls['VIA_URL']}" if running and "VIA_URL" in running.urls else ""
        pid = (self.directory / "lock").read_text() or "unknown"
        return (
            f"Via already runs here{where} (process {pid}, state {self.directory}): use that one,"
            f" stop it with `kill {pid}`, or set VIA_STATE to another directory for a second copy."
        )

    def publish(self, running: Running) -> None:
        """Write `dev.json` in one piece, so that a reader sees all of it or the one before."""
        draft = self.directory / "dev.json.new"
        draft.touch(mode=0o600)
        draft.write_text(json.dumps(asdict(running)))
        draft.replace(self._file)

    def withdraw(self) -> None:
        """Remove `dev.json`: nothing answers here any more."""
        self._file.unlink(missing_ok=True)

    def running(self) -> Running | None:
        """Answer what `dev.json` says while its supervisor lives, else None."""
        try:
            lock = os.open(self.directory / "lock", os.O_RDONLY)
        except OSError:
            return None
        try:
            if _try_lock(lock, fcntl.LOCK_SH):
                return None
            return Running(**json.loads(self._file.read_text()))
        except (OSError, ValueError, TypeError):
            return None  # it is just starting or just stopping
        finally:
            os.close(lock)

    @property
    def _file(self) -> Path:
        return self.directory / "dev.json"


def joined(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Answer the URLs of the running copy, for settings to use where the environment gives none.

    Empty where none runs, and where DATABASE_URL names another database than the running copy's: its
    Redis must not carry messages about rows that are elsewhere.
    """
    running = State.from_environment(environ).running()
    urls = running.urls if running else {}
    given = environ.get("DATABASE_URL")
    return {} if given and given != urls.get("DATABASE_URL") else urls


def _try_lock(descriptor: int, kind: int) -> bool:
    with contextlib.suppress(BlockingIOError):
        fcntl.flock(descriptor, kind | fcntl.LOCK_NB)
        return True
    return False


def _reason(error: OSError) -> str:
    return "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error)).lower()
