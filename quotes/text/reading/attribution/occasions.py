"""Occasions: where a sentence says that words were spoken, and whether it is the occasion of those before.

An interview goes on while the text stays with it. "In the interview", "told the programme" and "asked by
Tapper" come back to it; a tweet or a post, and what somebody "had said", are another occasion. "He was
speaking to CNN" and "made the remarks on CNN" tell of the words before them.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.attribution.titles import is_title_case
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties

# A programme's title in marks has so many words at most, and "a morning show" as many behind it.
_TITLE = 5
_APPOSED = 6
# So many where the text calls it a show or an episode, and as many adjectives before that noun.
_SHOWN = 7
_ADJECTIVES = 4
_OWNING = frozenset({"'s", "'", "’"})
_BEFORE_TITLE = frozenset({*_OWNING, "on", "the", "with", "of", "told"})


def programme_titles(
    parties: Parties, places: Sequence[int], name_at: Callable[[int], str], words: Lexicon
) -> dict[int, str]:
    """Return the titles of programmes among the quotations at `places`, by token.

    Known ones, those a broadcaster owns ("CNN's “State of the Union”"), one of a day ("on Friday's
    “Newshour”") and one the text calls a programme behind it ("on “Spotlight,” a morning show").
    """
    titles: dict[int, str] = {}
    for place in places:
        if place == 0:
            continue
        name = name_at(place).strip().rstrip(".,")
        if _is_shown(parties, place, words) and is_title_case(name, words) and len(name.split()) <= _SHOWN:
            titles[place] = name
        if parties.keys[place - 1] not in _BEFORE_TITLE:
            continue
        known = name.casefold().replace("’", "'").removeprefix("the ") in words.programmes
        titled = name[:1].isupper() and len(name.split()) <= _TITLE
        if known or (titled and (_is_owned(parties, place, words) or _is_apposed(parties, place, words))):
            titles[place] = name
    return titles


def _is_owned(parties: Parties, place: int, words: Lexicon) -> bool:
    """Tell a title behind its broadcaster, or behind "on Friday's"."""
    if place < 2 or parties.keys[place - 1] not in _OWNING:
        return False
    owner = parties.ending(place - 2)
    if owner is not None and owner.is_medium:
        return True
    return place >= 3 and parties.keys[place - 2] in words.calendar and parties.keys[place - 3] in words.aired


def _is_shown(parties: Parties, place: int, words: Lexicon) -> bool:
    """Tell a title behind "an interview on", "on the podcast", "on Friday's edition of"."""
    keys, at = parties.keys, place - 1
    hosted = keys[at] in words.hosted
    if hosted:
        at -= 1
    at -= at > 0 and keys[at] in words.articles
    if at < 1:
        return hosted and at == 0 and keys[0] in words.aired
    if keys[at] in words.carriers and (
        keys[at - 1] in words.occasions or (hosted and keys[at] in words.aired)
    ):
        return True
    return keys[at] in words.staffed and keys[at - 1] in words.episodes and _is_during(parties, at - 1, words)


def _is_during(parties: Parties, noun: int, words: Lexicon) -> bool:
    """Tell "on Friday's latest edition", "in an episode": a small word of time or place governs the noun."""
    keys, at = parties.keys, noun - 1
    while at > noun - _ADJECTIVES and keys[at] not in words.articles and keys[at] != "'s":
        at -= 1
    if at > 0 and keys[at] == "'s":
        owner = parties.ending(at - 1, attach=False)
        medium = owner is not None and owner.is_medium
        if not medium and keys[at - 1] not in words.calendar:
            return False
        at = owner.first if owner is not None and medium else at - 1
        at -= at > 0 and keys[at - 1] in words.articles
        at -= 1
        return at >= 0 and keys[at] in words.during
    return at > 0 and keys[at] in words.articles and keys[at - 1] in words.during


def _is_apposed(parties: Parties, place: int, words: Lexicon) -> bool:
    """Tell a title that "a morning show" follows."""
    behind = parties.keys[place + 1 : place + 1 + _APPOSED]
    if parties.keys[place - 1] not in words.aired or not behind:
        return False
    start = 1 if behind[0] == "," else 0
    if len(behind) <= start or behind[start] not in words.articles:
        return False
    return not words.hosted.isdisjoint(behind[start:]) and all(
        key.isalpha() for key in behind[start : start + 2]
    )


def comes_back(keys: Sequence[str], words: Lexicon) -> bool:
    """Tell "in the interview", "told the network", "asked by Tapper": the sentence takes up an interview."""
    if words.asked.isdisjoint(keys) and words.same.isdisjoint(keys):
        return False
    for place, (key, following) in enumerate(pairwise(keys)):
        if key in words.asked and following == "by" and words.lines.isdisjoint(keys[place + 2 : place + 3]):
            return True
        if key not in words.same or _is_adjective(keys[place + 1 : place + 3], words):
            continue
        behind = keys[place + 1 : place + 3]
        if following in words.definite_media or any(
            key in words.occasions or key in words.hosted for key in behind
        ):
            return True
    return False


def _is_adjective(keys: Sequence[str], words: Lexicon) -> bool:
    """Tell "weekly" in "the weekly meeting" from the weekly that is a paper."""
    leads = len(keys) > 1 and keys[0] in words.media_leads
    return leads and (keys[1] in words.setting_nouns or keys[1] in words.gatherings)


def is_apart(keys: Sequence[str], cue: Cue, words: Lexicon) -> bool:
    """Tell words of one's own channel ("tweeted") or of another time ("had said") by their cue."""
    return keys[cue.last] in words.posting or not words.past.isdisjoint(keys[cue.first : cue.last])


def tells_of_before(tokens: Sequence[Token], keys: Sequence[str], words: Lexicon) -> bool:
    """Tell "He was speaking to CNN", "She made the remarks on CNN": it is about the words before."""
    if words.afterwards.isdisjoint(keys):
        return False
    for place, key in enumerate(keys):
        if place and key in words.afterwards and tokens[place].is_word:
            before = keys[max(0, place - 2) : place]
            if not words.be.isdisjoint(before) or not words.made.isdisjoint(before):
                return True
            owned = keys[place - 1] in words.possessives and not words.be.isdisjoint(
                keys[place + 1 : place + 2]
            )
            if owned and not words.carrying.isdisjoint(keys[place + 2 : place + 4]):
                return True  # "Her comments were broadcast by CNN"
    return False
