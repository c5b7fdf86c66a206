"""Forms: whole lines described in the lexicon, and the fast way to find the one a line fits.

A form is written in small letters: "…" any words, "#" a number, "(a|b)" either, "[a]" may be missing,
"<name>" a name to be read off, a backslash before a bracket that is printed.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

LONGEST = 400  # characters of a line that any form is tried on
_SPACE = "[ \\t\xa0]"
_WILD = {"…": ".{1,200}?", "#": r"\d[\d.,:]{0,9}", "(": "(?:", "[": "(?:", ")": ")", "]": ")?", "|": "|"}
_LETTERS = {"'": "['’]", "-": "[-‑–]", " ": f"{_SPACE}{{1,3}}"}
_MARKS = " \t([*_–—-•·▪►▶→>»"
_ENDS = " \t)]*_–—-→>»›…"
_COLONS = ":：| "
_WORD = re.compile(r"[^\W\d_]+(?:[-‑'’][^\W\d_]+)*|©|™")
_NAME = re.compile(r"<(\w+)>")
_FIRST = re.compile(r"[\s…#<:,.|@/)\]]")
_LETTERED = re.compile(r"(?<![\w<(\[|])[^\W\d_]+")
_UNSAID = re.compile(r"\\.|<\w+>|\[[^\[\]]*\]")  # printed brackets, names, what may be missing


# Groups of words, of each of which a line of the form holds one, whatever its case.
_Needed = tuple[tuple[str, ...], ...]


class Forms:
    """Forms of several kinds, each kind with its lines of the lexicon.

    With `stops` a line may end in a full stop that its form has not.
    """

    def __init__(self, kinds: Mapping[str, str], *, stops: bool = False) -> None:
        self._stops = stops
        self._ends = _COLONS + "." if stops else _COLONS
        self._by_word: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._by_end: list[tuple[str, _Needed, str, re.Pattern[str]]] = []
        for kind, forms in kinds.items():
            for form in filter(None, map(str.strip, forms.split("\n"))):
                self._add(kind, form)

    def _add(self, kind: str, form: str) -> None:
        pattern = re.compile(_pattern(form), re.IGNORECASE)
        openings = set(_openings(form))
        if "" in openings:  # begins with a name: told by its longest word
            words = _LETTERED.findall(re.sub(r"\[[^\]]*\]", " ", form))
            self._by_end.append((max(words, key=len, default=""), _needed(form), kind, pattern))
            return
        for opening in sorted(openings):
            self._by_word.setdefault(opening, []).append((kind, pattern))

    def match(self, line: str) -> tuple[str, re.Match[str]] | None:
        """Return the kind of the form that the whole of `line` fits, and the match; None where none does."""
        if len(line) > LONGEST:
            return None
        start, end, first = opening(line)
        tried = self._by_word.get(first)
        ending = self._ending(line)
        if tried is None and not ending:
            return None
        bare = max(len(line[:end].rstrip(self._ends)), start)
        ends = (end,) if bare == end else (bare,) if self._stops else (end, bare)
        for kind, pattern in tried or ():
            for stop in ends:
                if found := pattern.fullmatch(line, start, stop):
                    return kind, found
        for kind, pattern in ending:
            if found := pattern.fullmatch(line, start, bare):
                return kind, found
        return None

    def _ending(self, line: str) -> list[tuple[str, re.Pattern[str]]]:
        """Return the forms that begin with a name and whose other words `line` holds."""
        if not self._by_end:
            return []
        lower = line.lower()
        return [
            (kind, pattern)
            for word, needed, kind, pattern in self._by_end
            if word in line and _holds(lower, needed)
        ]

    def may_match(self, line: str) -> bool:
        """Tell whether some form opens with the first word of `line`, or holds its words: a cheap look."""
        return opening(line)[2] in self._by_word or bool(self._ending(line))

    def kind_of(self, line: str) -> str | None:
        """Return the kind of the form that `line` fits, else None."""
        found = self.match(line)
        return found[0] if found else None


@lru_cache(maxsize=64)  # one line is asked after by several rules in turn
def opening(line: str) -> tuple[int, int, str]:
    """Return where the words of a line begin and end inside the marks set around them, and the first."""
    start = len(line) - len(line.lstrip(_MARKS))
    return start, max(len(line.rstrip(_ENDS)), start), first_word(line, start)


def first_word(line: str, start: int = 0) -> str:
    """Return the first word of `line` from `start` as forms are filed: in small letters, "#" for a number."""
    if line[start : start + 1].isdigit():
        return "#"
    found = _WORD.match(line, start)
    if found is None:
        return line[start : start + 1]
    return found.group().casefold().replace("’", "'").replace("‑", "-")


def alternatives(phrases: str) -> str:
    """Return phrases parted by commas as alternatives of a pattern, the longest first."""
    words = sorted(filter(None, map(str.strip, phrases.replace("\n", " ").split(","))), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", _SPACE).replace("'", "['’]") for word in words)


def words_pattern(words: str) -> str:
    """Return words parted by blanks as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


def _pattern(form: str) -> str:
    parts: list[str] = []
    place = 0
    while place < len(form):
        char = form[place]
        if char == "\\":
            place += 1
            parts.append(re.escape(form[place]))
        elif name := _NAME.match(form, place):
            parts.append(f"(?P<{name[1]}>.{{2,240}}?)")
            place = name.end() - 1
        else:
            parts.append(_WILD.get(char) or _LETTERS.get(char) or re.escape(char))
        place += 1
    return "".join(parts)


def _openings(form: str) -> Iterator[str]:
    """Yield every first word a line of this form can have, as `first_word` gives it; "" where any."""
    place = 0
    while place < len(form):
        char = form[place]
        if char in "([":
            end = _closing(form, place)
            choices = [*_split(form[place + 1 : end]), *([""] if char == "[" else [])]
            for choice in choices:
                yield from _openings(form[:place] + choice + form[end + 1 :])
            return
        if char == "\\" or (place and _FIRST.match(char)):
            break
        if char in "<…":
            yield ""
            return
        if not place and char == "#":
            yield "#"
            return
        place += 1
    bare = form.replace("\\", "").lstrip(_MARKS)
    yield first_word(bare) if bare else ""


def _needed(form: str) -> _Needed:
    """Return the groups "(a|b)" that no line of the form lacks, each choice by its longest word."""
    shorter, bare = form, ""
    while shorter != bare:
        bare, shorter = shorter, _UNSAID.sub(" ", shorter)
    needed: list[tuple[str, ...]] = []
    place = bare.find("(")
    while place >= 0:
        end = _closing(bare, place)
        choices = [_longest(choice) for choice in _split(bare[place + 1 : end])]
        if all(choices):
            needed.append(tuple(choices))
        place = bare.find("(", end)
    return tuple(needed)


def _longest(choice: str) -> str:
    return max(re.findall(r"[^\W\d_]+", choice.partition("(")[0].lower()), key=len, default="")


def _holds(lower: str, needed: _Needed) -> bool:
    for group in needed:
        for word in group:
            if word in lower:
                break
        else:
            return False
    return True


def _closing(form: str, start: int) -> int:
    depth = 0
    for place in range(start, len(form)):
        if form[place - 1] == "\\":
            continue
        depth += (form[place] in "([") - (form[place] in ")]")
        if not depth:
            return place
    raise ValueError(f"a bracket of the form “{form}” is not closed")


def _split(inner: str) -> list[str]:
    pieces, depth = [""], 0
    for char in inner:
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            pieces.append("")
        else:
            pieces[-1] += char
    return pieces
