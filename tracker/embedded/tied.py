"""A shim between the supervisor and its children: what it starts dies with the supervisor.

Run as a file, never imported by the rest: `tied.py PARENT SIGNAL exec PROGRAM…` becomes the program;
`tied.py PARENT SIGNAL module NAME…` becomes the Python module, with every process that it forks tied to it
in turn; `tied.py PARENT SIGNAL command SHELL-COMMAND` stays as the command's parent, so that when we are
told to end, or the supervisor is gone, everything that the command started ends too.

The kernel's parent-death signal (prctl(2), PR_SET_PDEATHSIG) is not inherited by forks and is lost when
credentials change, hence the shim runs after `unshare`, and then looks whether the parent is still there.
"""

import contextlib
import ctypes
import os
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from types import FrameType

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
KILL_AFTER = 3.0  # seconds between asking a command's processes to end and ending them
READY_FILE = "VIA_READY_FILE"


def prctl(option: int, value: int) -> None:
    """Set a process option of Linux; elsewhere do nothing."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def tie(parent: int, death_signal: int) -> None:
    """Ask the kernel for `death_signal` when `parent` ends; end at once where it already has."""
    prctl(PR_SET_PDEATHSIG, death_signal)
    if os.getppid() != parent:
        os._exit(1)


def run_module(name: str, arguments: list[str]) -> None:
    """Run a Python module in this process, its later forks tied to whoever forks them."""
    parent = os.getpid()

    def tie_fork() -> None:
        nonlocal parent
        tie(parent, signal.SIGKILL)
        parent = os.getpid()

    os.register_at_fork(after_in_child=tie_fork)
    sys.path.insert(0, os.getcwd())
    sys.argv = [name, *arguments]
    if name == "celery":
        _tell_when_ready()
    runpy.run_module(name, run_name="__main__", alter_sys=True)


def _tell_when_ready() -> None:
    """Write the file that VIA_READY_FILE names when Celery's worker or beat is up."""
    from celery.signals import beat_init, worker_ready  # only Celery's own processes load it

    path = os.environ.get(READY_FILE, os.devnull)

    def tell(**_: object) -> None:
        with open(path, "w") as ready:
            ready.write("ready")

    worker_ready.connect(tell, weak=False)
    beat_init.connect(tell, weak=False)


def run_command(command: str) -> int:
    """Run a shell command, end all that it started when told to; answer its code, 128+n for a signal."""
    prctl(PR_SET_CHILD_SUBREAPER, 1)  # its orphans become ours to end
    told: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, remember)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to the command itself
    shell = subprocess.Popen(["/bin/sh", "-c", command], preexec_fn=_restore_interrupt)
    while (code := shell.poll()) is None and not told:
        time.sleep(0.02)
    _end_descendants()
    if code is None:
        return 128 + told[0]
    return 128 - code if code < 0 else code


def _restore_interrupt() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _end_descendants() -> None:
    deadline = time.monotonic() + KILL_AFTER
    asked: set[int] = set()
    while _reap():
        late = time.monotonic() > deadline
        for pid in _descendants(os.getpid()):
            if late or pid not in asked:
                _send(pid, signal.SIGKILL if late else signal.SIGTERM)
                asked.add(pid)
        time.sleep(0.02)


def _reap() -> bool:
    """Collect what has ended; answer whether any child is left (a subreaper's orphans count)."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _descendants(pid: int) -> Iterator[int]:
    try:
        with open(f"/proc/{pid}/task/{pid}/children") as listing:
            children = [int(word) for word in listing.read().split()]
    except OSError:
        return
    for child in children:
        yield child
        yield from _descendants(child)


def _send(pid: int, number: int) -> None:
    with contextlib.suppress(OSError):  # it ended by itself
        os.kill(pid, number)


def main(arguments: list[str]) -> int:
    """Read the command line described above and become what it asks for."""
    parent, death_signal, form, *rest = arguments
    tie(int(parent), int(death_signal))
    if form == "exec":
        os.execvp(rest[0], rest)  # noqa: S606
    if form == "module":
        run_module(rest[0], rest[1:])
        return 0
    return run_command(rest[0])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
