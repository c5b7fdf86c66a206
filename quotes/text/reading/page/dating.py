"""Dating: which of the printed dates an article was published at, and what is wrong with the rest."""

from collections.abc import Iterator, Sequence

from quotes.text.reading.page.dates import PrintedDate, dates_in
from quotes.text.reading.page.lines import line_number
from quotes.text.reading.page.parts import Part
from quotes.text.reading.types import Given, Problem
from quotes.text.spans import Span

_DATED = ("date", "byline", "section", "notice")


def published(
    text: str, head: Sequence[Part], tail: Sequence[Part], given: Given, language: str = "en"
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return when the article was published, ISO 8601 as precise as printed, and the problems.

    A date of publishing goes before one of a change, then one with a time before one
    without, then the first. A date that cannot be is always a problem; one that can be
    read two ways is a problem only where it is needed.
    """
    problems = []
    known, fault = _given(given.published_at, language)
    if fault:
        problems.append(Problem(Span(0, 0), fault))
    dates = [*_dates(head, language), *_dates(tail, language)]
    when = known or _best([date for _, date in dates if date.iso])
    for part, date in dates:
        if date.fault and not (known and "can be read" in date.fault):
            problems.append(_problem(text, part, date))
    return when, tuple(problems)


def _dates(parts: Sequence[Part], language: str) -> Iterator[tuple[Part, PrintedDate]]:
    for part in parts:
        for date in part.dates or (dates_in(part.line.head, language) if part.kind in _DATED else ()):
            yield part, date


def _best(dates: Sequence[PrintedDate]) -> str | None:
    ranked = sorted(dates, key=lambda date: (date.later, "T" not in (date.iso or "")))
    if not ranked:
        return None
    first = next(date for date in dates if date.later == ranked[0].later)
    same = [
        date
        for date in ranked
        if date.later == first.later and (date.iso or "")[:10] == (first.iso or "")[:10]
    ]
    return same[0].iso


def _given(printed: str | None, language: str) -> tuple[str | None, str | None]:
    if not printed:
        return None, None
    dates = dates_in(printed, language)
    if len(dates) == 1 and dates[0].iso and not dates[0].fault:
        return (printed if printed.startswith(dates[0].iso[:10]) else dates[0].iso), None
    reason = dates[0].fault if dates and dates[0].fault else f"“{printed[:60]}” is not a date"
    return None, f"The date given with the article: {reason}; give it as YYYY-MM-DD."


def _problem(text: str, part: Part, date: PrintedDate) -> Problem:
    start = part.line.span.start
    span = Span(start + date.start, start + date.end)
    return Problem(
        span,
        f"Line {line_number(text, span.start)}: {date.fault}; "
        "correct it in the text, or give the date with the article as YYYY-MM-DD.",
    )
