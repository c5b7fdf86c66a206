"""The admin's site: Django's own, with the desk's screens in it and the desk's home as its first page."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver
from django.utils.module_loading import import_string


class DeskSite(AdminSite):
    """Django's admin with the review desk inside: one log-in, one look, one set of permissions."""

    site_header = site_title = "Via"
    index_title = "What waits"
    index_template = "admin/desk/home.html"

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Return the desk's addresses before the register's."""
        return [*_desk("urls.addresses")(self), *super().get_urls()]

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Let people log in, a few wrong passwords at a time."""
        self.login_form = import_string("tracker.logging_in.LogInForm")
        return super().login(request, extra_context)

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Show what waits, runs and failed, and what came in."""
        return super().index(request, {**_desk("home.home")(request), **(extra_context or {})})


def _desk(name: str) -> Any:
    """Return something of the desk by its name: the site is made before there are the models it needs."""
    return import_string(f"quotes.admin.desk.{name}")
