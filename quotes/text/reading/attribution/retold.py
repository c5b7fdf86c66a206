"""Retold: the lead quotes a few words, the body prints them again and says whose they are, through whom."""

from collections.abc import Sequence

from quotes.text.reading.attribution.carry import as_context
from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.types import Basis, SourceKind

# The lead ends with this sentence, and the words are printed again up to so many sentences behind it.
_LEAD = 1
_BODY = 10
# Fewer words than these may be anybody's.
_OWN = 3


def plain(words: str) -> str:
    """Return the words in small letters, with one blank for whatever stands between them."""
    return " ".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())


def tell_of_lead(text: str, drafts: Sequence[Draft]) -> None:
    """Give the lead's quotations without hops those of the same speaker's same words below.

    Words the lead gives to nobody by name ("a survivor said it was “…”") are of whoever says them below.
    Only the first printing below counts; words said in a setting of their own keep it.
    """
    for lead in drafts:
        if lead.sentence > _LEAD:
            return
        _name(text, lead, drafts)
        if lead.hops or lead.setting is not None or lead.speaker.name is None or lead.speaker.is_medium:
            continue
        again = _again(text, lead, drafts, lead.speaker.name)
        if again is not None:
            lead.hops = as_context(again.hops)


def _name(text: str, lead: Draft, drafts: Sequence[Draft]) -> None:
    """Give words of nobody by name to the person who says the same in the body."""
    nameless = lead.speaker.name is None or lead.speaker.kind is SourceKind.UNNAMED
    if not nameless or len(plain(lead.passage.inner.of(text)).split()) < _OWN:
        return
    again = _again(text, lead, drafts)
    if again is None or again.speaker.source is None or not again.speaker.source.is_person:
        return
    lead.speaker, lead.evidence, lead.basis = again.speaker, again.evidence, Basis.CONTEXT


def _again(text: str, lead: Draft, drafts: Sequence[Draft], name: str | None = None) -> Draft | None:
    """Return the next quotation, of the speaker `name` or of anybody, that holds the lead's words."""
    wanted = f" {plain(lead.passage.inner.of(text))} "
    upto = lead.sentence + _BODY
    below = (draft for draft in drafts if lead.sentence < draft.sentence <= upto)
    same = (draft for draft in below if name is None or draft.speaker.name == name)
    return next((draft for draft in same if wanted in f" {plain(draft.passage.inner.of(text))} "), None)
