"""Carrying: how far "KCNA said" or "he told CNN" reaches into the sentences behind it."""

from dataclasses import dataclass, replace

from quotes.text.reading.types import Basis, Hop, SourceKind
from quotes.text.spans import Span

# Farther on than this, in sentences, a chain is not taken over any more.
_REACH = 14
_FADING = 0.85


@dataclass(slots=True)
class _Carried:
    hops: tuple[Hop, ...]
    sentence: int


class Carry:
    """Remembers the hops through which each speaker was last heard.

    They reach the same speaker's later words until he is heard through other media, in another
    setting or on another occasion, or too far on. An interview also ends where somebody else speaks.
    """

    def __init__(self) -> None:
        self.by_speaker: dict[str, _Carried] = {}
        self.interviewed: set[str] = set()
        self.last: _Carried | None = None

    def note(self, speaker: str, hops: tuple[Hop, ...], sentence: int) -> None:
        """Remember that `speaker` was heard through `hops`: an agency that reports, or an interview."""
        relayed = any(hop.kind is SourceKind.AGENCY for hop in hops)
        carried = _Carried(hops, sentence)
        self.by_speaker[speaker] = carried
        self.last = carried
        if relayed:
            self.interviewed.discard(speaker)
        else:
            self.interviewed.add(speaker)

    def stop(self, speaker: str) -> None:
        """Forget the speaker's hops: he speaks on another occasion now."""
        self.by_speaker.pop(speaker, None)
        self.interviewed.discard(speaker)

    def stop_interviews_of_others(self, speaker: str) -> None:
        """Forget interviews of everybody but `speaker`, who speaks now."""
        for other in self.interviewed - {speaker}:
            self.stop(other)

    def over(self, speaker: str, sentence: int) -> tuple[Hop, ...]:
        """Return the hops carried over to `speaker` in `sentence`, with basis `context`."""
        carried = self.by_speaker.get(speaker)
        if carried is None or sentence - carried.sentence > _REACH:
            return ()
        carried.sentence = sentence
        return as_context(carried.hops)

    def any_relay(self, sentence: int) -> tuple[Hop, ...]:
        """Return the hops last heard of, whoever spoke: for "was quoted as saying" without a quoter."""
        if self.last is None or sentence - self.last.sentence > _REACH:
            return ()
        return as_context(self.last.hops)


def as_context(hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
    """Return the hops as carried over from another sentence, a little less certain."""
    return tuple(
        replace(hop, basis=Basis.CONTEXT, confidence=round(hop.confidence * _FADING, 3)) for hop in hops
    )


def unresolved(evidence: Span) -> Hop:
    """Return the hop for a quoter nobody names."""
    return Hop(None, SourceKind.UNNAMED, Basis.EXPLICIT, evidence, (), 0.2)
