"""Copying: find the articles that print one story, keep what a person decides, and let chains name it."""

from quotes.services.copying.applying import apply
from quotes.services.copying.finding import Found, find
from quotes.services.copying.keeping import keep

__all__ = ["Found", "apply", "find", "keep"]
