"""Store articles from files: text, HTML or JSON lines."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from quotes.management.feeds import Found, articles_in
from quotes.management.waiting import failed, wait
from quotes.models import Article
from quotes.services.articles import Accepted, accept
from quotes.services.errors import Refused


class Command(BaseCommand):
    """`manage.py ingest PATH… [--outlet NAME] [--url URL] [--wait]`."""

    help = (
        "Store articles from files of text, HTML or JSON lines; - is JSON lines from standard input. "
        "Prints one line for each article: its id, its title, and whether it is new, known or revised. "
        "What cannot be stored is named on standard error, a line each; the rest is stored all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument(
            "paths", nargs="+", metavar="PATH", help="a file, or - for JSON lines on standard input"
        )
        parser.add_argument("--outlet", help="who printed the articles that do not say so themselves")
        parser.add_argument("--url", help="where the article was published; with one file of text or HTML")
        parser.add_argument("--wait", action="store_true", help="return when all of it is read and matched")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Store every article; exit with 1 if one was refused or failed."""
        if options["url"] and (len(options["paths"]) > 1 or options["paths"] == ["-"]):
            self._say("--url: It is the address of one article; give it with one file of text or HTML.")
            sys.exit(1)
        self.bad = 0
        stored: set[int] = set()
        for path in options["paths"]:
            for found in articles_in(path, outlet=options["outlet"], url=options["url"]):
                accepted = self._store(found)
                if accepted and options["wait"]:
                    stored.add(accepted.article.pk)
        if options["wait"]:
            self._wait(stored)
        if self.bad:
            sys.exit(1)

    def _store(self, found: Found) -> Accepted | None:
        try:
            if found.submission is None:
                raise found.refused or Refused("There is nothing in it.", code="empty")
            accepted = accept(by=None, submission=found.submission, quotes_required=found.alone)
        except Refused as refused:
            self.bad += 1
            self._say(f"{found.place}: {refused.message}")
            return None
        article = accepted.article
        news = "new" if accepted.created else "revised" if accepted.revised else "known"
        self.stdout.write(f"{article.public_id}\t{_title(article)}\t{news}")
        return accepted

    def _wait(self, stored: set[int]) -> None:
        self.bad += not wait(stored, self._say)
        for article in failed(stored):
            self.bad += 1
            self._say(f"{article.public_id} {_title(article)}: {article.failure}")

    def _say(self, line: str) -> None:
        self.stderr.write(" ".join(line.split()))
        self.stderr.flush()


def _title(article: Article) -> str:
    return " ".join(article.title.split()) or "(no title)"
