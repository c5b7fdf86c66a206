"""Phrasing: how people, times and words are told in the sentences of acts and refusals."""

from collections.abc import Sequence

from quotes.models import Appearance, Hop, Source
from quotes.models.decision import Decided

LONGEST = 80  # characters of words in a sentence


def cut(words: str, longest: int = LONGEST) -> str:
    """Return the words on one line, in quotation marks, cut where they are long."""
    line = " ".join(words.split())
    return f"“{line if len(line) <= longest else line[: longest - 1].rstrip() + '…'}”"


def said_by(row: Decided) -> str:
    """Return who decided, in words."""
    return str(row.decided_by or "the machine")


def said_when(row: Decided) -> str:
    """Return when a person decided, in words that follow a name; empty for the machine."""
    return f" on {row.decided_at:%Y-%m-%d at %H:%M}" if row.decided_at else ""


def quoted(appearance: Appearance) -> str:
    """Return an appearance's words and speaker."""
    speaker = (
        Hop.objects.filter(appearance=appearance, position=0).values_list("source__name", "name").first()
    )
    named = (speaker[0] or speaker[1]) if speaker else ""
    return f"{cut(appearance.words)} by {named[:100]}" if named else cut(appearance.words)


def listed(sources: Sequence[Source]) -> str:
    """Return the names of some sources, the first three of many."""
    names = [cut(str(source), 60) for source in sources[:3]]
    more = len(sources) - len(names)
    if more:
        return f"{', '.join(names)} and {more} more"
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
