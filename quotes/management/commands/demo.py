"""manage.py demo: the sample articles through the real path, and an account of what was found."""

import os
import sys
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from quotes.management.account import account
from quotes.management.account.layout import heading
from quotes.management.waiting import failed, wait
from quotes.models import Article, Quote
from quotes.services.samples import EDITOR, PASSWORD, demo_editor, store_samples


class Command(BaseCommand):
    help = (
        "Store the bundled sample articles, wait until they are read and matched, and print what was found."
        " Needs a worker: `manage.py dev` runs one. A second run stores nothing and prints the same."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        articles = [article.pk for article in store_samples()]
        if settings.DEVELOPMENT:
            demo_editor()
        self._wait(articles)
        for line in account():
            self.stdout.write(line)
        for line in _where_to_look():
            self.stdout.write(line)

    def _wait(self, articles: list[int]) -> None:
        done = wait(articles, self._progress)
        broken = [f"“{article}”: {article.failure}" for article in failed(articles)]
        if broken:
            raise CommandError(f"{len(broken)} of the sample articles failed: {' '.join(broken)}")
        if not done:
            left = Article.objects.unfinished().filter(pk__in=articles).count()
            raise CommandError(
                f"{left} of {len(articles)} sample articles were not matched: start `manage.py dev`, which"
                " runs a worker, then run this again."
            )

    def _progress(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


def _where_to_look() -> Iterator[str]:
    site = os.environ.get("VIA_URL", "http://127.0.0.1:8000").rstrip("/")
    yield from heading("Where to look")
    yield f"Admin   {site}/admin/"
    if settings.DEVELOPMENT:
        yield f"        user {EDITOR}, password {PASSWORD} (made for this demonstration, in development only)"
    yield f"API     {site}/api/v1/"
    yield f"Docs    {site}/api/v1/docs"
    most = Quote.objects.live().order_by("-outlet_count", "-appearance_count", "first_published_at", "text")
    quote = most.first()
    if quote is not None:
        yield ""
        yield f"curl -s {site}/api/v1/quotes/{quote.public_id}/provenance"
    yield ""
