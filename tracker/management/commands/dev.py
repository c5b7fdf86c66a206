"""`manage.py dev`: PostgreSQL, Redis, web, worker and beat on this machine, until stopped."""

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser, handle_default_options

from tracker.embedded.errors import CannotRunError
from tracker.embedded.report import Report
from tracker.embedded.state import State
from tracker.embedded.supervisor import PARTS, Supervisor, Wish


class Command(BaseCommand):
    """Supervise everything that Via needs, as one copy for each state directory."""

    help = (
        "Run Via on this machine: embedded PostgreSQL and Redis (unless DATABASE_URL, REDIS_URL name yours),"
        " web, worker and beat. State is kept in .via, or where VIA_STATE says. Other commands join it."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--exec", metavar="CMD", help="run this shell command inside, then stop with its exit code"
        )
        parser.add_argument(
            "--then", metavar="CMD", help="run this shell command once all is up, and go on serving"
        )
        parser.add_argument(
            "--only", metavar="PARTS", help=f"start only these, comma-separated: {','.join(PARTS)}"
        )
        parser.add_argument(
            "--port", type=int, default=8000, help="the web's port; if taken, the next free one"
        )
        parser.add_argument("--quiet", action="store_true", help="say nothing but what went wrong")
        parser.add_argument(
            "--throwaway", action="store_true", help="PostgreSQL without fsync: faster, for data you can lose"
        )

    def handle(self, **options: Any) -> None:
        sys.exit(supervise(options))


def run(arguments: Sequence[str]) -> int:
    """Run the command without Django's set-up, which it does not need; answer the exit code."""
    options = Command().create_parser("manage.py", "dev").parse_args(arguments)
    handle_default_options(options)
    try:
        return supervise(vars(options))
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1


def supervise(options: Mapping[str, Any]) -> int:
    """Supervise what the options wish; answer the exit code."""
    if options["exec"] and options["then"]:
        raise CommandError("--exec and --then exclude each other: choose one.")
    report = Report(quiet=options["quiet"])
    wish = Wish(
        parts=_parts(options["only"]),
        port=options["port"],
        inside=options["exec"],
        then=options["then"],
        throwaway=options["throwaway"],
    )
    state = State.from_environment()
    os.environ["VIA_STATE"] = str(state.directory)  # children work in the checkout, not where we are
    try:
        return Supervisor(wish, state, report).run()
    except CannotRunError as error:
        report.say(str(error))
        return 1


def _parts(only: str | None) -> frozenset[str]:
    parts = frozenset(PARTS if only is None else (part.strip() for part in only.split(",")))
    if unknown := ", ".join(sorted(parts - set(PARTS))):
        raise CommandError(f"--only does not know {unknown}: choose from {', '.join(PARTS)}.")
    return parts
