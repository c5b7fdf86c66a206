"""Who may do what: reading is public where the installation says so, writing needs a role and a scope."""

from typing import Any

from django.conf import settings
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from quotes.models import Token

READ = Token.Scope.READ


def reads(request: Request, view: Any) -> bool:
    """Tell whether a call only reads: its method says so, or its view (`reads`), as a look-up by POST."""
    return request.method in SAFE_METHODS or getattr(view, "reads", False)


class ByRoleAndScope(BasePermission):
    """Let everybody read where `API_PUBLIC_READ` is on, else whoever is logged in.

    A write needs the permission its view names in `needs` ("quotes.add_article"); a view that names none
    accepts no write. A view with `private` shows rows to their owners alone: it always needs a log-in. A
    token opens what its scopes name (`scope` of the view, `read` for reading) and its user may. Actions
    `of_own` rows need a log-in and the scope: their view finds no others.
    """

    message = "Your account lacks the permission this needs."

    def has_permission(self, request: Request, view: Any) -> bool:
        if request.method not in view.allowed_methods:
            return True  # the answer is that nobody can do this here
        if reads(request, view):
            public = settings.API_PUBLIC_READ and not getattr(view, "private", False)
            return bool(public or (request.user.is_authenticated and self._opens(request, READ)))
        if not request.user.is_authenticated or not self._opens(request, getattr(view, "scope", "")):
            return False
        if getattr(view, "of_own", False):
            return True
        needed = getattr(view, "needs", None)
        self.message = f"Your account lacks the permission {needed}: ask an administrator for it."
        return bool(needed and request.user.has_perm(needed))

    def _opens(self, request: Request, scope: str) -> bool:
        self.message = f"Your token lacks the scope “{scope}”: make one that has it."
        return not isinstance(request.auth, Token) or scope in request.auth.scopes
