"""What a page of the admin may load and run: our own files, and nothing that stands in the page itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""CSP level 3: a script that a text smuggled into a page does not run, wherever it came through."""


class AdminPolicyMiddleware:
    """Send the policy with every page of the admin. It is one fixed header, so no library is asked for it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("admin:index")):
            response["Content-Security-Policy"] = POLICY
        return response
