"""Exchange: an article as a JSON record in, its reading as a JSON record out."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from quotes.text.reading.agencies import printed_form
from quotes.text.reading.lexicon import UnknownLanguageError, language_of
from quotes.text.reading.reading import read
from quotes.text.reading.types import Appearance, Basis, Given, Hop, Page

Record = dict[str, Any]
_OPTIONAL = ("title", "outlet", "date", "language")


class BadRecordError(ValueError):
    """A record that cannot be read; the message says what is wrong and what to do."""


def extracted(record: Any) -> Record:
    """Return the reading of one article record (`id`, `text`, optional `title, outlet, date, byline,
    language`).

    Offsets point into `text` as given. Raises BadRecordError with a sentence for the sender.
    """
    if not isinstance(record, Mapping):
        raise BadRecordError('not an object; give one object a line, as {"id": "a1", "text": "…"}')
    identity, text = record.get("id"), record.get("text")
    if not isinstance(identity, str | int) or isinstance(identity, bool) or identity == "":
        raise BadRecordError('"id" is missing or no string; give each article an id of its own')
    if not isinstance(text, str):
        raise BadRecordError('"text" is missing or no string; give the article\'s text')
    reading = read(text, _given(record))
    return {
        "article_id": identity,
        "article": _article(reading.page),
        "quotes": [_quote(text, appearance) for appearance in reading.appearances],
    }


def _given(record: Mapping[str, Any]) -> Given:
    for name in _OPTIONAL:
        if record.get(name) is not None and not isinstance(record[name], str):
            raise BadRecordError(f'"{name}" is no string; give a string or leave it out')
    return Given(
        title=record.get("title") or None,
        outlet=record.get("outlet") or None,
        published_at=_date(record.get("date")),
        byline=_byline(record.get("byline")),
        language=_language(record.get("language")),
    )


def _language(given: str | None) -> str | None:
    if not given:
        return None
    try:
        return language_of(given)
    except UnknownLanguageError as error:
        raise BadRecordError(f'"language" {error}') from None


def _date(given: str | None) -> str | None:
    if not given:
        return None
    try:
        datetime.fromisoformat(given)
    except ValueError:
        raise BadRecordError(
            f'"date" {given[:40]!r} is no date; write it as 2023-08-14 or 2023-08-14T08:18'
        ) from None
    return given


def _byline(given: Any) -> tuple[str, ...]:
    if given is None or given == "":
        return ()
    if isinstance(given, str):
        return (given,)
    if isinstance(given, list) and all(isinstance(name, str) for name in given):
        return tuple(name for name in given if name.strip())
    raise BadRecordError('"byline" is neither a string nor a list of strings; give the names of the writers')


def _article(page: Page) -> Record:
    return {
        "title": page.title,
        "byline": list(page.byline),
        "published_at": page.published_at,
        "dateline": page.dateline,
        "credit": page.credit,
    }


def _quote(text: str, appearance: Appearance) -> Record:
    speaker, *relays = appearance.chain
    return {
        "start": appearance.span.start,
        "end": appearance.span.end,
        "segments": [[segment.start, segment.end] for segment in appearance.segments],
        "text": appearance.span.of(text),
        "kind": appearance.kind.value,
        "speaker": _name(speaker, text),
        "cue": appearance.cue.of(text) if appearance.cue else None,
        "chain": [_name(hop, text) for hop in relays if hop.source is not None],
        "hops": [_hop(hop, text) for hop in appearance.chain],
        "confidence": appearance.confidence,
    }


def _name(hop: Hop, text: str) -> str | None:
    """Name the hop as the article does; a credit, a mark more than a name, by the agency's usual name."""
    if hop.source is None or hop.basis is Basis.CREDIT:
        return hop.source
    return printed_form(hop.source, text)


def _hop(hop: Hop, text: str) -> Record:
    return {
        "source": _name(hop, text),
        "basis": hop.basis.value,
        "start": hop.evidence.start,
        "end": hop.evidence.end,
    }
