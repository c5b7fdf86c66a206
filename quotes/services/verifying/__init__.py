"""Verifying: what must hold of the rows at any time, asked of the database as it stands."""

from quotes.services.verifying.verify import Breach, breaches

__all__ = ["Breach", "breaches"]
