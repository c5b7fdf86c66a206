"""Filters of lists: each typed, documented and refused with a reason where its value makes no sense."""

from api.filters.strict import StrictFilterBackend

__all__ = ["StrictFilterBackend"]
