#!/usr/bin/env python
"""Via's command line. `manage.py help` lists the commands."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

OWN_PYTHON = Path(__file__).resolve().parent / ".venv" / "bin" / "python"


def with_packages() -> None:
    """Go on under the Python of `make setup` where this one lacks packages; say so where there is none."""
    if find_spec("django") and find_spec("celery"):
        return
    if not OWN_PYTHON.exists() or Path(sys.prefix) == OWN_PYTHON.parent.parent:
        sys.exit("Via's packages are not installed here: run `make setup` first.")
    os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])  # noqa: S606 - our own interpreter, same arguments


def main() -> None:
    """Run a command; a database that does not answer is one sentence, not a traceback."""
    with_packages()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
    if sys.argv[1:2] == ["dev"]:  # before Django loads the applications: it needs none, and is there sooner
        from tracker.management.commands.dev import run

        sys.exit(run(sys.argv[2:]))
    from django.core.management import execute_from_command_line
    from django.db.utils import OperationalError

    try:
        execute_from_command_line(sys.argv)
    except OperationalError as error:
        from tracker.embedded.unreachable import sentence_for

        sentence = sentence_for(error)
        if sentence is None:
            raise
        sys.exit(sentence)


if __name__ == "__main__":
    main()
