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
    relayed: bool  # by an agency that reports, not in an interview


class Carry:
    """Remembers the hops through which each speaker was last heard.

    They reach the same speaker's later words, over the turns of others, until he is heard through other
    media, in another setting or on another occasion, or too far on. "In the interview" takes up again what
    another occasion had ended; a tweet or what he "had said" before is left out of an interview.
    """

    def __init__(self) -> None:
        self.by_speaker: dict[str, _Carried] = {}
        self.paused: dict[str, _Carried] = {}
        self.broadcasters: dict[str, Hop] = {}
        self.last: _Carried | None = None

    def note(self, speaker: str, hops: tuple[Hop, ...], sentence: int) -> None:
        """Remember that `speaker` was heard through `hops`."""
        relayed = any(hop.kind is SourceKind.AGENCY for hop in hops)
        carried = _Carried(hops, sentence, relayed)
        self.by_speaker[speaker] = carried
        self.paused.pop(speaker, None)
        self.last = carried

    def reports(self, hop: Hop, sentence: int) -> None:
        """Remember that a medium reports: who "was quoted as saying" next was heard through it."""
        self.last = _Carried((hop,), sentence, relayed=True)

    def has(self, speaker: str, sentence: int) -> bool:
        """Tell whether the speaker is still heard through somebody in `sentence`."""
        carried = self.by_speaker.get(speaker)
        return carried is not None and sentence - carried.sentence <= _REACH

    def stop(self, speaker: str) -> None:
        """Lay the speaker's hops aside: he speaks on another occasion now."""
        carried = self.by_speaker.pop(speaker, None)
        if carried is not None:
            self.paused[speaker] = carried

    def resume(self, speaker: str, sentence: int) -> None:
        """Take up the hops laid aside, or gone too far: the text comes back to the occasion."""
        carried = self.by_speaker.get(speaker) or self.paused.pop(speaker, None)
        if carried is not None:
            carried.sentence = sentence
            self.by_speaker[speaker] = carried

    def in_interview(self, speaker: str) -> bool:
        """Tell whether the speaker is heard in an interview, not through an agency that reports on him."""
        carried = self.by_speaker.get(speaker)
        return carried is not None and not carried.relayed

    def with_broadcaster(self, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return the hops with the broadcaster of a programme behind it, once the text has named both."""
        for place, hop in enumerate(hops):
            if hop.kind is not SourceKind.PROGRAMME or hop.source is None:
                continue
            following = hops[place + 1] if place + 1 < len(hops) else None
            if following is not None and following.kind is SourceKind.OUTLET:
                self.broadcasters[hop.source] = following
            elif following is None and hop.source in self.broadcasters:
                return (*hops, *as_context((self.broadcasters[hop.source],)))
        return hops

    def over(self, speaker: str, sentence: int) -> tuple[Hop, ...]:
        """Return the hops carried over to `speaker` in `sentence`, with basis `context`."""
        carried = self.by_speaker.get(speaker)
        if carried is None or sentence - carried.sentence > _REACH:
            return ()
        carried.sentence = sentence
        return as_context(carried.hops)

    def any_relay(self, sentence: int, reach: int = _REACH) -> tuple[Hop, ...]:
        """Return the hops last heard of, whoever spoke: for "was quoted as saying" without a quoter."""
        if self.last is None or sentence - self.last.sentence > reach:
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
