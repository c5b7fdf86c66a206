"""Logging in to the API by name and password, until tokens come."""

from typing import Any

from django.http import HttpRequest
from rest_framework import authentication, exceptions
from rest_framework.request import Request

from api.unprintable import unprintable


class BasicAuthentication(authentication.BasicAuthentication):
    """HTTP Basic (RFC 7617); a name the database cannot hold is a wrong name."""

    www_authenticate_realm = "Via"

    def authenticate_credentials(
        self, userid: str, password: str, request: HttpRequest | Request | None = None
    ) -> tuple[Any, None]:
        if unprintable(userid) or unprintable(password):
            raise exceptions.AuthenticationFailed("Invalid username/password.")
        return super().authenticate_credentials(userid, password, request)  # type: ignore[arg-type]
