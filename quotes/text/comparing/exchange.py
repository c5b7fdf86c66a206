"""A pair of printings as JSON, in and out."""

from collections.abc import Mapping

from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Comparison, MeaningChange, Printing
from quotes.text.spans import Span

Record = Mapping[str, object]


def answer(record: object) -> dict[str, object]:
    """Compare the two printings of a record and return the answer as JSON values.

    In: {"pair", "a": {"text", "speaker", "date", "outlet", "via"}, "b": {…}, "said_in"}, all but the
    texts optional. Out: {"pair", "relation", "meaning_changed", "changes": [{"kind", "a": [start, end],
    "b": [start, end]}], "score"}; offsets into the texts as given, null on a side without such words.
    Raises ValueError saying what is wrong and what to give instead.
    """
    if not isinstance(record, Mapping):
        raise ValueError('not an object: give {"a": {"text": …}, "b": {"text": …}}')
    given = Circumstances(said_in=_text(record, "said_in", "the record"))
    found = relate(_printing(record, "a"), _printing(record, "b"), given=given)
    return {"pair": record.get("pair"), **_outcome(found)}


def _outcome(found: Comparison) -> dict[str, object]:
    return {
        "relation": found.relation.value,
        "meaning_changed": bool(found.changes),
        "changes": [_change(change) for change in found.changes],
        "score": round(found.score, 4),
    }


def _change(change: MeaningChange) -> dict[str, object]:
    return {"kind": change.kind.value, "a": _offsets(change.a), "b": _offsets(change.b)}


def _offsets(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _printing(record: Record, side: str) -> Printing:
    given = record.get(side)
    if not isinstance(given, Mapping):
        raise ValueError(f'"{side}" is no object: give {{"text": …}}')
    text = _text(given, "text", f'"{side}"')
    if text is None:
        raise ValueError(f'"{side}" has no "text": give the words as printed')
    return Printing(
        text=text,
        speaker=_text(given, "speaker", f'"{side}"'),
        published_at=_text(given, "date", f'"{side}"'),
        outlet=_text(given, "outlet", f'"{side}"'),
        via=_names(given, side),
    )


def _text(given: Record, name: str, where: str) -> str | None:
    value = given.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f'"{name}" of {where} is no text: give a string, or leave it out')
    return value


def _names(given: Record, side: str) -> tuple[str, ...]:
    value = given.get("via")
    names = [] if value is None else [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError(f'"via" of "{side}" is no list of names: give ["KCNA", …], or leave it out')
    return tuple(names)
