"""Callers: who asks, as limits and kept answers tell them apart."""

from ipaddress import AddressValueError, IPv6Address, IPv6Network
from typing import Any

from rest_framework.request import Request
from rest_framework.throttling import BaseThrottle

from quotes.models import Token


def caller(request: Request) -> str:
    """Return `token:7`, `user:3`, or for anybody else `address:…`.

    The address is the connection's own; X-Forwarded-For counts as far as the setting NUM_PROXIES trusts it.
    Of an IPv6 address the network is told (/64): one household has 2⁶⁴ of them.
    """
    if isinstance(request.auth, Token):
        return f"token:{request.auth.pk}"
    if request.user.is_authenticated:
        return f"user:{request.user.pk}"
    return address(request)


def address(request: Any) -> str:
    """Return `address:…` for whoever asks, logged in or not."""
    return f"address:{_network(BaseThrottle().get_ident(request) or '')}"


def _network(address: str) -> str:
    try:
        return str(IPv6Network((IPv6Address(address.strip()).packed[:8] + bytes(8), 64)))
    except AddressValueError:
        return address[:60]
