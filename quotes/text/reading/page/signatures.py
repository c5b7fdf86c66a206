"""Signatures: whose copy it is, said on the body's last line behind its last sentence."""

import re
from dataclasses import dataclass

from quotes.text.reading.page.credits import Credit, credit_of
from quotes.text.reading.page.known import NOTHING, Known

_AFTER = r"(?:(?<=[.!?”\"'’)])|(?<=[.!?”\"'’)]\s))"
_NAMED = re.compile(
    rf"{_AFTER}(?:[–—-]{{1,2}}\s?(?P<dash>[^\W\d_][\w. /-]{{1,30}})"
    r"|\((?P<bracket>[^()]{2,40})\)|(?<=\s)(?P<plain>[^\W\d][\w-]{1,20}(?:/[a-z]{2,4}){0,2})"
    r"|/(?P<slash>[A-Z]{2,9})/)\.?$"
)
_BRACKETED = re.compile(rf"{_AFTER}\((?P<credit>[A-ZÀ-Þ][^()]{{8,300}})\)\.?$")
_STORY_ENDS = re.compile(r"\s*[■◾◼▪●□]+$")  # Xinhua's and others' sign that the story is over
_INITIALS = re.compile(r"/[a-z]{2,4}(?:/[a-z]{2,4})?$")


@dataclass(frozen=True, slots=True)
class Signature:
    """What stands behind the last sentence, which ends at `end` of the line, as do the credit's places."""

    end: int
    credit: Credit | None = None


def signature_of(line: str, known: Known = NOTHING) -> Signature | None:
    """Find what is signed after a paragraph's last sentence ("… he said. — AFP", "(Reporting by …)", "■")."""
    if mark := _STORY_ENDS.search(line[-12:]):
        return Signature(len(line) - len(mark.group()))
    return _named(line, known) or _bracketed(line, known)


def _named(line: str, known: Known) -> Signature | None:
    found = _NAMED.search(line, max(0, len(line) - 60))
    if found is None:
        return None
    printed = found["dash"] or found["bracket"] or found["slash"] or found["plain"]
    name = _INITIALS.sub("", printed)
    agency = known.agency(name)
    if agency is None:
        return None
    start = line.find(printed, found.start())
    credit = Credit("credit", agency, (start, start + len(name)))
    return Signature(len(line[: found.start()].rstrip()), credit)


def _bracketed(line: str, known: Known) -> Signature | None:
    found = _BRACKETED.search(line, max(0, len(line) - 320))
    credit = credit_of(found["credit"], known) if found else None
    if found is None or credit is None:
        return None
    at = found.start("credit")
    place = credit.place and (credit.place[0] + at, credit.place[1] + at)
    return Signature(
        len(line[: found.start()].rstrip()),
        Credit(credit.kind, credit.agency, place, credit.contributors, credit.reporters, credit.sure),
    )
