"""Merged ids: the row a request for one is forwarded to."""

from typing import Any


def survivor(row: Any) -> Any:
    """Return the row that `row` was merged into, in the end; itself where it was not merged."""
    while getattr(row, "merged_into_id", None):
        row = row.merged_into  # the chain ends: a constraint refuses merges that lead back
    return row
