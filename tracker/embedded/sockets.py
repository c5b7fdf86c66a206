"""Unix sockets whose paths fit, and a free TCP port for the web."""

import hashlib
import os
import socket
import stat
import tempfile
from pathlib import Path

from tracker.embedded.errors import CannotRunError

LONGEST_PATH = 107  # bytes in sockaddr_un.sun_path before its closing NUL, on Linux
LONGEST_NAME = "/.s.PGSQL.5432"
PORTS_TRIED = 50


def socket_directory(state: Path) -> Path:
    """Answer a private (0700) directory for the servers' sockets, made where missing.

    It is `run` in the state directory, or, where that makes a socket's path longer than the system
    takes, a directory under TMPDIR or /tmp named after it.
    """
    name = f"via-{os.geteuid()}-{hashlib.sha256(os.fsencode(state)).hexdigest()[:12]}"
    for candidate in (state / "run", Path(tempfile.gettempdir()) / name, Path("/tmp") / name):  # noqa: S108
        if len(os.fsencode(candidate)) + len(LONGEST_NAME) <= LONGEST_PATH:
            return _private(candidate)
    raise CannotRunError(f"No directory is short enough for a socket beside {state}: set VIA_STATE shorter.")


def _private(directory: Path) -> Path:
    """Make the directory, or make sure that the one there is ours alone (somebody may have planted it)."""
    directory.mkdir(mode=0o700, parents=False, exist_ok=True)
    found = directory.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.geteuid() or found.st_mode & 0o077:
        raise CannotRunError(f"{directory} is not a private directory of ours: remove it and start again.")
    return directory


def listen(port: int) -> socket.socket:
    """Answer a socket that listens on 127.0.0.1 at `port`, or at the next free port after it."""
    for candidate in range(port, min(port + PORTS_TRIED, 65536)):
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", candidate))
            listener.listen(128)  # the port is ours from here on, also before the web accepts
        except OSError:
            listener.close()
        else:
            return listener
    raise CannotRunError(f"No port is free on 127.0.0.1 from {port} on: choose another with --port.")
