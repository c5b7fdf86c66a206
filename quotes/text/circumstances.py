"""In which language the words of a quote were said, as far as the reporter's words around it tell."""

import re

from quotes.text.reporters import Around

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
_ENGLISH = "English"
_MEDIA = ("report", "broadcast", "article", "carried", "published", "appeared")
"""Words of a medium's: what it does in English may well be a translation."""


def said_in(around: Around) -> str | None:
    """Return the language the words were said in where the reporter names one, or says they are translated.

    The quote's own sentence goes before its paragraph, and that before what stands above, the nearest
    first. English is told of the quote's own sentence only: elsewhere, what it is told of is not these words.
    """
    own = _named(around.sentence)
    if own:
        return own[-1]
    for words in (around.paragraph, around.above):
        others = [language for language in _named(words) if language != _ENGLISH]
        if others:
            return others[-1]
    told = (around.paragraph, around.above)
    return "another language" if any(_TRANSLATION.search(words) for words in told) else None


def _named(words: str) -> list[str]:
    """Return the languages that words are said to be said in, in order of place."""
    named = []
    for found in _LANGUAGE.finditer(words):
        language = found["language"] or found["plain"] or found["text"]
        verbs = words[: found.start()].split()[-1:] + found.group().split()
        if language != _ENGLISH or not any(word.startswith(_MEDIA) for word in verbs):
            named.append(language)
    return named
