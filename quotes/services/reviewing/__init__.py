"""Reviewing: what waits for editors, whose turn it is, and each decision on it."""

from quotes.services.reviewing.bulk import Many, Preview, decide_many, preview
from quotes.services.reviewing.counting import Waiting, waiting
from quotes.services.reviewing.deciding import DECISIONS, Decided, decide
from quotes.services.reviewing.filters import Filters
from quotes.services.reviewing.flagging import flag, flags, unflag
from quotes.services.reviewing.items import Item, item
from quotes.services.reviewing.kinds import KINDS
from quotes.services.reviewing.queue import Progress, holder, next_items, progress, release, renew

__all__ = [
    "DECISIONS",
    "KINDS",
    "Decided",
    "Filters",
    "Item",
    "Many",
    "Preview",
    "Progress",
    "Waiting",
    "decide",
    "decide_many",
    "flag",
    "flags",
    "holder",
    "item",
    "next_items",
    "preview",
    "progress",
    "release",
    "renew",
    "unflag",
    "waiting",
]
