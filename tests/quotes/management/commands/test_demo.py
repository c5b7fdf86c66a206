"""manage.py demo: the samples through the real path, and an account people can read."""

import io
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command
from django.core.management.base import CommandError

from quotes.models import Article
from quotes.services.matching.match import match_article
from quotes.services.reading.read import read_article
from quotes.services.samples import store_samples

pytestmark = pytest.mark.django_db

FLEET = """\
   Daily Pennon, 12 March 2025 · edited · MEANING CHANGED
     This spring we shall sell [-two million-] {+three million+} tonnes of wheat to …
"""
PELLERINE = """\
“There are eleven ships at anchor tonight and no room for a twelfth”
   Ivo Pellerine: The Harbour Gazette, 3 June 2025; Foreland Business Review, 5 June 2025
   Ysolde Penhallick: Daily Pennon, 4 June 2025
"""
SLOGAN = """\
“Our water is our bread, and our bread is not for sale”
   Danek Orsolan: The Stannet Ledger, 11 March 2025; The Evening Lantern, 12 March 2025
   Danek Orsolan: The Vasteny Courier, 29 March 2025
   The Vasteny Courier of 2025-03-29 reports another occasion: The Stannet Ledger had printed the
   words on 2025-03-11.
"""
CHAIN = """\
     Danek Orsolan via VETA via Halvard
       speaker  Danek Orsolan  explicit  “him”
       via      VETA           explicit  “state news agency VETA quoted him as saying”
       via      Halvard        credit    “Halvard”
"""


@pytest.fixture
def samples() -> list[Article]:
    """Store, read and match the samples as a worker would."""
    articles = store_samples()
    for article in articles:
        read_article(article_id=article.pk)
        match_article(article_id=article.pk)
    return articles


def demo() -> str:
    out = io.StringIO()
    call_command("demo", stdout=out)
    return out.getvalue()


def test_demo_accounts_for_what_was_found(samples: list[Article], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VIA_URL", "http://127.0.0.1:8123")

    account = demo()

    missing = [part for part in (FLEET, PELLERINE, SLOGAN, CHAIN) if part not in account]
    assert missing == []
    assert max(len(line) for line in account.splitlines() if "curl" not in line) <= 100
    assert "curl -s http://127.0.0.1:8123/api/v1/quotes/" in account
    assert authenticate(username="editor", password="via-demo").is_superuser


def test_demo_stores_nothing_and_says_the_same_a_second_time(samples: list[Article]) -> None:
    first, before = demo(), rows()

    assert (demo(), rows()) == (first, before)


def rows() -> list[Any]:
    return list(Article.objects.order_by("pk").values())


def test_demo_names_an_article_that_failed(samples: list[Article]) -> None:
    Article.objects.filter(pk=samples[0].pk).update(
        state="failed", failure="The worker was lost three times."
    )

    with pytest.raises(CommandError, match=r"1 of the sample articles failed: .* The worker was lost"):
        demo()
