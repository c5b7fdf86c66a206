"""Differing: two wordings as one line, with what one has and the other has not."""

from collections.abc import Iterator

from quotes.models import Appearance, Match

_CONTEXT = 4  # words of agreement left on either side of a difference


def marked(canonical: Appearance, match: Match) -> str:
    """Return the other printing's words with [-what only the canonical has-] and {+what only it has+}.

    Long stretches of agreement are shortened to a few words on either side of a difference.
    """
    side = "a" if match.a_id == canonical.pk else "b"
    parts = list(_parts(match, side))
    last = len(parts) - 1
    return " ".join(
        _shortened(text, first=place == 0, last=place == last) if equal else text
        for place, (equal, text) in enumerate(parts)
        if text
    )


def _parts(match: Match, side: str) -> Iterator[tuple[bool, str]]:
    """Yield the aligned stretches in order: whether they agree, and the words, marked where they do not."""
    texts = {"a": match.a.text, "b": match.b.text}
    other = "b" if side == "a" else "a"
    for difference in match.differences:
        ours, theirs = (_words(texts[name], difference[name]) for name in (side, other))
        if difference["operation"] == "equal":
            yield True, theirs
        else:
            yield False, " ".join(filter(None, (ours and f"[-{ours}-]", theirs and f"{{+{theirs}+}}")))


def _words(text: str, span: list[int]) -> str:
    return " ".join(text[span[0] : span[1]].split())


def _shortened(text: str, *, first: bool, last: bool) -> str:
    words = text.split()
    head = [] if first else words[:_CONTEXT]
    tail = [] if last else words[-_CONTEXT:]
    if len(head) + len(tail) + 1 >= len(words):
        return text
    return " ".join([*head, "…", *tail])
