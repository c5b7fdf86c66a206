"""Sources: found by any of their names, made once, merged, parted again and kept apart by editors."""

from quotes.services.sources.apart import allow_again, keep_apart, kept_apart
from quotes.services.sources.finding import add_alias, agencies, candidates, find_or_create, outlet_named
from quotes.services.sources.foreseeing import Consequences, consequences
from quotes.services.sources.merging import Merged, merge
from quotes.services.sources.suggesting import Suggestion, similar, suggestions
from quotes.services.sources.undoing import undo_merge

__all__ = [
    "Consequences",
    "Merged",
    "Suggestion",
    "add_alias",
    "agencies",
    "allow_again",
    "candidates",
    "consequences",
    "find_or_create",
    "keep_apart",
    "kept_apart",
    "merge",
    "outlet_named",
    "similar",
    "suggestions",
    "undo_merge",
]
