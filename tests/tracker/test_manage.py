"""The command line where no database answers."""

import shutil
import socket
import subprocess
import sys
from pathlib import Path

from tests.tracker.embedded.copies import ROOT, manage

QUERY = ("shell", "--no-imports", "-c", "from django.db import connection; connection.cursor()")


def test_says_in_one_sentence_that_no_database_runs(tmp_path: Path) -> None:
    done = manage(*QUERY, state=tmp_path)

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "No database: none runs here and DATABASE_URL is not set. Start one with `python manage.py dev`"
        " in another terminal, or set DATABASE_URL.\n",
    )


def test_says_in_one_sentence_that_the_named_database_is_away(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    done = manage(*QUERY, state=tmp_path, DATABASE_URL=f"postgresql://via@127.0.0.1:{port}/via")

    assert done.returncode == 1
    assert done.stderr.startswith("The database that DATABASE_URL names does not answer: connection failed: ")
    assert done.stderr.count("\n") == 1


def test_needs_no_database_for_what_needs_none(tmp_path: Path) -> None:
    done = manage("makemigrations", "--help", state=tmp_path)

    assert done.returncode == 0, done.stderr


def bare_python(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of manage.py with a Python that has no packages at all."""
    shutil.copy(ROOT / "manage.py", copy)
    command = [sys.executable, "-S", "-E", str(copy / "manage.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_goes_on_under_its_own_python_where_this_one_has_no_packages(tmp_path: Path) -> None:
    own = tmp_path / ".venv" / "bin" / "python"
    own.parent.mkdir(parents=True)
    own.write_text('#!/bin/sh\necho "own python: $@"\n')
    own.chmod(0o755)

    done = bare_python(tmp_path, "pending", "--help")

    assert done.stdout == f"own python: {tmp_path / 'manage.py'} pending --help\n"


def test_says_in_one_sentence_that_nothing_is_set_up(tmp_path: Path) -> None:
    done = bare_python(tmp_path, "pending")

    assert (done.returncode, done.stderr) == (
        1,
        "Via's packages are not installed here: run `make setup` first.\n",
    )
