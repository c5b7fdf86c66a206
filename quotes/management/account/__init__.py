"""The account of what was found, for people to read: plain text, a hundred columns wide."""

from collections.abc import Iterator

from quotes.management.account.across import across
from quotes.management.account.findings import conflicts, kept_apart
from quotes.management.account.once import once
from quotes.management.account.overview import overview

__all__ = ["account"]


def account() -> Iterator[str]:
    """Yield the account line by line; the same database gives the same account."""
    yield from overview()
    yield from across()
    yield from conflicts()
    yield from kept_apart()
    yield from once()
