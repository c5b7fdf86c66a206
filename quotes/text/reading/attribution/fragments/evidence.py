"""Evidence: all that may speak for or against a few words in marks being somebody's.

Each piece of evidence is a short name; weights.py says how much it weighs. A name begins with the group
it belongs to, which is what an editor is told (see weights.reason).
"""

from quotes.text.reading.attribution.cues import Cue
from quotes.text.reading.attribution.fragments.surroundings import Surroundings, word_class, word_class_of
from quotes.text.reading.attribution.titles import in_capitals, is_title_case
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token

_STEPS = (1, 2, 3, 5, 8, 13, 20)
_LONG = 30  # characters, marks and all: a quotation beside it that is a statement
_NEAR = 4
_VERB = 20
_MARKS = " .,;:!?…\"'’‘“”()[]"


def evidence(around: Surroundings, words: Lexicon) -> list[str]:
    """Return the names of everything seen in and round the fragment."""
    look = _look(around, words)
    return [
        *_inside(around, look, words),
        *_beside(around, look, words),
        *_speech(around, look, words),
        *_context(around),
    ]


def _look(around: Surroundings, words: Lexicon) -> str:
    """Return how the fragment is written: small, as a title, as one large word …; "h" in a headline."""
    bare = around.inner.strip(_MARKS)
    spoken = bare.split() or [""]
    if words.capital_nouns:  # a capital tells nothing
        return "small"
    if spoken[0][:1].isupper():
        alone = "acronym" if spoken[0].isupper() and len(spoken[0]) > 1 else "one"
        look = alone if len(spoken) == 1 else "title" if is_title_case(bare, words) else "first"
    elif any(word[:1].isupper() for word in spoken):
        look = "inside"
    else:
        look = "digit" if spoken[0][:1].isdigit() else "small"
    return f"h{look}" if in_capitals(around.sentence.tokens) else look


def _inside(around: Surroundings, look: str, words: Lexicon) -> list[str]:
    bare = around.inner.strip(_MARKS)
    spoken = bare.split() or [""]
    count = min(len(spoken), _NEAR)
    last = around.inner[-1:]
    end = last if last in ".,!?…" else ""
    first = word_class_of(spoken[0], words)
    names = [
        f"words {count}",
        f"look {look}",
        f"look {look} {count}",
        f"end {end}",
        f"end {end} {look}",
        f"marks {around.family}",
        f"kind {around.kind} {look}",
        f"in first {first}",
        f"in first {count} {first}",
        f"in last {count} {word_class_of(spoken[-1], words)}",
    ]
    if spoken[0][:1].islower():
        names.append(f"in word {spoken[0]}")
    if any(word.casefold() in words.pronouns for word in spoken):
        names.append("in pronoun")
    if "-" in bare:
        names.append("in hyphen")
    return names


def _beside(around: Surroundings, look: str, words: Lexicon) -> list[str]:
    place, tokens = around.place, around.sentence.tokens
    before = [word_class(around.token(place - step), words) for step in (1, 2, 3)]
    after = [word_class(around.token(place + step), words) for step in (1, 2)]
    last = around.inner[-1:]
    names = [
        *(f"before {step} {name}" for step, name in enumerate(before)),
        *(f"after {step} {name}" for step, name in enumerate(after)),
        f"before {before[0]} {look}",
        f"after {after[0]} {look}",
        f"before {before[1]} {before[0]}",
        f"after {after[0]} {after[1]}",
        f"between {before[0]} {after[0]}",
        f"before {before[0]} end {last if last in '.,!?' else ''}",
    ]
    for step, token in enumerate(tokens[max(0, place - _NEAR) : place][::-1]):
        if _is_common(token):
            names += [f"near {token.key}", f"near {min(step, 2)} {token.key}"]
    names += [f"behind {token.key}" for token in tokens[place + 1 : place + 3] if _is_common(token)]
    if len(around.inner.split()) == 1:
        names += [f"one before {before[0]}", f"one after {after[0]}"]
    return names


def _is_common(token: Token) -> bool:
    """Tell a word that may count by itself; names say too much of the articles the weights come from."""
    return not token.is_quote and not token.is_capital


def _speech(around: Surroundings, look: str, words: Lexicon) -> list[str]:
    """Return what reports it: the governing cue, its side and distance, other verbs of speech."""
    place, keys = around.place, around.sentence.keys
    before = word_class(around.token(place - 1), words)
    after = word_class(around.token(place + 1), words)
    cue = around.speaking
    names = [
        f"speaker {around.route}",
        f"speaker {around.route} {cue is not None} {around.relays} {place == 0}",
        f"cues {min(len(around.cues), 3)}",
    ]
    if cue is None:
        names += ["cue none", f"cue none {look}", f"cue none {before}", f"cue none {after}"]
    else:
        names += _governed(around, cue, look, before, after)
    for name, listed in (("strong", words.strong), ("soft", words.soft)):
        left = next((step for step in range(1, min(place, _VERB) + 1) if keys[place - step] in listed), 0)
        behind = keys[place + 1 : place + 1 + _VERB]
        right = next((step for step, key in enumerate(behind, 1) if key in listed), 0)
        names += [f"verb {name} left {_step(left)}", f"verb {name} right {_step(right)}"]
    subject = around.subject
    names.append("subject none" if subject is None else f"subject {subject.form.value} {subject.kind.value}")
    return names


def _governed(around: Surroundings, cue: Cue, look: str, before: str, after: str) -> list[str]:
    place, keys = around.place, around.sentence.keys
    side = "left" if cue.last < place else "right"
    distance = _step(place - cue.last if side == "left" else cue.left - place)
    form = cue.subject.form.value if cue.subject is not None else "none"
    role = f"{cue.role.value} {side}"
    names = [
        f"cue {role}",
        f"cue {role} {distance}",
        f"cue {role} before {before}",
        f"cue {role} after {after}",
        f"cue {side} {distance} {look}",
        f"cue {side} adjacent {cue.adjacent}",
        f"cue of {form}",
        f"cue word {keys[cue.last]}",
    ]
    if side == "right":
        return names
    between = keys[cue.last + 1 : place]
    own = around.token(cue.last + 1)
    names += [
        f"cue commas {min(between.count(','), 3)}",
        f"cue object {own is not None and own.is_quote and cue.last + 1 != place} {distance}",
        f"cue paren {')' in between}",
        f"cue quote between {'' in between}",
        f"cue gap {min(len(between), 12) // 2} {cue.role.value}",
    ]
    return names


def _context(around: Surroundings) -> list[str]:
    """Return what else is in the sentence and round it."""
    place, tokens = around.place, around.sentence.tokens
    others = [other for other in around.sentence.quotes if other != place]
    names = [
        *(f"with {_size(tokens[other].length)} {'left' if other < place else 'right'}" for other in others),
        f"with {min(len(others), 3)}",
        f"spoke {around.spoke}",
        f"spoke {around.spoke} {around.speaking is not None}",
        f"sentence {0 if around.number == 0 else 1 if around.number == 1 else 5 if around.number < 5 else 9}",
        f"place {'start' if place == 0 else 'second' if place == 1 else 'mid'}",
        f"place last {place >= len(tokens) - 2}",
        f"length {min(len(tokens) // 8, 6)}",
        f"doubt {around.doubt}",
    ]
    joined = [other for other in others if 1 < abs(other - place) <= 3]
    for other in joined:
        first, last = min(other, place), max(other, place)
        if all(token.key in (",", "and", "or") for token in tokens[first + 1 : last]):
            names.append(f"joined {_size(tokens[other].length)} {'left' if other < place else 'right'}")
    return names


def _size(length: int) -> str:
    return "long" if length > _LONG else "short"


def _step(distance: int) -> int:
    return next((step for step in _STEPS if distance <= step), 30) if distance else 0
