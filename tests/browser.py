"""A real browser on a page of ours: what it loads from where, and what it complains of."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest


def needs_chromium(test: Callable[..., None]) -> Callable[..., None]:
    """Run `test` only where Debian's chromium is installed."""
    skip = pytest.mark.skipif(not shutil.which("chromium"), reason="chromium is not installed")
    return pytest.mark.browser(skip(test))


@dataclass
class Visit:
    """An open page, the hosts it asked for anything, and the errors it reported."""

    page: object
    hosts: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def visiting(width: int = 1280) -> Iterator[Visit]:
    """Open a browser with one empty page. Touch no database inside: its event loop forbids that."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        visit = Visit(browser.new_page(viewport={"width": width, "height": 900}))
        visit.page.on("request", lambda request: visit.hosts.add(urlsplit(request.url).netloc))
        visit.page.on("console", lambda said: _note(visit, said))
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        yield visit
        browser.close()


def _note(visit: Visit, said: object) -> None:
    if said.type == "error":
        visit.complaints.append(said.text)
