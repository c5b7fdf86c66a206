"""The markers of a text's meaning: phrases, amounts, dates and places, each where it stands."""

from functools import lru_cache

from quotes.text.comparing.amounts import amounts
from quotes.text.comparing.days import days
from quotes.text.comparing.phrases import Marker, listed, phrase_markers, table
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind

_LONGEST_PLACE = 2


@lru_cache(maxsize=4096)
def markers(text: Text) -> tuple[Marker, ...]:
    """Return every marker of `text`, in order of place; a number that belongs to a date is the date's."""
    dates = list(days(text))
    dated = {at for marker in dates for at in range(*marker.over)}
    said = [m for m in phrase_markers(text.words) if _counts(text, m, dated)]
    dated |= {at for marker in said if marker.kind is ChangeKind.DATE for at in range(*marker.over)}
    numbers = [m for m in amounts(text) if dated.isdisjoint(range(*m.over))]
    return tuple(sorted([*said, *numbers, *dates, *places(text), *_inverted(text)], key=lambda m: m.over))


def _counts(text: Text, marker: Marker, dated: set[int]) -> bool:
    """Tell whether a phrase means here what it is listed for."""
    start, end = marker.over
    match marker.kind:
        case ChangeKind.DATE:
            clock = text.words[start] in {"am", "pm"}
            return dated.isdisjoint(range(start, end)) and (not clock or _numeric(text, start - 1))
        case ChangeKind.NEGATION:
            return text.words[start] != "nor" or "neither" not in text.words[:start]
        case ChangeKind.MODALITY:
            month = text.words[start] == "may" and text.printed(start)[:1].isupper()
            return not month or text.parts_sentences(start)
        case ChangeKind.QUANTITY:
            return _quantifies(text, marker)
    return True


def _quantifies(text: Text, marker: Marker) -> bool:
    start, end = marker.over
    if marker.senses == {"any"}:
        return not _negated(text, start)
    if " ".join(text.words[start:end]) in listed("before_numbers"):
        return _counting(text, end)
    return marker.senses != {"some"} or not _numeric(text, end)


def _inverted(text: Text) -> list[Marker]:
    """Return a marker for each condition that opens a sentence by the verb alone ("Had we known, …")."""
    return [
        Marker(ChangeKind.CONDITION, frozenset(["if"]), (at, at + 1))
        for at, word in enumerate(text.words)
        if word in listed("inverted") and text.parts_sentences(at) and "?" not in text.normalised.original
    ]


def _numeric(text: Text, at: int) -> bool:
    return 0 <= at < len(text.tokens) and text.tokens[at].numeric


def _counting(text: Text, at: int) -> bool:
    """Tell whether an amount begins at token `at`, in figures or in words."""
    at += text.words[at : at + 1] == ("a",)
    words = table()["amounts"]
    return _numeric(text, at) or (
        at < len(text.words) and text.words[at] in {*words["counts"], *words["parts"]}
    )


def _negated(text: Text, at: int) -> bool:
    """Tell whether a negation stands before token `at` in its sentence: "any" is plain grammar under one."""
    while not text.parts_sentences(at):
        at -= 1
        if text.words[at] in _negators():
            return True
    return False


@lru_cache(maxsize=1)
def _negators() -> frozenset[str]:
    return frozenset(word for word in table()["negation"]["not"] if " " not in word)


@lru_cache(maxsize=1)
def _places() -> dict[str, str]:
    lines = (line.split() for line in table()["places"]["names"])
    return {form: names[0] for names in lines for form in names}


@lru_cache(maxsize=1)
def _opening() -> frozenset[str]:
    """Return the words a place may begin with."""
    first = {form.split("_")[0] for form in _places()}
    return frozenset(first | {f"{word}s" for word in first})


def places(text: Text) -> list[Marker]:
    """Return a marker for each place, people or adjective of a place that the table knows."""
    found, at = [], 0
    opening = _opening()
    while at < len(text.words):
        if text.words[at] not in opening:
            at += 1
            continue
        for width in range(min(_LONGEST_PLACE, len(text.words) - at), 0, -1):
            place = _place(text, at, width)
            if place:
                found.append(Marker(ChangeKind.NAME, frozenset([place]), (at, at + width)))
                at += width - 1
                break
        at += 1
    return found


def _place(text: Text, at: int, width: int) -> str | None:
    words = text.words[at : at + width]
    form = "_".join(words)
    place = _places().get(form) or (
        _places().get(form.removesuffix("s")) if form.endswith("s") and len(form) > 3 else None
    )
    if place is None:
        return None
    printed = text.printed(at)
    signs = len(form) == 2
    return place if (printed.isupper() if signs else printed[:1].isupper()) else None
