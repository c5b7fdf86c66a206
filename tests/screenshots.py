"""Screenshots of every screen of the desk, on the sample articles: `make docs` takes them.

Run inside a `manage.py dev` whose web, worker and beat run and whose `manage.py demo` is done:
`python -m tests.screenshots DIRECTORY`. Needs chromium. It decides on the way: give it a state of its own.
"""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import django

from tests.browser import visiting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")
django.setup()

from quotes.services.samples import EDITOR, PASSWORD  # noqa: E402 - after Django knows its settings


@dataclass(frozen=True)
class Shot:
    """A file's name, the address it shows, what is done there first, and the width of the window."""

    name: str
    address: str
    first: Callable[[object], None] = lambda _page: None
    width: int = 1180


def _decide(page: object) -> None:
    for key in ("a", "a", "x", "Space"):
        page.wait_for_selector("#card .card")
        page.keyboard.press(key)
        page.wait_for_timeout(600)


def _first_altered(page: object) -> None:
    page.click("#result_list tbody tr th a")
    page.click("text=Compare and judge at the desk")


def _most_printed(page: object) -> None:
    page.click("#result_list tbody tr th a")
    page.click("text=Compare the wordings")


def _first_quote(page: object) -> None:
    page.click("#result_list tbody tr th a")
    page.click("text=Put quotes and chains right at the desk")
    page.click(".quotes li:nth-child(3) a")
    page.click("summary:has-text('Words, kind and setting')")


def _desk_of_most_printed(page: object) -> None:
    page.click("#result_list tbody tr th a")
    page.click("text=Provenance, merging and splitting at the desk")


def _two_names(page: object) -> None:
    page.fill("#id_name", "Orsolan")
    page.click("input[name=_save]")
    page.goto(page.url.split("/admin/")[0] + "/admin/desk/merging/")


def _merged(page: object) -> None:
    page.click("button[name=preview]")
    page.fill("input[name=reason]", "One minister, named twice in one story.")
    page.click("button[value=merge]")
    page.fill("input[name=name]", "Danek Orsolan")
    page.press("input[name=name]", "Enter")
    page.click("a:has-text('history')")


SHOTS = (
    Shot("review", "/admin/desk/review/?kind=appearance", _decide),
    Shot("review-phone", "/admin/desk/review/?kind=appearance", width=390),
    Shot("source", "/admin/desk/review/?kind=hop"),
    Shot("conflict", "/admin/desk/review/?kind=conflict"),
    Shot("pair", "/admin/quotes/match/?relation__exact=edited&judgement__exact=altered", _first_altered),
    Shot("wordings", "/admin/quotes/quote/?o=-3", _most_printed),
    Shot("article", "/admin/quotes/article/?q=Orsolan", _first_quote),
    Shot("quote", "/admin/quotes/quote/?o=-3", _desk_of_most_printed),
    Shot("merging", "/admin/quotes/source/add/", _two_names),
    Shot("history", "/admin/desk/merging/", _merged),
    Shot("jobs", "/admin/desk/jobs/"),
    Shot("home", "/admin/"),
)


def take(site: str, directory: Path) -> None:
    """Write a PNG for each of the shots."""
    directory.mkdir(parents=True, exist_ok=True)
    for shot in SHOTS:
        with visiting(width=shot.width) as visit:
            page = visit.page
            page.goto(f"{site}/admin/login/")
            page.fill("#id_username", EDITOR)
            page.fill("#id_password", PASSWORD)
            page.click("input[type=submit]")
            page.goto(f"{site}{shot.address}")
            shot.first(page)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=directory / f"{shot.name}.png", full_page=shot.width < 1000)
        print(f"{directory / shot.name}.png")


if __name__ == "__main__":
    take(os.environ.get("VIA_URL", "http://127.0.0.1:8000").rstrip("/"), Path(sys.argv[1]))
