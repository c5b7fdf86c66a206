"""Single keys: on, unless somebody turned them off in this browser (WCAG 2.1.4)."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from quotes.admin.desk.screen import KEYS_COOKIE, inside

KEPT = 365 * 24 * 3600  # seconds


def switch(request: HttpRequest) -> HttpResponse:
    """Turn single keys on or off, and go back."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    response = redirect(inside(request, request.POST.get("next", ""), reverse("admin:index")))
    value = "off" if request.POST.get("keys") == "off" else "on"
    response.set_cookie(
        KEYS_COOKIE, value, max_age=KEPT, samesite="Lax", httponly=True, secure=request.is_secure()
    )
    return response
