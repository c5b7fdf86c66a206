"""Finding: the stored printings that may hold the words asked for, compared and ranked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quotes.models import Appearance, Wording
from quotes.services.looking_up.by_words import holding
from quotes.services.looking_up.passages import Asked, Passage
from quotes.services.matching.candidates import candidates
from quotes.services.matching.comparisons import stored
from quotes.services.matching.printings import Printed, printings
from quotes.services.matching.wordings import digest
from quotes.text.comparing.keys import MINIMUM_WORDS
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Comparison, Printing, Relation

MOST_SHORT = 3
"""Of a text, so many passages of a word or two are looked for by their words."""
_TOO_LITTLE = frozenset({Relation.DIFFERENT, Relation.STOCK})
_OF_QUOTE = ("pk", "quote", "quote__outlet_count")


@dataclass(frozen=True, slots=True)
class Found:
    """A printing beside the words asked for; `comparison` has them as `a`, the printing as `b`."""

    quote: int
    appearance: int
    passage: Passage
    printed: str
    comparison: Comparison
    outlets: int = 0

    @property
    def share(self) -> float:
        """Return the share of the words asked for that the printing has too, from 0 to 1."""
        if self.comparison.relation not in (Relation.DIFFERENT, Relation.RETRANSLATED):
            return 1.0 if not self._apart() else self._common()
        return self._common()

    def _apart(self) -> bool:
        return any(one.operation in ("replaced", "dropped") for one in self.comparison.differences)

    def _common(self) -> float:
        words, common = len(self.passage.words.split()), 0
        for one in self.comparison.differences:
            if one.operation == "equal":
                common += len(self.passage.words[one.a.start : one.a.end].split())
        return min(1.0, common / max(1, words))

    def rank(self) -> tuple[bool, float, float, int, int, int]:
        """Return what better answers have less of; words too common to tell who said them come last.

        Of equals the quote that most outlets print comes first, by the printing with the fewest other words.
        """
        stock = self.comparison.relation is Relation.STOCK
        score = -round(self.comparison.score, 3)
        return stock, score, -self.share, -self.outlets, len(self.printed), self.appearance


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for one text, the best first, and what was looked at to find it.

    `nearest` is the printing with the most words in common where none holds the words; `by_words` tells
    how many passages were looked for by their words, for want of keys.
    """

    found: tuple[Found, ...]
    nearest: Found | None
    printings: int
    by_words: int = 0


@dataclass(slots=True)
class _Stored:
    """What the database holds for the passages asked about: for each by its number, the printings.

    `short` has those that hold the words of a passage too short for keys. `quotes` gives each printing's
    quote, and how many outlets print that.
    """

    printings: dict[int, list[Printed]] = field(default_factory=dict)
    short: dict[int, list[Printed]] = field(default_factory=dict)
    quotes: dict[int, tuple[int, int]] = field(default_factory=dict)
    wordings: int = 0


def find(texts: Sequence[Asked]) -> list[Findings]:
    """Return what is on record for each text, one answer per quote. Six statements, however many texts."""
    numbered: list[range] = []
    short: dict[int, str] = {}
    passages: list[Passage] = []
    for text in texts:
        numbers = range(len(passages), len(passages) + len(text.passages))
        numbered.append(numbers)
        passages += text.passages
        of_text = [number for number in numbers if passages[number].form.words < MINIMUM_WORDS]
        short |= {number: passages[number].words.strip() for number in of_text[:MOST_SHORT]}
    standing = _look(passages, short)
    return [_findings(text, numbers, standing) for text, numbers in zip(texts, numbered, strict=True)]


def _look(passages: Sequence[Passage], short: Mapping[int, str]) -> _Stored:
    """Fetch the candidates of all passages at once.

    A passage that is on record asks as the wording it is, which finds it by equality; the others as
    wordings that nobody has.
    """
    digests = [digest(passage.form.normal) for passage in passages]
    known = dict(Wording.objects.filter(digest__in=set(digests)).values_list("digest", "pk"))
    ids = [known.get(one, -place) for place, one in enumerate(digests, 1)]
    asking = {id: passage.form.keys for id, passage in zip(ids, passages, strict=True)}
    pairs = candidates(keys=asking) if asking else []
    held = holding(words=short)
    wanted = {pair.appearance for pair in pairs}.union(*held.values())
    rows = printings(appearances=wanted) if wanted else {}
    quoted = Appearance.objects.filter(pk__in=rows, quote__isnull=False)
    quotes = {pk: (quote, outlets) for pk, quote, outlets in quoted.values_list(*_OF_QUOTE)}
    by_id: dict[int, list[Printed]] = defaultdict(list)
    for pair in pairs:
        if pair.appearance in quotes:
            by_id[pair.asking].append(rows[pair.appearance])
    return _Stored(
        {number: by_id[id] for number, id in enumerate(ids)},
        {number: [rows[one] for one in found if one in quotes] for number, found in held.items()},
        quotes,
        stored(),
    )


def _findings(text: Asked, numbers: range, standing: _Stored) -> Findings:
    """Rank the printings that hold a text's words; those found by a word or two only where no others do."""
    passages = list(zip(text.passages, numbers, strict=True))
    by_keys = [one for each, n in passages for one in _compared(each, standing.printings[n], standing)]
    if any(one.comparison.relation not in _TOO_LITTLE for one in by_keys):
        return _ranked(by_keys, 0)
    short = [(each, standing.short[n]) for each, n in passages if n in standing.short]
    by_words = [_judged(one) for each, rows in short for one in _compared(each, rows, standing)]
    return _ranked(by_keys + by_words, len(short))


def _ranked(compared: Sequence[Found], by_words: int) -> Findings:
    best: dict[int, Found] = {}
    nearest: Found | None = None
    for one in compared:
        if one.comparison.relation is Relation.DIFFERENT:
            nearest = one if nearest is None or one.share > nearest.share else nearest
        elif one.quote not in best or one.rank() < best[one.quote].rank():
            best[one.quote] = one
    found = tuple(sorted(best.values(), key=Found.rank))
    looked_at = len({one.appearance for one in compared})
    return Findings(found, None if found else nearest, looked_at, by_words)


def _judged(one: Found) -> Found:
    """Take a printing that has all of a word or two, in a row or not, for one that holds them; no other."""
    relation = one.comparison.relation
    if one.share < 1:
        relation = Relation.DIFFERENT
    elif relation is Relation.DIFFERENT:
        relation = Relation.STOCK
    return replace(one, comparison=replace(one.comparison, relation=relation))


def _compared(passage: Passage, rows: Sequence[Printed], standing: _Stored) -> list[Found]:
    """Compare a passage with the printings; those that print the same words are compared once."""
    given = Circumstances(stored=standing.wordings)
    said = Printing(text=passage.words)
    known: dict[str, Comparison] = {}
    found = []
    for row in sorted(rows, key=lambda row: (row.printing.published_at or "~", row.id)):
        words = row.printing.text
        if words not in known:
            known[words] = relate(said, Printing(text=words), given=given)
        quote, outlets = standing.quotes[row.id]
        found.append(Found(quote, row.id, passage, words, known[words], outlets))
    return found
