"""Make quotes/text/comparing/kinships.xz: python -m tests.kinships WORDNET THESAURUS WORDS COMMON.

WORDNET is a folder with the database files of WordNet 3.0; THESAURUS the Moby Thesaurus II (a line
a head word, comma between words; public domain); WORDS and COMMON are word lists, a word a line, the second
of those everybody knows (SCOWL sizes 60 and 35). quotes.text.comparing.kinships tells the parts of the file.
"""

import lzma
import re
import sys
from array import array
from collections import defaultdict
from pathlib import Path

from quotes.text.comparing.kinships import PATH
from quotes.text.comparing.spelling import spelling
from tests.kinships.making import kinships, opposites
from tests.kinships.wordnet import read

LEAST = 0.35
MOST_OF_RARE = 12  # kin of a word that not everybody knows
GRADES = ((0.85, 90), (0.65, 75), (0.5, 58), (0.4, 45), (0.0, 36))
_SHAPE = re.compile(r"[a-z]{2,}(-[a-z]+)*")
_FUNCTION = """
the a an of to in and or is be it that for as by with on at from this his her their its he she they you i we
not was are were been has have had but so
"""
_SMALL = frozenset(_FUNCTION.split())
NOTICE = """Kinships of English words, derived from WordNet 3.0 and the Moby Thesaurus II (Grady Ward, public
domain).

WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved.

THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO REPRESENTATIONS OR
WARRANTIES, EXPRESS OR IMPLIED. BY WAY OF EXAMPLE, BUT NOT LIMITATION, PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES OF MERCHANTABILITY OR FITNESS FOR ANY PARTICULAR PURPOSE OR THAT THE USE OF
THE LICENSED SOFTWARE, DATABASE OR DOCUMENTATION WILL NOT INFRINGE ANY THIRD PARTY PATENTS, COPYRIGHTS,
TRADEMARKS OR OTHER RIGHTS.

Permission to use, copy, modify and distribute this software and database and its documentation for any
purpose and without fee or royalty is granted by Princeton University, provided that this notice appears
on all copies. The name of Princeton University or Princeton may not be used in advertising or publicity
pertaining to distribution of the software and/or database. Title to copyright in this software, database
and any associated documentation shall at all times remain with Princeton University."""


def main(wordnet: str, thesaurus: str, listed: str, common: str) -> None:
    net = read(Path(wordnet))
    company: dict[str, set[str]] = defaultdict(set)
    for line in Path(thesaurus).read_text(encoding="latin-1").splitlines():
        head, *others = [word.strip().lower() for word in line.split(",")]
        company[head].update(others)
    everyday, printed = _words(common), _words(listed)
    heads = {
        word for word in [*net.senses, *company] if " " not in word or word in company or net.counts[word]
    }
    known = {word for word in heads if _fits(word, printed)}
    kin = kinships(net, company, known)
    kept = {word: _kept(word, others, everyday) for word, others in kin.items()}
    _write(kept, net.irregular, opposites(net, known))


def _words(path: str) -> set[str]:
    return {word for name in path.split(",") for word in Path(name).read_text().lower().split()}


def _fits(word: str, printed: set[str]) -> bool:
    parts = word.split(" ")
    if len(parts) > 1:
        return len(parts) < 4 and all(part.isalpha() and part in printed for part in parts)
    return bool(_SHAPE.fullmatch(word)) and word in printed and word not in _SMALL


def _kept(word: str, others: dict[str, float], everyday: set[str]) -> dict[str, float]:
    near = {other: nearness for other, nearness in others.items() if nearness >= LEAST}
    if all(part in everyday for part in word.split(" ")):
        return {other: nearness for other, nearness in near.items() if other in everyday}
    best = sorted(near.items(), key=lambda item: (item[0] not in everyday, -item[1], item[0]))
    return dict(best[:MOST_OF_RARE])


def _write(
    kin: dict[str, dict[str, float]], irregular: dict[str, str], opposed: set[tuple[str, str]]
) -> None:
    pairs: dict[tuple[str, str], float] = {}
    for word, others in kin.items():
        for other, nearness in others.items():
            one, two = sorted((_spelt(word), _spelt(other)))
            if one != two:
                pairs[one, two] = max(nearness, pairs.get((one, two), 0))
    words = sorted({word for pair in pairs for word in pair})
    number = {word: i for i, word in enumerate(words)}
    counts = array("H", bytes(2 * len(words)))
    kindred, grades = array("H"), bytearray()
    for one, two in sorted(pairs):
        counts[number[one]] += 1
        kindred.append(number[two])
        grades.append(next(grade for least, grade in GRADES if pairs[one, two] >= least))
    forms = [
        f"{form} {lemma}" for form, lemma in sorted(irregular.items()) if lemma in number and form.isalpha()
    ]
    against = sorted(
        {f"{_spelt(a)}/{_spelt(b)}" for a, b in opposed if _spelt(a) in number and _spelt(b) in number}
    )
    parts = [
        NOTICE.encode(), "\n".join(words).encode(), "\n".join(forms).encode(), "\n".join(against).encode(),
        _planes(counts), _planes(kindred), bytes(grades),
    ]  # fmt: skip
    blob = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    PATH.write_bytes(lzma.compress(blob, preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(words)} words, {len(pairs)} pairs, {len(against)} opposites, {PATH.stat().st_size} bytes")


def _spelt(word: str) -> str:
    return " ".join(map(spelling, word.split(" ")))


def _planes(numbers: array) -> bytes:
    """Return the low bytes, then the high ones: they pack better apart."""
    low, high = bytearray(), bytearray()
    for value in numbers:
        low.append(value & 255)
        high.append(value >> 8)
    return bytes(low + high)


if __name__ == "__main__":
    main(*sys.argv[1:])
