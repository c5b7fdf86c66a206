"""Changes of meaning between two renderings of one statement, where no words align.

Only what a translator must keep is compared: numbers, dates, names, negation, whether it is certain,
conditional, and of all or of some. What has a counterpart anywhere on the other side is no change.
"""

from collections.abc import Callable, Collection, Iterator

from quotes.text.comparing import lexicon
from quotes.text.comparing.alignment import place
from quotes.text.comparing.content import is_content
from quotes.text.comparing.kinships import lemma, nearness, opposed
from quotes.text.comparing.likeness import Likeness
from quotes.text.comparing.markers import markers
from quotes.text.comparing.meaning import NOUNS
from quotes.text.comparing.phrases import listed
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import ChangeKind, MeaningChange
from quotes.text.spans import Span

_SHARED_LETTERS = 4  # "Brazil", "Brazilian"
Found = dict[str, list[int]]
"""What tells, by its value, with the tokens that say it."""


def rendering_changes(one: Text, other: Text, alike: Likeness) -> tuple[MeaningChange, ...]:
    """Return each change of meaning; `a` is a span of the one rendering, `b` of the other."""
    changes = []
    for kind, find in _BOTH_SIDES.items():
        here, there = find(one), find(other)
        ours, theirs = _left(here, there), _left(there, here)
        if ours and theirs and not (kind is ChangeKind.NAME and _akin(one, other, ours, theirs)):
            changes.append(_change(kind, one, ours, other, theirs))
    for kind, sure, loose in _ONE_SIDE:
        ours, theirs = _indices(one, sure), _indices(other, sure)
        bare = one if theirs else other
        if bool(ours) != bool(theirs) and not (_indices(bare, loose) or bare.words[1:2] == ("who",)):
            changes.append(_change(kind, one, ours, other, theirs))
    for wholly, partly in ((one, other), (other, one)):
        whole, part = _indices(wholly, lexicon.WHOLE), _indices(partly, lexicon.PARTIAL)
        if whole and part and not _indices(wholly, lexicon.PARTIAL) and not _indices(partly, lexicon.WHOLE):
            ours, theirs = (whole, part) if wholly is one else (part, whole)
            changes.append(_change(ChangeKind.QUANTITY, one, ours, other, theirs))
    return (*changes, *_negation(one, other, alike))


def _numbers(text: Text) -> Found:
    found: Found = {}
    for i, token in enumerate(text.tokens):
        after = text.words[i + 1] if i + 1 < len(text.words) else ""
        before = text.words[i - 1] if i else ""
        if token.numeric and token.text != "1" and not lexicon.MONTHS & {before, after}:
            many = lexicon.COUNTS.get(lemma(after), 1)
            value = str(int(token.text) * many) if token.text.isdigit() else token.text
            found.setdefault(value, []).append(i)
        elif not token.numeric and not (i and text.tokens[i - 1].numeric):
            count = lexicon.COUNTS.get(token.text)
            if count:
                halved = "half" in text.words[max(i - 2, 0) : i]
                found.setdefault(str(count // 2 if halved else count), []).append(i)
    return found


def _dates(text: Text) -> Found:
    found: Found = {}
    for marker in markers(text):
        facts = dict(marker.facts)
        if "month" in facts and "day" in facts:
            found[f"{facts['month']}/{facts['day']}"] = list(range(*marker.over))
    for i, word in enumerate(text.words):
        month = word in lexicon.MONTHS and (word not in {"may", "march"} or text.printed(i)[:1].isupper())
        if word in lexicon.WEEKDAYS or (month and not (word == "may" and text.parts_sentences(i))):
            found.setdefault(word, []).append(i)
    return found


def _names(text: Text) -> Found:
    found: Found = {}
    for i, word in enumerate(text.words):
        printed = text.printed(i)
        named = printed[:1].isupper() and not printed.isupper() and not text.parts_sentences(i)
        if named and is_content(word) and word not in lexicon.WEEKDAYS | lexicon.MONTHS:
            found.setdefault(word, []).append(i)
    return found


def _akin(one: Text, other: Text, ours: list[int], theirs: list[int]) -> bool:
    """Tell whether any name left over is another form or name of one on the other side."""
    for i in ours:
        for word in other.words:
            if word[:_SHARED_LETTERS] == one.words[i][:_SHARED_LETTERS] or nearness(
                one.words[i], lemma(word)
            ):
                return True
    return any(
        word[:_SHARED_LETTERS] == other.words[j][:_SHARED_LETTERS] or nearness(other.words[j], lemma(word))
        for j in theirs
        for word in one.words
    )


def _left(here: Found, there: Found) -> list[int]:
    return sorted(i for value, places in here.items() if value not in there for i in places)


def _indices(text: Text, wanted: Collection[str]) -> list[int]:
    """Return the tokens that are one of the words; "May" is the month and "as if" no condition."""
    return [
        i
        for i, word in enumerate(text.words)
        if word in wanted
        and not (word == "may" and text.printed(i)[:1].isupper())
        and not (word == "if" and i and text.words[i - 1] == "as")
        and not (word == "may" and _forbidden(text, i))
    ]


def _forbidden(text: Text, at: int) -> bool:
    """Tell whether a negation before "may" makes it a ban, or a "though" a concession: both are certain."""
    return bool(listed("conceding").intersection(text.words[:at])) or any(
        m.over[1] <= at for m in markers(text) if m.kind is ChangeKind.NEGATION
    )


def _negation(one: Text, other: Text, alike: Likeness) -> Iterator[MeaningChange]:
    """Find a negation without a counterpart: an odd number of them between the two, antonyms counted."""
    if any(_indices(text, lexicon.DENYING) for text in (one, other)):
        return  # "refused", "without": told in words nobody can count
    ours, theirs = _negators(one), _negators(other)
    turned = [tie for tie in alike.ties if opposed(lemma(one.words[tie.a]), lemma(other.words[tie.b]))]
    odd = (len(ours) + len(theirs)) % 2
    if odd and (turned or _opposites(one, other)):
        return  # "open", "not shut"
    if odd or len(turned) % 2:
        a = ours or [tie.a for tie in turned]
        b = theirs or [tie.b for tie in turned]
        yield _change(ChangeKind.NEGATION, one, a, other, b)


def _negators(text: Text) -> list[int]:
    return [m.over[0] for m in markers(text) if m.kind is ChangeKind.NEGATION]


def _opposites(one: Text, other: Text) -> bool:
    """Tell whether any word of the one is the opposite of a word of the other."""
    return any(opposed(lemma(word), lemma(against)) for word in one.words for against in other.words)


def _change(kind: ChangeKind, one: Text, ours: list[int], other: Text, theirs: list[int]) -> MeaningChange:
    a, b = _span(one, ours), _span(other, theirs)
    here, there = _shown(one, a), _shown(other, b)
    if here and there:
        sentence = f"One rendering has {here}, the other {there}: {NOUNS[kind]}."
    else:
        sentence = f"{here or there} stands in one rendering only: {NOUNS[kind]}."
    return MeaningChange(kind, a, b, sentence)


def _span(text: Text, picked: list[int]) -> Span | None:
    """Return the span of the first of the picked tokens and what follows it directly; None for none."""
    if not picked:
        return None
    end = picked[0] + 1
    while end in picked:
        end += 1
    return place(text.normalised, text.tokens, (picked[0], end))


def _shown(text: Text, span: Span | None) -> str | None:
    return f"“{span.of(text.normalised.original)}”" if span else None


_BOTH_SIDES: dict[ChangeKind, Callable[[Text], Found]] = {
    ChangeKind.NUMBER: _numbers,
    ChangeKind.DATE: _dates,
    ChangeKind.NAME: _names,
}
_ONE_SIDE = (
    (ChangeKind.MODALITY, lexicon.UNCERTAIN, lexicon.UNCERTAIN_TOO),
    (ChangeKind.CONDITION, lexicon.CONDITIONS, lexicon.CONDITIONS_TOO),
)
