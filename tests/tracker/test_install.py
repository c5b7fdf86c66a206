"""`requirements/install`, the part of `make setup` that can go wrong on a stranger's machine."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tracker.embedded.copies import ROOT

TOOLS = ("sh", "cat", "cksum", "dirname", "rm", "printf")
TOO_OLD = "#!/bin/sh\nexit 1\n"  # answers the question for its version with no


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with the installer and a requirement, and a PATH (`bin`) without any Python."""
    (tmp_path / "requirements").mkdir()
    shutil.copy(ROOT / "requirements" / "install", tmp_path / "requirements" / "install")
    for name in ("base", "dev"):
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"# {name}\n")
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or "/bin/false")
    return tmp_path


def _install(checkout: Path, name: str = "base") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [checkout / "requirements" / "install", name],
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def _stamp(checkout: Path, name: str) -> None:
    requirement = (checkout / "requirements" / f"{name}.txt").read_bytes()
    done = subprocess.run(["cksum"], input=requirement, capture_output=True, check=True)
    (checkout / ".venv" / f"installed-{name}").write_bytes(done.stdout)


@pytest.fixture
def environment(checkout: Path) -> Path:
    """A `.venv` whose Python fits."""
    (checkout / ".venv" / "bin").mkdir(parents=True)
    (checkout / ".venv" / "bin" / "python").symlink_to(sys.executable)
    return checkout / ".venv"


@pytest.mark.parametrize("present", [(), ("python3",), ("python3.12", "python3")])
def test_says_in_one_sentence_that_no_python_fits(checkout: Path, present: tuple[str, ...]) -> None:
    for name in present:
        (checkout / "bin" / name).write_text(TOO_OLD)
        (checkout / "bin" / name).chmod(0o755)

    done = _install(checkout)

    assert (done.returncode, done.stdout, done.stderr) == (
        1,
        "",
        "setup: no Python 3.11, 3.12 or 3.13 on PATH: install one (https://www.python.org/downloads/),"
        " then run this again.\n",
    )


@pytest.mark.parametrize(("stamped", "wanted"), [("base", "base"), ("dev", "dev"), ("dev", "base")])
def test_does_nothing_where_all_is_installed(
    checkout: Path, environment: Path, stamped: str, wanted: str
) -> None:
    _stamp(checkout, stamped)

    done = _install(checkout, wanted)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_installs_anew_where_the_requirements_changed(checkout: Path, environment: Path) -> None:
    _stamp(checkout, "base")
    (checkout / "requirements" / "base.txt").write_text("# nothing is needed any more\n")

    first, second = _install(checkout), _install(checkout)

    assert (first.returncode, second.returncode) == (0, 0), first.stderr
    assert first.stderr.startswith("setup: installing requirements/base.txt\n")
    assert (second.stdout, second.stderr) == ("", "")


def test_leaves_no_stamp_where_a_package_cannot_be_installed(checkout: Path, environment: Path) -> None:
    (checkout / "requirements" / "base.txt").write_text("./no-such-package --hash=sha256:00\n")

    done = _install(checkout)

    assert done.returncode == 1
    assert done.stderr.splitlines()[-1] == (
        "setup: the packages could not be installed: see the lines above, mend that, and run this again."
    )
    assert not (environment / "installed-base").exists()
