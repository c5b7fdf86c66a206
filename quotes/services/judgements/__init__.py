"""Judgements: what a person decides on pairs of appearances; it binds every later run of the machine."""

from quotes.services.judgements.judging import judge, withdraw

__all__ = ["judge", "withdraw"]
