"""The reporter's own words around a quote: what stands in marks is somebody's, and tells nothing."""

import re
from dataclasses import dataclass

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)[‘'][^‘’']*[’'](?!\w)")
_OPENED = re.compile(r"[“\"«„‘']\s*$")
_CLOSED = re.compile(r"^[,.!?;:…]{0,3}\s?[”\"»“’']")
# Clauses after ";" and ":" count as sentences; none ends after a short word with a capital ("Mr.", "Oct.").
_SENTENCE_END = re.compile(r"(?:(?<!\b[A-Z])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z][a-z])\.|[!?:;])[”’\"')]*\s")


@dataclass(frozen=True, slots=True)
class Around:
    """The reporter's words around a quote: its sentence, the one before, its paragraph, above and below."""

    sentence: str = ""
    before: str = ""
    paragraph: str = ""
    above: str = ""
    below: str = ""

    @property
    def all(self) -> str:
        """All of them, line by line."""
        return f"{self.above}\n{self.paragraph}\n{self.below}"


def around(before: str, after: str) -> Around:
    """Return the reporter's words around a quote; `before` and `after` are the text on its two sides."""
    above, _, own = before.rpartition("\n")
    left = _outside(_whole(_OPENED.sub("", own.rstrip())))
    beside, _, below = after.partition("\n")
    right = _outside(_CLOSED.sub("", beside))
    told = _SENTENCE_END.split(f"{left} ")
    return Around(
        sentence=f"{told[-1].strip()} {_SENTENCE_END.split(f'{right} ')[0].strip()}".strip(),
        before=told[-2].strip() if len(told) > 1 else "",
        paragraph=f"{left} {right}",
        above="\n".join(_outside(_whole(line)) for line in above.split("\n")),
        below="\n".join(_outside(line) for line in below.split("\n")),
    )


def _whole(text: str) -> str:
    """Return a text without what is left of a quote that began before it."""
    return text.partition('"')[2] if text.count('"') % 2 else text


def _outside(text: str) -> str:
    return _QUOTED.sub("“”", text)
