"""Synthetic pages: articles of any length, put together from the stories and samples we wrote ourselves."""

import random
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.synthetic import SYLLABLES

ROOT = Path(__file__).parents[2]
_RUNNING = 60  # shorter lines are headings and credits
_MARKS = frozenset('"“”')


class Stories:
    """Our stories, and pages drawn from them; equal seeds draw equal ones."""

    RUNNING = "paragraphs"

    def __init__(self, seed: int) -> None:
        paths = sorted([*ROOT.glob("tests/stories/*.txt"), *ROOT.glob("quotes/samples/articles/*/*.txt")])
        self._pages = [path.read_text(encoding="utf-8") for path in paths]
        lines = [line.strip() for page in self._pages for line in page.splitlines()]
        self._paragraphs = [line for line in lines if len(line) >= _RUNNING]
        self._told = [line for line in self._paragraphs if _MARKS.isdisjoint(line)]
        self._random = random.Random(seed)

    def typical(self, number: int, size: int) -> list[str]:
        """Return `number` articles of about `size` characters: a story's page, then paragraphs without marks.

        A story is half as long as a newspaper's article and twice as full of quotations: so filled up it has
        as many quotation marks in a thousand characters as newspapers print, between 4 and 5.
        """
        return [self._grown(self._random.choice(self._pages), size) for _ in range(number)]

    def shapes(self, size: int) -> Iterator[tuple[str, str]]:
        """Yield texts of `size` characters by name: running text, and what is hardest on a reader."""
        yield self.RUNNING, self._cut("\n\n".join(self._drawn(size)), size)
        yield "one paragraph", self._cut(" ".join(self._drawn(size)), size)
        one = " ".join(self._drawn(size)).translate(str.maketrans(".!?…:;", ",,,,,,"))
        yield "one sentence", self._cut(one, size)
        count = size // 20 + 1
        names = (f"{self._name()} {self._name()} told {self._name()} so." for _ in range(count))
        yield "names", self._cut("\n".join(names), size)
        quotations = (f"“We {self._name().lower()},” {self._name()} said." for _ in range(count))
        yield "quotations", self._cut("\n".join(quotations), size)

    def _grown(self, page: str, size: int) -> str:
        while len(page) < size:
            page = f"{page.rstrip()}\n\n{self._random.choice(self._told)}\n"
        return page

    def _drawn(self, size: int) -> Iterator[str]:
        drawn = 0
        while drawn < size:
            paragraph = self._random.choice(self._paragraphs)
            drawn += len(paragraph)
            yield paragraph

    def _name(self) -> str:
        return "".join(self._random.choices(SYLLABLES, k=3)).title()

    @staticmethod
    def _cut(text: str, size: int) -> str:
        return text[:size]
