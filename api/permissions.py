"""Who may do what: reading is public where the installation says so, writing needs a permission."""

from typing import Any

from django.conf import settings
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request


class ReadOrContribute(BasePermission):
    """Let everybody read where `API_PUBLIC_READ` is on, else whoever is logged in.

    A write needs the permission its view names in `needs` ("quotes.add_article"); a view that
    names none accepts no write.
    """

    message = "Your account lacks the permission this needs."

    def has_permission(self, request: Request, view: Any) -> bool:
        user = request.user
        if request.method in SAFE_METHODS:
            return bool(settings.API_PUBLIC_READ or user.is_authenticated)
        if request.method not in view.allowed_methods:
            return True  # the answer is that nobody can do this here
        needed = getattr(view, "needs", None)
        self.message = f"Your account lacks the permission {needed}: ask an administrator for it."
        return bool(needed and user.is_authenticated and user.has_perm(needed))
