"""Look up: who said this, who printed it first, through whom we have it, how it was altered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from quotes.models import Appearance, Hop, Quote, Source
from quotes.services.looking_up.finding import Findings, Found, find
from quotes.services.looking_up.passages import Asked
from quotes.services.looking_up.speakers import goes_by, known_as
from quotes.services.provenance import provenances
from quotes.text.comparing.relation import relate
from quotes.text.comparing.types import Comparison, Printing

MOST_TRACED = 300
"""A quote with more printings is counted, but not traced to its origins while somebody waits."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A quote that holds the words; `origins` is as `provenance` says, None for one printed too often.

    `record` compares the words (`a`) with the fullest wording of the quote (`b`): a printing may say just
    what was asked for, and be an altered one itself.
    `by_asked` tells whether the speaker asked for said it: None where nobody was asked for, or nobody knows.
    """

    found: Found
    record: Comparison
    quote: Quote
    printing: Appearance
    origins: dict[str, Any] | None
    by_asked: bool | None


@dataclass(frozen=True, slots=True)
class LookedUp:
    """What is on record for one text, the best first; `speakers` are those known by the name asked for.

    `nearest` is the quote of the nearest printing where none holds the words.
    """

    asked: Asked
    answers: tuple[Answer, ...]
    findings: Findings
    speakers: tuple[Source, ...]
    nearest: Quote | None

    @property
    def sentence(self) -> str:
        """Say whether the best answer is by the speaker asked for."""
        name = self.asked.speaker
        if not self.answers:
            return f"Nothing on record holds the words, said by {name} or by anybody."
        best = self.answers[0]
        if best.by_asked is None:
            return f"No printing names who said it: neither {name} nor anybody else."
        if best.by_asked:
            return f"Printings name {name}, as asked."
        theirs = f"“{best.quote.speaker.name}”" if best.quote.speaker else "somebody else"
        return f"The best answer is another speaker's: {theirs} said it, not “{name}”."


def look_up(texts: Sequence[Asked], *, most: int) -> list[LookedUp]:
    """Look each text up, at most `most` quotes for each; in as many statements for a hundred as for one."""
    findings = find(texts)
    wanted = [one for each in findings for one in each.found[:most]]
    nearest = {each.nearest.quote for each in findings if each.nearest}
    quotes = _quotes({one.quote for one in wanted} | nearest)
    shown = Appearance.objects.with_chain().select_related("decided_by")
    printings = shown.in_bulk({one.appearance for one in wanted})
    traced = provenances([quote for quote in quotes.values() if _short(quote)])
    speakers = known_as({text.speaker for text in texts if text.speaker})
    voices = _voices(quotes)
    answers = []
    for text, each in zip(texts, findings, strict=True):
        known = speakers.get(text.speaker, [])
        rows = tuple(
            Answer(
                one,
                _record(one, quotes[one.quote]),
                quotes[one.quote],
                printings[one.appearance],
                traced.get(one.quote),
                _said(text.speaker, known, voices.get(one.quote, [])),
            )
            for one in each.found[:most]
        )
        near = quotes[each.nearest.quote] if each.nearest else None
        answers.append(LookedUp(text, rows, each, tuple(known), near))
    return answers


def _record(found: Found, quote: Quote) -> Comparison:
    if quote.text == found.printed:
        return found.comparison
    return relate(Printing(text=found.passage.words), Printing(text=quote.text))


def _short(quote: Quote) -> bool:
    return quote.appearance_count <= MOST_TRACED


def _quotes(ids: Collection[int]) -> dict[int, Quote]:
    return Quote.objects.select_related("speaker").with_conflict().in_bulk(ids)


def _voices(quotes: Collection[int]) -> dict[int, list[Source]]:
    """Return for each quote everybody whom a standing printing names as its speaker."""
    said = Hop.objects.filter(position=0, appearance__quote__in=quotes)
    pairs = said.exclude(appearance__state=Appearance.State.REJECTED).order_by().distinct()
    named = set(pairs.values_list("appearance__quote", "source"))
    sources = Source.objects.in_bulk({source for _, source in named if source})
    return {quote: [sources[source] for one, source in named if one == quote and source] for quote in quotes}


def _said(name: str, known: Sequence[Source], voices: Sequence[Source]) -> bool | None:
    """Tell whether one of those named as the speaker is the one asked for; None where nothing tells."""
    if not name or not voices:
        return None
    ids = {source.pk for source in known}
    return any(voice.pk in ids or goes_by(voice, name) for voice in voices)
