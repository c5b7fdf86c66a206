"""The shim: what it starts ends with its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import ROOT, wait_until
from tracker.embedded.children import SHIM

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="parent-death signals are Linux's"
)

PARENT = """
import os, subprocess, sys, time
words = [sys.executable, "-P", sys.argv[1], str(os.getpid()), *sys.argv[2:]]
print(subprocess.Popen(words).pid, flush=True)
time.sleep(60)
"""
FORKS = """
import os, time
if os.fork() == 0:
    os.fork()
open(f"{os.getpid()}.pid", "w").close()
time.sleep(60)
"""


def _alive(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False


def _start_parent(*words: str, cwd: Path = ROOT) -> tuple[subprocess.Popen[str], int]:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, str(SHIM), *words], stdout=subprocess.PIPE, text=True, cwd=cwd
    )
    assert parent.stdout
    with parent.stdout:
        return parent, int(parent.stdout.readline())


def test_ends_a_program_with_its_parent() -> None:
    parent, child = _start_parent("9", "exec", "sleep", "600")
    wait_until(lambda: Path(f"/proc/{child}/comm").read_text() == "sleep\n", within=10)

    parent.kill()
    parent.wait()

    wait_until(lambda: not _alive(child), within=5)
    assert not _alive(child)


def test_ends_a_modules_forks_and_their_forks_with_its_parent(tmp_path: Path) -> None:
    (tmp_path / "forks.py").write_text(FORKS)
    parent, _child = _start_parent("9", "module", "forks", cwd=tmp_path)
    wait_until(lambda: len(list(tmp_path.glob("*.pid"))) == 3, within=10)
    pids = [int(path.stem) for path in tmp_path.glob("*.pid")]
    assert [_alive(pid) for pid in pids] == [True, True, True]

    parent.kill()
    parent.wait()

    wait_until(lambda: not any(map(_alive, pids)), within=5)
    assert [_alive(pid) for pid in pids] == [False, False, False]


def test_ends_a_commands_whole_tree_with_its_parent(tmp_path: Path) -> None:
    command = (
        f'trap "" TERM; for i in 1 2; do (trap "" TERM; touch {tmp_path}/$i; sleep 600) & done; sleep 600'
    )
    parent, child = _start_parent("15", "command", command)
    wait_until(lambda: len(list(tmp_path.iterdir())) == 2, within=10)

    parent.kill()
    parent.wait()

    wait_until(lambda: not _alive(child), within=8)
    listing = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    assert [line for line in listing.splitlines() if str(tmp_path) in line] == []


def test_does_not_start_where_the_parent_is_gone_already(tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-P",
            SHIM,
            "1" if os.getpid() != 1 else "2",
            "9",
            "exec",
            "touch",
            tmp_path / "started",
        ],
        check=False,
    )

    assert (done.returncode, list(tmp_path.iterdir())) == (1, [])


@pytest.mark.parametrize(
    ("command", "code"), [("true", 0), ("exit 9", 9), ("kill -KILL $$", 128 + signal.SIGKILL)]
)
def test_returns_the_commands_code(command: str, code: int) -> None:
    words = [sys.executable, "-P", SHIM, str(os.getpid()), "15", "command", command]

    assert subprocess.run(words, check=False).returncode == code


def test_hands_standard_input_to_the_command() -> None:
    words = [sys.executable, "-P", SHIM, str(os.getpid()), "15", "command", "cat"]

    done = subprocess.run(words, input="line\n" * 1000, capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("line\n" * 1000, "")


def test_ends_what_a_command_left_in_the_background() -> None:
    began = time.monotonic()
    words = [sys.executable, "-P", SHIM, str(os.getpid()), "15", "command", "sleep 600 >/dev/null & exit 4"]

    done = subprocess.run(words, check=False, timeout=30)

    assert done.returncode == 4
    assert time.monotonic() - began < 3
