"""Submissions: what a sender hands in, checked before anything is stored. Nothing is cleaned silently.

The text is kept as it comes, line endings and blanks too: every offset points into it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from quotes.services.errors import Refused
from quotes.text.reading.lexicon import known_language, languages
from quotes.text.reading.page.bylines import byline_of

LONGEST_TEXT = 1_000_000  # code points
LONGEST = {"outlet": 300, "title": 1000, "byline": 300, "sender_id": 300, "published_at": 60, "url": 4000}
_NAMES = {"published_at": "date of publishing", "sender_id": "sender's id", "url": "URL", "html": "HTML"}
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True)
class Submission:
    """An article as handed in: its outlet, and either text or HTML; the rest where the sender knows it.

    `published_at` is a date as ISO 8601 or as printed, `sender_id` the sender's own id of the article,
    `language` a tag as in BCP 47, None where the text shall tell.
    """

    outlet: str
    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    byline: tuple[str, ...] = ()
    sender_id: str | None = None
    language: str | None = None

    @property
    def body(self) -> str:
        """What was handed in as text or HTML."""
        return self.text if self.text is not None else self.html or ""


def from_record(record: object, *, outlet: str | None = None, url: str | None = None) -> Submission:
    """Return the submission in one JSON object of a feed; `outlet` and `url` stand in where it has none.

    Its fields: `id, outlet, url, title, published_at, byline, text | html, language`; others are ignored,
    null is as good as absent, `byline` is a name or a list of names, `id` a string or a whole number.
    Raises Refused for a field of the wrong type.
    """
    if not isinstance(record, Mapping):
        raise Refused(
            'This is not an article; write one JSON object, as {"outlet": …, "text": …}.', code="bad_type"
        )
    known = {field.name for field in fields(Submission)} - {"sender_id", "byline"}
    given: dict[str, Any] = {
        name: value for name in known if (value := record.get(name)) is not None and _is_text(name, value)
    }
    names, sender_id = record.get("byline") or (), record.get("id")
    if isinstance(names, str):
        names = _names(names)
    if not isinstance(names, list | tuple) or not all(isinstance(name, str) for name in names):
        raise Refused(
            "The byline is not a name or a list of names; write it so.", code="bad_type", field="byline"
        )
    if isinstance(sender_id, int) and not isinstance(sender_id, bool):
        sender_id = str(sender_id)
    if sender_id is not None and _is_text("id", sender_id):
        given["sender_id"] = sender_id
    given["outlet"] = given.get("outlet") or outlet or ""
    given["url"] = given.get("url") or url
    return Submission(byline=tuple(names), **given)


def _names(byline: str) -> tuple[str, ...]:
    """Return the people a printed byline names ("By Ann Lee and Bo Ek"), or the line as it is."""
    read = byline_of(byline)
    return read.names if read and read.names else (byline,)


def check(submission: Submission) -> None:
    """Raise Refused for the first thing in `submission` that cannot be stored as it is."""
    if not submission.outlet.strip():
        raise Refused(
            "The article has no outlet; say who printed it (its outlet field, or --outlet NAME).",
            code="no_outlet",
            field="outlet",
        )
    for name, limit in LONGEST.items():
        value = getattr(submission, name)
        for part in value if isinstance(value, tuple) else (value or "",):
            _check_storable(name, part)
            _check_length(name, part, limit)
    if submission.language:
        _check_language(submission.language)
    check_body(submission)


def _check_language(language: str) -> None:
    if not _LANGUAGE.fullmatch(language) or len(language) > 12:
        raise Refused(
            f"“{language[:20]}” is not a language tag; give one such as en or de-AT.",
            code="bad_language",
            field="language",
        )
    if known_language(language) is None:
        raise Refused(
            f"Articles in “{language}” cannot be read; give one of {', '.join(languages())},"
            " or leave the language out.",
            code="bad_language",
            field="language",
        )


def check_body(submission: Submission) -> None:
    """Raise Refused where the text or HTML is missing, too long, or cannot be stored as it is."""
    if submission.text is not None and submission.html is not None:
        raise Refused(
            "The article has both text and HTML; give one of the two.", code="bad_type", field="html"
        )
    name = "html" if submission.text is None and submission.html is not None else "text"
    if not submission.body.strip():
        raise Refused("There is no text in it; give the words of the article.", code="empty", field=name)
    _check_length(name, submission.body, LONGEST_TEXT * (4 if name == "html" else 1))
    _check_storable(name, submission.body)


def _check_storable(name: str, value: str) -> None:
    found = _UNSTORABLE.search(value)
    if found is None:
        return
    what = "a NUL character" if found.group() == "\0" else f"half a character (U+{ord(found.group()):04X})"
    line, at = value.count("\n", 0, found.start()) + 1, found.start()
    where = f"line {line} (offset {at})" if name in ("text", "html") else f"offset {at}"
    remedy = "save it as text in UTF-8" if name in ("text", "html") else "take it out"
    raise Refused(
        f"The {_NAMES.get(name, name)} has {what} at {where}; {remedy}.", code="not_text", field=name
    )


def _check_length(name: str, value: str, limit: int) -> None:
    if len(value) <= limit:
        return
    remedy = "leave out what is not the article" if name in ("text", "html") else "shorten it"
    raise Refused(
        f"The {_NAMES.get(name, name)} has {len(value):,} characters, the limit is {limit:,}; {remedy}.",
        code="too_large",
        field=name,
    )


def _is_text(name: str, value: object) -> bool:
    if not isinstance(value, str):
        raise Refused(
            f"The field {name} is not a text but {_json_name(value)}; write it in quotation marks.",
            code="bad_type",
            field=name,
        )
    return True


def _json_name(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), "something else")
