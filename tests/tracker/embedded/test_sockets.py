"""Socket directories that fit and are ours alone; ports that are free."""

import os
import socket
from pathlib import Path

import pytest

from tracker.embedded.errors import CannotRunError
from tracker.embedded.sockets import LONGEST_NAME, LONGEST_PATH, listen, socket_directory


def _state_of_length(tmp_path: Path, length: int) -> Path:
    """A directory whose longest socket path has `length` bytes."""
    state = tmp_path / ("x" * (length - len(os.fsencode(tmp_path)) - len("//run") - len(LONGEST_NAME)))
    state.mkdir()
    return state


def test_stays_in_the_state_directory_up_to_the_last_byte(tmp_path: Path) -> None:
    state = _state_of_length(tmp_path, LONGEST_PATH)

    directory = socket_directory(state)

    assert directory == state / "run"
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(directory) + LONGEST_NAME)


def test_falls_back_to_a_private_short_directory_one_byte_later(tmp_path: Path) -> None:
    directory = socket_directory(_state_of_length(tmp_path, LONGEST_PATH + 1))

    found = directory.stat()
    directory.rmdir()
    assert (directory.name[:4], found.st_mode & 0o777, found.st_uid) == ("via-", 0o700, os.geteuid())


def test_answers_the_same_directory_each_time_and_another_for_another_state(tmp_path: Path) -> None:
    one, other = (_state_of_length(tmp_path, length) for length in (LONGEST_PATH + 1, LONGEST_PATH + 2))

    directories = [socket_directory(state) for state in (one, one, other)]

    for directory in set(directories):
        directory.rmdir()
    assert directories[0] == directories[1] != directories[2]


def test_refuses_a_directory_that_others_may_enter(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / "run").chmod(0o755)

    with pytest.raises(CannotRunError, match="is not a private directory of ours"):
        socket_directory(tmp_path)


def test_refuses_a_planted_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "run").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(CannotRunError, match="is not a private directory of ours"):
        socket_directory(tmp_path)


def test_listens_on_the_next_port_where_one_is_taken() -> None:
    with listen(20_000) as first, listen(first.getsockname()[1]) as second:
        assert second.getsockname()[1] > first.getsockname()[1]
