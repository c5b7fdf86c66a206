"""`manage.py dev`: PostgreSQL, Redis, web, worker and beat on this machine, until stopped."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

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
        try:
            code = Supervisor(wish, State.from_environment(), report).run()
        except CannotRunError as error:
            report.say(str(error))
            code = 1
        sys.exit(code)


def _parts(only: str | None) -> frozenset[str]:
    parts = frozenset(PARTS if only is None else (part.strip() for part in only.split(",")))
    if unknown := ", ".join(sorted(parts - set(PARTS))):
        raise CommandError(f"--only does not know {unknown}: choose from {', '.join(PARTS)}.")
    return parts
