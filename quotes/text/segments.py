"""Segments: the parts of a statement that its cue splits, and the words that remain without the cue."""

from collections.abc import Sequence


def masked(text: str, start: int, segments: Sequence[Sequence[int]]) -> str:
    """Return `text` with everything outside the segments blanked, as long as before.

    `segments` are [start, end] in code points of the article, `text` begins at `start` there: spans
    into the answer are spans into `text`. Without segments the text stays as it is.
    """
    if len(segments) < 2:
        return text
    kept = [" "] * len(text)
    for first, last in segments:
        kept[first - start : last - start] = text[first - start : last - start]
    return "".join(kept)


def joined(text: str, start: int, segments: Sequence[Sequence[int]]) -> str:
    """Return the words of the segments with one blank between them, as a reader would repeat them."""
    if len(segments) < 2:
        return text
    return " ".join(text[first - start : last - start].strip() for first, last in segments)
