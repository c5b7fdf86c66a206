"""Provenance of a quote: the outlets that print it, where they have it from, and who was first."""

from quotes.services.provenance.answering import provenance, provenances

__all__ = ["provenance", "provenances"]
