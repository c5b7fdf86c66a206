#!/usr/bin/env python
"""Via's command line. `manage.py help` lists the commands."""

import os
import sys


def main() -> None:
    """Run a command; a database that does not answer is one sentence, not a traceback."""
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
