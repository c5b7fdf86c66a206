"""Sayings: words that tell of no event, so that one speaker may say them on any occasion.

"Roofs first, flags later" and "all options are on the table" come again; "the pumps were switched off at
midnight" was said once, however often it is printed.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import log

from quotes.text.comparing.content import is_content, stem
from quotes.text.comparing.kinship import Pair
from quotes.text.comparing.kinships import lemma, nearness
from quotes.text.comparing.lexicon import PAST, tense
from quotes.text.comparing.likelihood import Occasion, Shared
from quotes.text.comparing.markers import markers
from quotes.text.comparing.phrases import listed, table
from quotes.text.comparing.speakers import Agreement
from quotes.text.comparing.surroundings import Surroundings, specifics
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind, Occasions, Relation
from quotes.text.comparing.weights import Weights

Parts = tuple[tuple[str, float], ...]
_WHOLE = frozenset({Relation.EXACT, Relation.TYPOGRAPHIC, Relation.EDITED})
_AUXILIARY_REACH = 4
_KINDRED = 0.3
_ONE = "1"  # "one" counts nothing in "one valley, one wage"
_BY_WORDS = {Occasions.OPEN, Occasions.AGAIN, Occasions.LATER}


def repeated(
    pair: Pair, relation: Relation, shared: Shared, known: Occasion, standing: Occasions, weights: Weights
) -> Parts:
    """Return what it adds that one speaker may have said the words on two days; nothing where one is told."""
    days = known.days or 0
    if standing not in _BY_WORDS or known.same_article or known.speakers is Agreement.CONFLICT:
        return ()
    parts = []
    if standing is Occasions.AGAIN and days and relation in _WHOLE and not eventful(pair.printing):
        parts.append(("said again", weights.said_again))
    elif days > weights.soon_days and relation in _WHOLE and not eventful(pair.printing):
        short = min(max(3 - 2 * shared.nats / weights.saying_nats, 0.0), 1.0)
        part = weights.pointing_share if points(pair.printing) else 1.0
        parts.append(("saying", weights.per_saying_day_log * short * part * log(1 + days)))
    if relation is Relation.EDITED and days > weights.soon_days:
        parts.append(("other matter", weights.other_matter * _other_matter(pair)))
    return tuple(part for part in parts if part[1])


def framed(pair: Pair, weights: Weights) -> bool:
    """Tell whether a wording takes up the frame of another, word for word, for another matter.

    Two translators share few words; where they share most, and what matters is another, nobody translated.
    """
    equal = sum(step.a[1] - step.a[0] for step in pair.within if step.operation == "equal")
    if equal < weights.framed_words or equal < weights.least_fidelity * len(pair.printing.words):
        return False
    return _other_matter(pair) >= weights.framed_share


def later(pair: Pair, relation: Relation, shared: Shared, standing: Occasions, weights: Weights) -> bool:
    """Tell whether the words are another occasion's: by the days told, or by a setting told as fresh."""
    if standing is Occasions.LATER:
        return relation is not Relation.DIFFERENT and (
            shared.nats < weights.later_nats or (relation in _WHOLE and not eventful(pair.printing))
        )
    return standing is Occasions.APART


def formula(
    pair: Pair,
    relation: Relation,
    known: Occasion,
    standing: Occasions,
    around: Surroundings,
    weights: Weights,
) -> bool:
    """Tell whether two stories print the same words, rather than one utterance: by what is told around them.

    Two people's words that tell of no event, or that come long after, are two utterances; so are one
    speaker's on two days, if they name nothing. Where the stories share names or figures they may be one.
    """
    days = known.days
    if days is None or known.same_article or relation is Relation.DIFFERENT:
        return False
    eventless = not eventful(pair.printing)
    if known.speakers is Agreement.CONFLICT:
        suspect = eventless or days > weights.disputed_days
    else:
        suspect = (
            eventless
            and days > weights.soon_days
            and standing in _BY_WORDS
            and relation in _WHOLE
            and not specifics(pair.printing.normalised.original).sure - around.but
        )
    if not suspect:
        return False
    both = around.shared()
    return both is not None and both < (
        weights.one_story_late if days > weights.late_days else weights.one_story
    )


def points(text: Text) -> bool:
    """Tell whether a wording opens with a word that points to what was said before it."""
    return text.words[0] in listed("pointing_back")


@lru_cache(maxsize=8192)
def eventful(text: Text) -> bool:
    """Tell whether a wording tells of an event: something past, a number of things, a day."""
    if any(_counts(text, at) for at in range(len(text.tokens))):
        return True
    if any(marker.kind is ChangeKind.DATE and marker.facts for marker in markers(text)):
        return True
    return any(_past(text.words, at) for at in range(len(text.words)))


def _counts(text: Text, at: int) -> bool:
    """Tell whether a token is a number of things; a length of time is no event."""
    token = text.tokens[at]
    after = lemma(text.words[at + 1]) if at + 1 < len(text.words) else ""
    return token.numeric and token.text != _ONE and after not in table()["dates"]["spans"]


def _past(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is a verb of the past, rather than a participle or part of a name."""
    word = words[at]
    if at and words[at - 1] in listed("before_nouns"):
        return False
    found = tense(word) if lemma(word) != word else None
    past = (found is not None and found[1] == PAST) or word in listed("past")
    return past and not listed("auxiliaries").intersection(words[max(at - _AUXILIARY_REACH, 0) : at])


def _other_matter(pair: Pair) -> float:
    """Return the share of the printing's content words replaced by others that are no kin of theirs."""
    kept = replaced = 0
    for step in pair.within:
        here = _content(pair.printing, step.a)
        there = _content(pair.fuller, step.b)
        if step.operation == "replaced" and here and there:
            replaced += sum(not any(_akin(word, other) for other in there) for word in here)
        kept += len(here)
    return replaced / kept if kept else 0.0


def _content(text: Text, over: tuple[int, int]) -> list[str]:
    tokens = text.tokens[slice(*over)]
    return [token.text for token in tokens if is_content(token.text) and not token.numeric]


def _akin(one: str, other: str) -> bool:
    return stem(one) == stem(other) or nearness(lemma(one), lemma(other)) >= _KINDRED
