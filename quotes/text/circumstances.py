"""What an article says of the occasion around a quote: how recent it was, and in which language."""

import re
from datetime import date, timedelta

# A story that tells the setting reports a fresh occasion; what is older it dates.
FRESH_DAYS = 7
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
)
_DATED = re.compile(
    rf"\b(?:in|on|of|since|from)\s+(?:\d{{1,2}}\s+)?(?:{_MONTHS})\b|\b(?:{_MONTHS})\.?\s+\d{{1,2}}\b"
    r"|\b(?:19|20)\d\d\b|\blast (?:week|month|year|spring|summer|autumn|fall|winter)\b"
    r"|\b(?:days|weeks|months|years|decades) (?:ago|earlier|before)\b"
    r"|\b(?:earlier|previously|once|repeatedly|often|always|again and again|used to|has said|had said)\b"
)
_TRANSLATION = re.compile(r"\btranslat(?:ed|ion|ions|or|ors)\b", re.IGNORECASE)
_LISTED = (
    "German|French|Dutch|Czech|Welsh|Arabic|Hindi|Urdu|Farsi|Dari|Pashto|Bengali|Tamil|Hebrew|Greek|Catalan"
    "|Mandarin|Thai|Tagalog|Swahili|Icelandic|Flemish|Afrikaans|English"
)
# What follows tells the language ("in Hungarian by the agency") from the adjective ("in Hungarian towns").
_LANGUAGE = re.compile(
    r"\b(?:reports?|speech|statement|interview|article|post|remarks|broadcast|said|spoke|speaking|wrote|written"
    r"|carried|published|appeared)\b[^.“”\"]{0,40}?\b(?:in|from)\s+"
    rf"(?P<language>{_LISTED}|[A-Z][a-z]+(?:ian|ean|ish|ese))"
    r"(?=\s*(?:[.,;:)]|$|\b(?:by|on|and|to|at|with|from|for|in|that)\b))"
)
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s")


def sentence(before: str, after: str) -> str:
    """Return the reporter's words in the sentence of a quote: `before` and `after` surround it."""
    start = _SENTENCE_END.split(before.rpartition("\n")[2])[-1]
    return f"{start} {_SENTENCE_END.split(after.partition(chr(10))[0])[0]}"


def said_since(*, around: str, setting: str, published: str | None) -> str | None:
    """Return the earliest day the words can have been said on, as ISO 8601; None where nothing tells.

    `around` is the reporter's words in the quote's own sentence. With a setting ("told the rally") and
    no other date, the words are those of an occasion of the last days before `published`.
    """
    if not setting or not published or _DATED.search(around):
        return None
    try:
        day = date.fromisoformat(published[:10])
    except ValueError:
        return None
    return (day - timedelta(days=FRESH_DAYS)).isoformat()


def said_in(around: str) -> str | None:
    """Return the language the words were said in where the reporter names one, or says they are translated.

    `around` is the reporter's text before the quote and in its paragraph.
    """
    named = _LANGUAGE.search(around)
    if named:
        return named["language"]
    return "another language" if _TRANSLATION.search(around) else None
