"""State directories of one test run; each copy that a test starts is ended after it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import Copy

StartCopy = Callable[..., Copy]


@pytest.fixture(scope="session")
def shared_state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state directory that tests use one after the other, so that only the first makes a cluster."""
    return tmp_path_factory.mktemp("via") / "state"


@pytest.fixture
def start_copy() -> Iterator[StartCopy]:
    started: list[Copy] = []

    def start(*arguments: object, **more: object) -> Copy:
        started.append(Copy(*arguments, **more))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for copy in started:
        copy.process.kill()
        copy.process.wait()
