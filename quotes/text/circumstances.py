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
_RECENT = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|\b(?:[Yy]esterday|today|tonight|this (?:morning|afternoon|evening))\b"
)
_TRANSLATION = re.compile(
    r"\b(?i:translat(?:ed|ion|ions|or|ors)|interpreters?)\b|\b(?!English)[A-Z][a-z]+-language\b"
)
_LISTED = (
    "German|French|Dutch|Czech|Welsh|Arabic|Hindi|Urdu|Farsi|Dari|Pashto|Bengali|Tamil|Hebrew|Greek|Catalan"
    "|Mandarin|Cantonese|Thai|Tagalog|Swahili|Icelandic|Flemish|Afrikaans|English|Basque|Malay|Burmese|Lao|Khmer"
    "|Kurdish|Amharic|Hausa|Yoruba|Zulu|Creole|Quechua|Gaelic|Irish"
)
_TONGUE = rf"(?:{_LISTED}|[A-Z][a-z]+(?:ian|ean|ish|ese))"
# What follows tells the language ("in Hungarian by the agency") from the adjective ("in Hungarian towns").
_FOLLOWS = (
    r"(?=\s*(?:[.,;:)—–“‘\"]|$"
    r"|\b(?:by|on|and|to|at|with|from|for|in|that|when|before|after|outside|during)\b))"
)
_LANGUAGE = re.compile(
    r"\b(?:reports?|speech|statement|interview|article|post|remarks|broadcast|said|says|spoke|speaking|wrote|written"
    r"|carried|published|appeared|told|asked|added|declared|replied|answered|shouted|warned|announced|posted)\b"
    rf"[^.“”\"]{{0,60}}?\b(?:in|from)\s+(?:the\s+|original\s+|his\s+native\s+|her\s+native\s+)?(?P<language>{_TONGUE}){_FOLLOWS}"
    rf"|\bin\s+(?P<plain>{_LISTED}){_FOLLOWS}"
    r"|\bthe\s+(?P<text>[A-Z][a-z]+(?:ian|ean|ish|ese)|German|French|Arabic|Hebrew|Greek)\s+(?:text|original|version|transcript)\b"
)
_SENTENCE_END = re.compile(r"[.!?][”’\"')]*\s")


def sentence(before: str, after: str) -> str:
    """Return the reporter's words in the sentence of a quote: `before` and `after` surround it."""
    start = _SENTENCE_END.split(before.rpartition("\n")[2])[-1]
    return f"{start} {_SENTENCE_END.split(after.partition(chr(10))[0])[0]}"


def said_since(*, around: str, setting: str, published: str | None) -> str | None:
    """Return the earliest day the words can have been said on, as ISO 8601; None where nothing tells.

    `around` is the reporter's words in the quote's own sentence. With a setting ("told the rally") or a day
    of the week, and no other date, the words are those of an occasion of the last days before `published`.
    """
    recent = bool(setting) or _RECENT.search(around) is not None
    if not recent or not published or _DATED.search(around):
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
        return named["language"] or named["plain"] or named["text"]
    return "another language" if _TRANSLATION.search(around) else None
