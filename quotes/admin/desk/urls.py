"""The desk's addresses, each with what it needs; an address without its line in the tests' table fails."""

from typing import Final

from django.contrib.admin import AdminSite
from django.urls import URLPattern

from quotes.admin.desk import home
from quotes.admin.desk.screen import Screen

SCREENS: Final = (Screen("articles/<int:pk>/retry/", "article_retry", home.retry, ("change_article",)),)


def addresses(site: AdminSite) -> list[URLPattern]:
    """Return the addresses below `desk/`."""
    return [screen.address(site) for screen in SCREENS]
