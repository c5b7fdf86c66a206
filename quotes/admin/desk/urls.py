"""The desk's addresses, each with what it needs; an address without its line in the tests' table fails."""

from typing import Final

from django.contrib.admin import AdminSite
from django.urls import URLPattern

from quotes.admin.desk import compare, home
from quotes.admin.desk.screen import Screen

SCREENS: Final = (
    Screen("articles/<int:pk>/retry/", "article_retry", home.retry, ("change_article",)),
    Screen("compare/", "compare", compare.show, ("view_match",)),
    Screen("compare/judge/", "compare_judge", compare.judge, ("change_match",)),
)


def addresses(site: AdminSite) -> list[URLPattern]:
    """Return the addresses below `desk/`."""
    return [screen.address(site) for screen in SCREENS]
