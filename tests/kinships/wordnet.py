"""WordNet's database files, read: senses of words, synsets with their pointers and glosses."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
_SENSE_PARTS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Synset:
    words: tuple[str, ...]
    pointers: tuple[tuple[str, Key, str], ...]
    gloss: str


@dataclass(slots=True)
class WordNet:
    """Synsets by key, each word's synsets (commonest first in each part of speech), irregular forms."""

    synsets: dict[Key, Synset] = field(default_factory=dict)
    senses: dict[str, list[tuple[Key, int]]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    irregular: dict[str, str] = field(default_factory=dict)
    narrower: dict[Key, list[Key]] = field(default_factory=lambda: defaultdict(list))


def read(folder: Path) -> WordNet:
    """Read the files data.*, index.*, *.exc and cntlist.rev of WordNet 3.0 from `folder`."""
    net = WordNet()
    for part, name in PARTS.items():
        for line in _lines(folder / f"data.{name}"):
            key, synset = _synset(part, line)
            net.synsets[key] = synset
        for line in _lines(folder / f"index.{name}"):
            fields = line.split()
            for rank, offset in enumerate(fields[6 + int(fields[3]) :]):
                net.senses[_plain(fields[0])].append(((part, offset), rank))
        for line in _lines(folder / f"{name}.exc"):
            form, lemma, *_ = line.split()
            net.irregular.setdefault(form, lemma)
    for line in _lines(folder / "cntlist.rev"):
        sense, _, count = line.split()
        lemma, rest = sense.split("%")
        net.counts[_plain(lemma)][_SENSE_PARTS[rest[0]]] += int(count)
    for key, synset in net.synsets.items():
        for sign, target, _ in synset.pointers:
            if sign in {"@", "@i"}:
                net.narrower[target].append(key)
    return net


def _lines(path: Path) -> list[str]:
    text = path.read_text(encoding="latin-1")
    return [line for line in text.splitlines() if line and not line.startswith(" ")]


def _plain(word: str) -> str:
    return word.lower().split("(")[0].replace("_", " ")


def _synset(part: str, line: str) -> tuple[Key, Synset]:
    head, _, gloss = line.partition("|")
    fields = head.split()
    end = 4 + 2 * int(fields[3], 16)
    words = tuple(_plain(word) for word in fields[4:end:2])
    pointers = []
    for at in range(end + 1, end + 1 + 4 * int(fields[end]), 4):
        sign, offset, target, ends = fields[at : at + 4]
        pointers.append((sign, ("a" if target == "s" else target, offset), ends))
    return (part, fields[0]), Synset(words, tuple(pointers), re.sub(r'".*', "", gloss).lower())
