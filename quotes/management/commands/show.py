"""Draw what the reader finds in article files as one HTML page, without a database."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from quotes.management.marked.page import Shown, page
from quotes.services.samples import sample_submissions
from quotes.text.reading import Given, read


class Command(BaseCommand):
    """`manage.py show PATH… | --samples > page.html`: every quote, hop and piece of evidence marked."""

    help = (
        "Draw article texts as one HTML page on standard output: every quote, cue, hop and piece of evidence "
        "marked, each chain beside its text. Needs no database."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="text files in UTF-8")
        parser.add_argument("--outlet", help="the outlet that printed them: it is no hop of its own chains")
        parser.add_argument("--samples", action="store_true", help="draw the bundled sample articles")

    def handle(
        self, *_args: Any, paths: list[Path], outlet: str | None, samples: bool, **_options: Any
    ) -> None:
        """Write the page; a file that cannot be read ends it with a sentence."""
        if not paths and not samples:
            raise CommandError("no article to draw; give the paths of text files, or --samples")
        shown = [_shown(path.stem, _text(path), outlet) for path in paths]
        if samples:
            shown += [_shown(str(one.sender_id), one.text or "", one.outlet) for one in sample_submissions()]
        self.stdout.write(page(shown), ending="")


def _shown(name: str, text: str, outlet: str | None) -> Shown:
    return Shown(name, text, read(text, Given(outlet=outlet)))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise CommandError(f"{path}: not UTF-8 at byte {error.start + 1}; save the file as UTF-8") from None
    except OSError as error:
        raise CommandError(f"{path}: {error.strerror}; give the path of a text file") from None
