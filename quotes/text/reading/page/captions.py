"""Captions: lines under pictures, told by the picture's credit."""

import re
from dataclasses import dataclass
from functools import cache

from quotes.text.reading.agencies import AGENCIES
from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.page.casing import normal_case
from quotes.text.reading.page.forms import Forms, alternatives
from quotes.text.reading.page.lines import word_set

_LONGEST = 400
_TOLD_BY = 4  # letters of a phrase by which it is looked for
_REACH = 130  # a credit stands in the last characters of its line
_BEFORE = r"(?:^|[.!?”\"')\]]\s|\s[|–—-]+\s|[(\[])"
_CREDIT = r"(?P<credit>[^\s:.][^:\n]{1,80}?)"
_PERSON = r"[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}"


@dataclass(frozen=True, slots=True)
class Caption:
    """A caption: the picture's credit in normal case (None where it has none).

    `alone` tells that the line is the credit and nothing else.
    """

    credit: str | None
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    ends: re.Pattern[str]  # "… Picture: X", "… Photo credit: X"
    by: re.Pattern[str]  # "(Photo by X)"
    named: re.Pattern[str]  # "REUTERS/X", "X/AP", "AFP via X"
    barred: re.Pattern[str]  # "… | AP", "© AFP"
    bank: re.Pattern[str]
    labels: Forms
    kinds: re.Pattern[str]
    heads: tuple[str, ...]  # what each of the kinds begins with
    passed: tuple[str, ...]
    vias: tuple[str, ...]
    printed: tuple[str, ...]  # the kinds as a credit prints them: "(AP Photo)"
    joining: frozenset[str]


@cache
def _words(language: str) -> _Words:
    words = page_words(language)["pictures"]
    kind, credits_, by = (alternatives(words[name]) for name in ("kinds", "credits", "by"))
    banks = [bank.strip() for bank in words["banks"].split(",")]
    wires = {form for name, forms in AGENCIES.items() for form in (name, *forms)} | set(banks)
    wire = alternatives(",".join(wires | {form.upper() for form in wires}))
    via = "|".join(f"{v}|{v.upper()}" for v in words["via"].split())
    photo = words["kinds"].split(",")
    photos = alternatives(",".join([*map(str.title, photo), *map(str.upper, photo)]))
    chain = rf"(?:(?:\s?/\s?|\s(?:{via})\s|\s(?=(?:{photos})\b))[^/:()\n]{{2,40}}){{1,4}}"
    return _Words(
        re.compile(
            rf"{_BEFORE}(?:(?:{kind})(?:/video)?(?: ?(?:{credits_}|{by}))?|(?:{credits_}))\s?[:：/|]\s?"
            rf"{_CREDIT}[.)\]]*$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"[(\[]?\b(?:{kind})\s(?:{alternatives(words['passed'])})\s{_CREDIT}[.)\]]*$", re.IGNORECASE
        ),
        re.compile(
            rf"(?:[(\[]|(?:^|[.!?”\"')\]]\s|\s[|©–—-]\s?))(?P<credit>(?:©\s?)?"
            rf"(?:(?:{wire})(?:{chain})|{_PERSON}\s?/\s?(?:{wire})(?:{chain})?))[.)\]]*$"
        ),
        re.compile(rf"[.!?”\"')]\s?(?:\||©)\s?(?P<credit>(?:{wire})(?:\s[\w .]{{2,40}})?)$"),
        re.compile(rf"(?:{alternatives(words['banks'])})(?:/[\w .]{{2,30}})?\.?"),
        Forms({"caption": words["labels"]}),
        re.compile(rf"\b(?:{kind}|{credits_})\b", re.IGNORECASE),
        _heads(words["kinds"], words["credits"]),
        tuple(f" {phrase.strip()} " for phrase in words["passed"].split(",")),
        tuple(f" {word} " for word in words["via"].split()),
        tuple(form for kind in photo for form in (kind.strip().title(), kind.strip().upper())),
        word_set(words["joining"]),
    )


def _heads(*listed: str) -> tuple[str, ...]:
    """Return the first letters of the phrases, each once; no phrase stands where none of them does."""
    phrases = (phrase.strip().casefold() for phrase in ",".join(listed).replace("\n", " ").split(","))
    return tuple(sorted({phrase[:_TOLD_BY] for phrase in phrases if phrase}))


def caption_of(line: str, language: str = "en") -> Caption | None:
    """Read `line` as a picture's caption, or its credit alone; None where it is neither.

    Known by a credit at its end ("… Picture: KCNA VIA REUTERS", "(AP Photo/Jane Doe)",
    "REUTERS/John Roe/File Photo") or by "FILE PHOTO:" and the like at its start.
    """
    if len(line) > _LONGEST:
        return None
    words = _words(language)
    for pattern in _patterns(line, words):
        found = pattern.search(line, max(0, len(line) - _REACH))
        if found and (credit := _credit(found["credit"], words)):
            return Caption(credit, alone=found.start() == 0)
    if len(line) <= 45 and words.bank.fullmatch(line):
        return Caption(normal_case(line.rstrip("."), language=language), alone=True)
    return Caption(None) if words.labels.match(line) else None


def _patterns(line: str, words: _Words) -> list[re.Pattern[str]]:
    """Return the patterns worth trying on a line that ends so: each needs marks or words."""
    end = line[-_REACH:]
    lower = end.casefold()
    passed = [phrase for phrase in words.passed if phrase in lower]
    via = [phrase for phrase in words.vias if phrase in lower]
    barred, slashed, coloned = "|" in end or "©" in end, "/" in end, ":" in end or "：" in end
    closed = end[-1] in ")]" and any(kind in end for kind in words.printed)
    if not (passed or via or barred or slashed or coloned or closed):
        return []
    pictured = any(map(lower.__contains__, words.heads)) and words.kinds.search(end) is not None
    worth = (
        (words.ends, pictured and (slashed or barred or coloned)),
        (words.by, pictured and bool(passed)),
        (words.named, slashed or bool(via) or pictured),
        (words.barred, barred),
    )
    return [pattern for pattern, tried in worth if tried]


def _credit(printed: str, words: _Words) -> str | None:
    """Return the credit in normal case, None where the words after the mark are a sentence."""
    credit = printed.strip(" ©.,|–—-")
    pieces = credit.split()
    if not pieces or len(pieces) > 9 or any(word.islower() and word not in words.joining for word in pieces):
        return None
    return normal_case(credit, short_forms=True)
