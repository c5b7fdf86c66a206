"""What every screen of the desk shares: who may see it, the page around it, what a refusal looks like."""

from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme

REVIEWS = tuple(f"change_{model}" for model in ("appearance", "hop", "match", "quote", "copy"))
"""What it takes to decide on whatever comes up."""
KEYS_COOKIE = "desk_keys"
View = Callable[..., HttpResponse]


@dataclass(frozen=True)
class Screen:
    """One address of the desk: where, its name, what answers there, and the permissions it takes.

    `needs` are codenames of permissions on the domain's models, all of them needed.
    """

    route: str
    name: str
    view: View
    needs: tuple[str, ...]

    def address(self, site: admin.AdminSite) -> URLPattern:
        """Return the address, for people who are logged in and may."""
        return path(f"desk/{self.route}", site.admin_view(self._guarded()), name=f"desk_{self.name}")

    def _guarded(self) -> View:
        @wraps(self.view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request, self.needs):
                raise PermissionDenied
            return self.view(request, *args, **kwargs)

        return guarded


def may(request: HttpRequest, needs: Collection[str]) -> bool:
    """Tell whether who asks has all the permissions, given as codenames."""
    return all(request.user.has_perm(f"quotes.{codename}") for codename in needs)


def editor(request: HttpRequest) -> User:
    """Return who asks; screens are for people who are logged in."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def page(request: HttpRequest, template: str, title: str, status: int = 200, **context: Any) -> HttpResponse:
    """Return a screen: `admin/desk/<template>.html` inside the admin's page."""
    around = {**admin.site.each_context(request), **frame(request), "title": title, "crumbs": ()}
    return TemplateResponse(request, f"admin/desk/{template}.html", {**around, **context}, status=status)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Return what the page around every screen of the desk shows to who asks."""
    return {
        "single_keys": request.COOKIES.get(KEYS_COOKIE) != "off",
        "may_review": may(request, REVIEWS),
        "may_merge": may(request, ["change_source"]),
        "may_see_jobs": may(request, ["view_job", "view_article"]),
        "may_see_acts": may(request, ["view_act"]),
    }


def say(request: HttpRequest, sentence: str, *, wrong: bool = False) -> None:
    """Show a sentence above the next page."""
    messages.add_message(request, messages.ERROR if wrong else messages.SUCCESS, sentence)


def given_ids(data: QueryDict, name: str) -> list[UUID]:
    """Return the public ids given under a name, in order; what is none is left out."""
    found = []
    for value in data.getlist(name):
        with suppress(ValueError):
            found.append(UUID(value))
    return found


def inside(request: HttpRequest, address: str, otherwise: str) -> str:
    """Return an address that was handed in where it is one of ours, else `otherwise`."""
    ours = url_has_allowed_host_and_scheme(address, allowed_hosts={request.get_host()})
    return address if ours else otherwise
