"""The story the work began with, where its text is at hand: every quote, chain, kind and span."""

import json
from pathlib import Path
from typing import Any

import pytest

from quotes.text.reading import Appearance, Given, read

_SEED = Path(__file__).parents[5] / "shared" / "seed"
_STORY = "kim-missiles-2023-08-14"

pytestmark = pytest.mark.skipif(not _SEED.is_dir(), reason="the seed story is not at hand")


def _expected() -> list[dict[str, Any]]:
    quotes: list[dict[str, Any]] = json.loads((_SEED / f"{_STORY}.expected.json").read_text())["quotes"]
    return [{name: quote[name] for name in ("text", "span", "speaker", "via", "kind")} for quote in quotes]


def _as_expected(text: str, appearance: Appearance) -> dict[str, Any]:
    return {
        "text": appearance.span.of(text),
        "span": [appearance.span.start, appearance.span.end],
        "speaker": appearance.chain[0].source,
        "via": [hop.source for hop in appearance.chain[1:]],
        "kind": appearance.kind.value,
    }


def test_read_finds_every_quote_of_the_seed_story() -> None:
    text = (_SEED / f"{_STORY}.txt").read_text(encoding="utf-8")

    reading = read(text, Given(outlet="BusinessLIVE"))

    assert [_as_expected(text, appearance) for appearance in reading.quoted] == _expected()
