"""PostgreSQL as root, as root without user namespaces, as an ordinary user, and where nothing helps."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import ROOT, environment, manage

DEV = ("dev", "--quiet", "--throwaway", "--only", "postgres,redis", "--exec")
QUERY = (
    "python -W ignore -c \"import os, psycopg; print(psycopg.connect(os.environ['DATABASE_URL'])"
    ".execute('select 1').fetchone()[0])\""
)
FORBIDDEN = '#!/bin/sh\necho "$(basename "$0"): not permitted" >&2\nexit 1\n'
# A mount namespace of its own, so that an ordinary user can reach Python and the checkout wherever they are.
VISIBLE = """
mount --bind "$1" "$4/python" && mount --bind "$2" "$4/checkout" && mount --bind "$3" "$4/packages" || exit 99
cd "$4/checkout" && shift 4 && exec setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
"""
needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user: all other tests here run as one")


@pytest.fixture
def forbid(tmp_path: Path):
    """A PATH on which the named programs fail as in a locked-down container."""

    def forbid(*names: str) -> str:
        folder = tmp_path / "bin"
        folder.mkdir()
        for name in names:
            (folder / name).write_text(FORBIDDEN)
            (folder / name).chmod(0o755)
        return f"{folder}{os.pathsep}{os.environ['PATH']}"

    return forbid


@pytest.fixture
def open_directory() -> Iterator[Path]:
    """A directory that any user may enter, unlike pytest's own."""
    directory = Path(tempfile.mkdtemp(prefix="via-test-"))
    directory.chmod(0o755)
    for name in ("python", "checkout", "packages", "state"):
        (directory / name).mkdir()
    os.chown(directory / "state", 65534, 65534)
    yield directory
    shutil.rmtree(directory)


@needs_root
def test_runs_as_root_without_user_namespaces_and_with_them_again(tmp_path: Path, forbid) -> None:
    state = tmp_path / "state"

    without = manage(*DEV, QUERY, state=state, PATH=forbid("unshare"))
    owner = (state / "postgres").stat().st_uid
    with_them = manage(*DEV, QUERY, state=state)

    assert (without.stdout, with_them.stdout) == ("1\n", "1\n"), without.stderr + with_them.stderr
    assert owner == 65534
    assert (state / "postgres").stat().st_uid == 0


@needs_root
def test_says_in_one_sentence_that_root_has_no_way(tmp_path: Path, forbid) -> None:
    done = manage(*DEV, QUERY, state=tmp_path / "state", PATH=forbid("unshare", "setpriv"))

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "PostgreSQL refuses to run as root, and no other user id can be lent to it"
        " (unshare: not permitted; setpriv: not permitted):"
        " run this as an ordinary user, or set DATABASE_URL to a server of yours.\n",
    )


@needs_root
def test_runs_as_an_ordinary_user(open_directory: Path) -> None:
    packages = sysconfig.get_path("purelib")
    python = open_directory / "python" / Path(sys.executable).resolve().relative_to(sys.base_prefix)
    environ = environment(
        open_directory / "state" / "via",
        HOME="/",
        PYTHONPATH=f"{open_directory}/packages",
        LD_LIBRARY_PATH=f"{open_directory}/python/lib",  # where Python is not one file
    )
    words = ["unshare", "--mount", "sh", "-c", VISIBLE, "sh", sys.base_prefix, ROOT, packages, open_directory]

    done = subprocess.run(
        [*words, python, "manage.py", *DEV, f"id -u; {QUERY}"],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )

    if done.returncode == 99:
        pytest.skip(f"mounting is forbidden here: {done.stderr.strip()}")
    assert (done.returncode, done.stdout) == (0, "65534\n1\n"), done.stderr
