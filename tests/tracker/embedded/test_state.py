"""The state directory: its lock, what it tells others, and what it refuses."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import ROOT, wait_until
from tracker.embedded.errors import CannotRunError
from tracker.embedded.state import Running, State, joined

URLS = {"DATABASE_URL": "postgresql://via@/via?host=%2Frun", "REDIS_URL": "unix:///run/redis.sock"}
HOLD = """
import sys, time
from pathlib import Path
from tracker.embedded.state import Running, State
state = State(Path(sys.argv[1]))
state.prepare()
state.lock()
state.publish(Running(pid=1, urls={"DATABASE_URL": sys.argv[2], "REDIS_URL": sys.argv[3]}))
time.sleep(60)
"""


@pytest.fixture
def holder(tmp_path: Path):
    """Another process that holds the lock of `tmp_path` and has published URLS."""
    words = [sys.executable, "-c", HOLD, str(tmp_path), *URLS.values()]
    process = subprocess.Popen(words, cwd=ROOT, stderr=subprocess.DEVNULL)
    wait_until(lambda: (tmp_path / "dev.json").exists(), within=20)
    yield process
    process.kill()
    process.wait()


def test_answers_urls_while_the_holder_lives(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    assert State(tmp_path).running() == Running(pid=1, urls=URLS)


def test_ignores_the_file_of_a_killed_holder(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait()

    assert (tmp_path / "dev.json").exists()
    assert State(tmp_path).running() is None


def test_refuses_the_lock_while_another_holds_it(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    with pytest.raises(CannotRunError, match=f"already runs here \\(process {holder.pid}, "):
        State(tmp_path).lock()


def test_joins_where_the_environment_is_silent(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    assert joined({"VIA_STATE": str(tmp_path)}) == URLS


def test_joins_nothing_beside_another_database(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    environ = {"VIA_STATE": str(tmp_path), "DATABASE_URL": "postgresql://elsewhere/db"}

    assert joined(environ) == {}


def test_joins_nothing_where_nothing_ever_ran(tmp_path: Path) -> None:
    assert joined({"VIA_STATE": str(tmp_path / "absent")}) == {}


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": 1, "more": 2}'])
def test_ignores_a_broken_file(tmp_path: Path, holder: subprocess.Popen[bytes], content: str) -> None:
    (tmp_path / "dev.json").write_text(content)

    assert State(tmp_path).running() is None


def test_refuses_a_directory_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    with pytest.raises(CannotRunError) as caught:
        State(tmp_path / "file" / "state").prepare()

    assert str(caught.value) == (
        f"Cannot write to the state directory {tmp_path}/file/state (not a directory):"
        " make it writable, or set VIA_STATE to a directory that is."
    )


@pytest.mark.skipif(not Path("/dev/full").exists() or os.geteuid() != 0, reason="needs root for a small disk")
def test_refuses_a_full_disk(tmp_path: Path) -> None:
    script = (
        'mount -t tmpfs -o size=1m small "$1" && exec "$2" -c'
        ' "import sys; from pathlib import Path; from tracker.embedded.state import State;'
        ' State(Path(sys.argv[1])).prepare()" "$1"'
    )
    words = ["unshare", "--mount", "sh", "-c", script, "sh", str(tmp_path), sys.executable]

    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)

    if "mount" in done.stderr and "CannotRunError" not in done.stderr:
        pytest.skip("mounting is forbidden here")
    assert f"MB are free under {tmp_path}, the servers need 200 MB" in done.stderr
