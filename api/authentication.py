"""Logging in to the API: by token, or by name and password."""

from typing import Any

from django.http import HttpRequest
from rest_framework import authentication, exceptions
from rest_framework.request import Request

from api.limits import logging_in
from api.problems import TooManyRequests
from api.unprintable import unprintable
from quotes.models import Token
from quotes.services import tokens

REALM = 'realm="Via"'
SCHEME = "bearer"


class TokenAuthentication(authentication.BaseAuthentication):
    """A token as HTTP Bearer (RFC 6750); `request.auth` is then the Token."""

    def authenticate(self, request: Request) -> tuple[Any, Token] | None:
        """Return the token's user and the token; None where the request brings none.

        A right one opens whatever else comes from its address; only wrong ones are counted.
        """
        scheme, _, secret = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
        if scheme.lower() != SCHEME:
            return None
        token = tokens.find(secret=secret.strip())
        if token is None:
            _count(request)
            raise exceptions.AuthenticationFailed(
                "This token opens nothing: it is wrong, has expired or was revoked. Ask for a new one."
            )
        tokens.touch(token=token)
        return token.user, token

    def authenticate_header(self, request: Request) -> str:
        """Return what a 401 asks for."""
        return f"Bearer {REALM}, Basic {REALM}"


class BasicAuthentication(authentication.BasicAuthentication):
    """HTTP Basic (RFC 7617); a name the database cannot hold is a wrong name."""

    www_authenticate_realm = "Via"

    def authenticate_credentials(
        self, userid: str, password: str, request: HttpRequest | Request | None = None
    ) -> tuple[Any, None]:
        if unprintable(userid) or unprintable(password):
            raise exceptions.AuthenticationFailed("Invalid username/password.")
        _count(request)
        found = super().authenticate_credentials(userid, password, request)  # type: ignore[arg-type]
        logging_in.succeeded(request)
        return found


def _count(request: HttpRequest | Request | None) -> None:
    """Count an attempt to log in; raise TooManyRequests where too many failed."""
    standing = logging_in.attempt(request)
    if standing and not standing.passed:
        headers = {"Retry-After": str(standing.resets_in), **standing.headers()}
        raise TooManyRequests(logging_in.refusal(standing), headers=headers)
