"""Features: what each decision about a report looks at, as the names of its weights."""

from quotes.text.reading.attribution.reported.clause import Clause
from quotes.text.reading.attribution.reported.report import Report, Side

_NAMED = (Side.NOUN, Side.COMMA, Side.PRONOUN)


def passing(clause: Clause, place: int, first: int) -> list[str]:
    """Return what tells at a glance that a word cannot report."""
    key, shape = clause.keys[place], clause.shapes
    left1, next1 = shape[first - 1], shape[place + 1]
    return [f"a{key}", f"b{key}|{left1}", f"c{key}|{next1}", f"d{left1}|{next1}"]


def accepting(clause: Clause, report: Report) -> list[str]:
    """Return what tells whether the word reports in this reading."""
    shape, place = clause.shapes, report.place
    order, side = report.order.value, report.side.value  # plain words: twice as fast to print
    lemma, make, stance = report.word.lemma, report.word.shape, report.word.stance
    next1, next2 = shape[report.behind + 1], shape[report.behind + 2]
    left1, left2, before = shape[report.first - 1], shape[report.first - 2], shape[place - 1]
    auxiliary = clause.keys[report.first] if report.first < place else ""
    source = shape[report.source[0] - 1] if report.source else ""
    head = _head(clause, report)
    return [
        f"a{order}",
        f"b{order}{lemma}",
        f"c{order}{report.key}",
        f"d{order}{lemma}|{next1}",
        f"e{order}{stance}|{make}|{next1}",
        f"f{order}{lemma}|{side}",
        f"g{order}{stance}|{make}|{side}",
        f"h{order}{make}|{before}",
        f"i{order}{lemma}|{before}",
        f"j{order}{next1}|{next2}",
        f"k{order}{side}|{next1}|{make}",
        f"l{order}{left1}|{make}",
        f"m{order}{left2}|{left1}",
        f"n{order}{auxiliary}|{make}|{before}",
        f"o{order}{source}|{side}",
        f"p{order}{head}",
        f"q{order}{head}|{make}",
        f"r{order}{lemma}|{next1}|{next2}",
    ]


def _head(clause: Clause, report: Report) -> str:
    """Return the noun or pronoun that reports, where it often does."""
    if report.source is None or report.side not in _NAMED:
        return ""
    key = clause.keys[report.source[1]]
    return key if key in clause.counted.heads else "~"


def beginning(clause: Clause, place: int, end: int, commas: int) -> list[str]:
    """Return what tells whether the phrase that ends at `end` begins at `place`."""
    shape, length = clause.shapes, min(end - place, 6)
    left2, left1, here = shape[place - 2], shape[place - 1], shape[place]
    return [
        f"a{left1}|{here}",
        f"b{left2}|{left1}",
        f"c{left1}|{length}|{commas}",
        f"d{clause.one_name(place - 1):d}|{left1}",
        f"e{here}|{length}",
        f"f{left2}|{left1}|{here}",
        f"g{left1}|{commas}",
    ]


def closing(clause: Clause, place: int, start: int, commas: int) -> list[str]:
    """Return what tells whether the phrase that begins at `start` ends at `place`."""
    shape = clause.shapes
    next1, next2 = shape[place + 1], shape[place + 2]
    return [
        f"a{shape[place]}|{next1}",
        f"b{next1}|{next2}",
        f"c{next1}|{min(place - start, 5)}|{commas}",
        f"d{next1}|{next2}|{shape[place + 3]}",
        f"e{next1}|{commas}",
        f"f{clause.one_name(place):d}|{next1}",
    ]


def opening(clause: Clause, place: int, report: Report) -> list[str]:
    """Return what tells whether the proposition begins at `place`, behind the reporting word."""
    shape, behind = clause.shapes, report.behind
    lemma, stance, steps = report.word.lemma, report.word.stance, min(place - behind, 4)
    left2, left1, here, next1 = shape[place - 2], shape[place - 1], shape[place], shape[place + 1]
    return [
        f"a{lemma}|{here}",
        f"b{stance}|{here}|{steps}",
        f"c{left1}|{here}",
        f"d{stance}|{left1}",
        f"e{steps}|{here}",
        f"f{here}|{next1}",
        f"g{lemma}|{steps}",
        f"h{lemma}|{left1}|{here}",
        f"i{report.word.shape}|{steps}|{left1}",
        f"j{lemma}|{shape[behind + 1]}|{here}",
        f"k{left2}|{left1}|{here}",
        f"l{left1}|{here}|{next1}",
        f"m{stance}|{left1}|{here}",
        f"n{steps}|{here}|{next1}",
        f"o{report.order}|{report.side}|{steps}|{here}",
    ]


def ending(clause: Clause, place: int, start: int, report: Report, passed: tuple[int, int]) -> list[str]:
    """Return what tells whether the proposition that begins at `start` ends at `place`.

    `passed` are the commas in it so far, and 1 where it has had a verb in a tense.
    """
    shape, (commas, verb) = clause.shapes, passed
    here, next1, next2 = shape[place], shape[place + 1], shape[place + 2]
    first, tensed, paused = shape[start], *clause.ahead[place + 2]
    pair, state = f"{next1}|{next2}", f"{next1}|{verb}"
    return [
        f"a{pair}|{verb}|{tensed}",
        f"b{here}|{next1}",
        f"c{first}|{state}",
        f"d{report.word.stance}|{state}",
        f"e{commas}|{state}",
        f"f{pair}|{shape[place + 3]}",
        f"g{report.word.lemma}|{state}",
        f"h{here}|{pair}",
        f"i{next1}|{tensed}|{paused}",
        f"j{pair}|{shape[report.place] == next2:d}|{report.word.shape}",
        f"k{first}|{shape[start + 1]}|{state}",
        f"l{pair}|{commas}|{_LENGTHS[min(place - start, 16)]}",
    ]


_LENGTHS = [*"0123", *"4444", *"5" * 8, "6"]


def reaching_back(clause: Clause, place: int, end: int, report: Report) -> list[str]:
    """Return what tells whether the proposition before the reporting word begins at `place`."""
    shape = clause.shapes
    left1, here, head = shape[place - 1], shape[place], f"{place == 0:d}"
    return [
        f"a{left1}|{here}",
        f"b{left1}|{min(end - place, 8)}",
        f"c{here}|{shape[place + 1]}|{head}",
        f"d{shape[place - 2]}|{left1}",
        f"e{head}|{report.order}",
        f"f{left1}|{report.word.lemma}",
    ]


def going_on(clause: Clause, place: int, report: Report) -> list[str]:
    """Return what tells whether the proposition goes on at `place`, behind its reporting words."""
    here, next1, order = clause.shapes[place], clause.shapes[place + 1], report.order.value
    return [
        f"a{order}{here}",
        f"b{order}{here}|{next1}",
        f"c{order}",
        f"d{order}{report.word.lemma}",
        f"e{order}{here}|{next1}|{clause.shapes[place + 2]}",
        f"f{order}{min(clause.length - place, 6)}",
    ]


def taking_up(clause: Clause, place: int, start: int, report: Report) -> list[str]:
    """Return what tells whether "which" at `place` is part of a proposition that goes on at `start`."""
    here = clause.shapes[place]
    return [
        f"t{here}",
        f"t{here}|{clause.shapes[start]}",
        f"t{clause.shapes[place - 1]}|{here}",
        f"t{report.word.lemma}",
        f"t{start - report.place}",
    ]
