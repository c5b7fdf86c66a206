"""Memory: who was named, spoken of and heard so far, sentence by sentence."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.names.leads import Leads
from quotes.text.reading.names.sources import MEDIA, Naming, Register, Source, people_of
from quotes.text.reading.types import SourceKind

# How many sentences back a pronoun looks; a noun looks three times as far.
BACK = 6
# How certain a finding is.
SURE, LIKELY, GUESS = 0.95, 0.8, 0.55


class Speaker(NamedTuple):
    """Who a party is: a name, or None with the candidates that fit equally."""

    name: str | None
    kind: SourceKind
    candidates: tuple[str, ...] = ()
    confidence: float = SURE
    source: Source | None = None

    @property
    def is_medium(self) -> bool:
        """Tell an agency, outlet or programme."""
        return self.kind in MEDIA


def speaker_of(source: Source, confidence: float = SURE) -> Speaker:
    """Return the speaker a named source is."""
    return Speaker(source.name, source.kind, confidence=confidence, source=source)


class Memory:
    """What has been said so far, sentence by sentence."""

    def __init__(
        self,
        register: Register,
        namings: Sequence[Sequence[Naming]],
        words: Lexicon,
        author: str | None,
        leads: Leads,
    ) -> None:
        self.leads = leads
        self.register = register
        self.namings = namings
        self.people = [people_of(found) for found in namings]
        self.words = words
        self.author = author
        self.subjects: dict[int, Source] = {}
        self.records: dict[int, Speaker] = {}  # documents a sentence is about
        self.bodies: dict[int, Speaker] = {}  # subjects without a name ("the harbour ministry")
        self.spoke: list[tuple[int, Speaker]] = []
        self.nouns: dict[str, Speaker] = {}
        self.led: dict[str, Speaker] = {}  # phrases of the lead, by whom they turned out to mean

    def note_speaker(self, number: int, speaker: Speaker) -> None:
        """Remember who spoke in sentence `number`."""
        self.spoke.append((number, speaker))
        if speaker.source is not None:
            speaker.source.doubtful = speaker.source.placed = False

    def spoke_within(self, number: int, sentences: int) -> Speaker | None:
        """Return who spoke last, if no more than `sentences` before sentence `number`."""
        if self.spoke and number - self.spoke[-1][0] <= sentences:
            return self.spoke[-1][1]
        return None

    def _latest(self, number: int, fits: Callable[[Source], bool]) -> Speaker | None:
        for back in range(min(number, 3 * BACK) + 1):
            for naming in reversed(self.namings[number - back]):
                if naming.source is not None and fits(naming.source):
                    return speaker_of(naming.source, LIKELY)
        return None
