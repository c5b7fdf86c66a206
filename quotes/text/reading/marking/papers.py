"""Papers: names of media printed in quotation marks („Spiegel“, « Le Monde »), which quote nobody."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.marks import Passage

_LONGEST = 40


def without_papers(text: str, passages: Sequence[Passage], words: Lexicon) -> tuple[Passage, ...]:
    """Return the passages but those that are a known medium's name and nothing else."""
    return tuple(passage for passage in passages if not _is_paper(text, passage, words))


def _is_paper(text: str, passage: Passage, words: Lexicon) -> bool:
    inner = passage.inner
    name = inner.of(text).strip()
    return len(inner) <= _LONGEST and name[:1].isupper() and name.casefold() in words.media_names
