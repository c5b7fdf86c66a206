"""Suggesting: the name that was probably meant, for messages about unknown ones."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

NEAR = 60.0  # of 100; below, a suggestion puzzles more than it helps


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return ` Did you mean “name”?` for the nearest known name, else nothing."""
    best = process.extractOne(given.casefold(), list(known), scorer=fuzz.WRatio, score_cutoff=NEAR)
    return f" Did you mean “{best[0]}”?" if best else ""


def listed(names: Iterable[str]) -> str:
    """Return names as they read in a sentence: `kind, q, state`."""
    return ", ".join(names)
