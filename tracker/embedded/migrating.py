"""Bring the database's tables up to date, and skip the second's work where they are."""

import hashlib
import os
import subprocess
import sys

import psycopg

from tracker.embedded.children import shim, tail
from tracker.embedded.errors import CannotRunError
from tracker.embedded.state import ROOT, State


def migrate(state: State, environ: dict[str, str], *, ours: bool) -> bool:
    """Run `manage.py migrate`; answer False where the embedded database (`ours`) is known to need none.

    Known means: neither the migration files, nor the installed packages, nor the database's own list of
    applied migrations have changed since the last run here.
    """
    note = state.directory / "migrated"
    if ours and note.exists() and note.read_text() == _fingerprint(environ["DATABASE_URL"]):
        return False
    log = state.logs / "migrate.log"
    with log.open("wb") as output:
        done = subprocess.run(
            [*shim(9), "module", "manage", "migrate", "--no-input", "--skip-checks"],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=ROOT,
            env=os.environ | environ,
            start_new_session=True,  # Ctrl-C waits for its end: half a migration helps nobody
            check=False,
        )
    if done.returncode != 0:
        raise CannotRunError(f"The database's tables could not be brought up to date.{tail(log)}")
    if ours:
        note.write_text(_fingerprint(environ["DATABASE_URL"]))
    return True


def _fingerprint(database_url: str) -> str:
    digest = hashlib.sha256(sys.version.encode())
    for path in (ROOT / "requirements" / "base.txt", *sorted(ROOT.glob("*/migrations/*.py"))):
        digest.update(f"{path}\0".encode() + path.read_bytes())
    for row in _applied(database_url):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def _applied(database_url: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database_url) as connection:
        if connection.execute("select to_regclass('django_migrations')").fetchone() == (None,):
            return []
        return connection.execute("select app, name from django_migrations order by app, name").fetchall()
