"""Reviewing: what waits for editors, whose turn it is, and each decision on it."""

from quotes.services.reviewing.deciding import DECISIONS, Decided, decide
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.flagging import flag, flags, unflag
from quotes.services.reviewing.items import Item, item
from quotes.services.reviewing.kinds import KINDS
from quotes.services.reviewing.queue import Progress, holder, next_items, progress, release, renew
from quotes.services.reviewing.counting import Waiting, waiting

__all__ = [
    "DECISIONS",
    "KINDS",
    "Decided",
    "Filters",
    "Item",
    "Progress",
    "Waiting",
    "decide",
    "flag",
    "flags",
    "holder",
    "item",
    "next_items",
    "progress",
    "release",
    "renew",
    "unflag",
    "waiting",
]
