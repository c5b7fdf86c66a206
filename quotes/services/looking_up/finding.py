"""Finding: the stored printings that may hold the words asked for, compared and ranked."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from quotes.models import Appearance, Wording
from quotes.services.looking_up.passages import Asked, Passage
from quotes.services.matching.candidates import candidates
from quotes.services.matching.comparisons import stored
from quotes.services.matching.printings import Printed, printings
from quotes.services.matching.wordings import digest
from quotes.text.comparing.relation import Circumstances, relate
from quotes.text.comparing.types import Comparison, Printing, Relation


@dataclass(frozen=True, slots=True)
class Found:
    """A printing beside the words asked for; `comparison` has them as `a`, the printing as `b`."""

    quote: int
    appearance: int
    passage: Passage
    printed: str
    comparison: Comparison

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

    def rank(self) -> tuple[bool, float, float, int]:
        """Return what better answers have less of; words too common to tell who said them come last."""
        stock = self.comparison.relation is Relation.STOCK
        return stock, -round(self.comparison.score, 3), -self.share, self.appearance


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found for one text, the best first, and what was looked at to find it.

    `nearest` is the printing with the most words in common where none holds the words.
    """

    found: tuple[Found, ...]
    nearest: Found | None
    printings: int


@dataclass(slots=True)
class _Stored:
    """What the database holds for the passages asked about: for each by its number, the printings."""

    printings: dict[int, list[Printed]] = field(default_factory=lambda: defaultdict(list))
    quotes: dict[int, int] = field(default_factory=dict)
    wordings: int = 0


def find(texts: Sequence[Asked]) -> list[Findings]:
    """Return what is on record for each text, one answer per quote. Five statements, however many texts."""
    passages = [passage for text in texts for passage in text.passages]
    standing = _look(passages)
    answers, number = [], 0
    for text in texts:
        numbers = range(number, number + len(text.passages))
        number += len(text.passages)
        answers.append(_findings(text, numbers, standing))
    return answers


def _look(passages: Sequence[Passage]) -> _Stored:
    """Fetch the candidates of all passages at once.

    A passage that is on record asks as the wording it is, which finds it by equality; the others as
    wordings that nobody has.
    """
    digests = [digest(passage.form.normal) for passage in passages]
    known = dict(Wording.objects.filter(digest__in=set(digests)).values_list("digest", "pk"))
    ids = [known.get(one, -place) for place, one in enumerate(digests, 1)]
    asking = {id: passage.form.keys for id, passage in zip(ids, passages, strict=True)}
    pairs = candidates(keys=asking) if asking else []
    rows = printings(appearances={pair.appearance for pair in pairs}) if pairs else {}
    quotes = dict(Appearance.objects.filter(pk__in=rows, quote__isnull=False).values_list("pk", "quote_id"))
    result = _Stored(quotes=quotes, wordings=stored())
    by_id: dict[int, list[Printed]] = defaultdict(list)
    for pair in pairs:
        if pair.appearance in quotes:
            by_id[pair.asking].append(rows[pair.appearance])
    for number, id in enumerate(ids):
        result.printings[number] = by_id[id]
    return result


def _findings(text: Asked, numbers: range, standing: _Stored) -> Findings:
    best: dict[int, Found] = {}
    nearest: Found | None = None
    compared = 0
    for passage, number in zip(text.passages, numbers, strict=True):
        for one in _compared(passage, standing.printings[number], standing):
            compared += 1
            if one.comparison.relation is Relation.DIFFERENT:
                nearest = one if nearest is None or one.share > nearest.share else nearest
            elif one.quote not in best or one.rank() < best[one.quote].rank():
                best[one.quote] = one
    found = tuple(sorted(best.values(), key=Found.rank))
    return Findings(found, None if found else nearest, compared)


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
        found.append(Found(standing.quotes[row.id], row.id, passage, words, known[words]))
    return found
