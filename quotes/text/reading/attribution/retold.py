"""Retold: the lead quotes a few words, the body prints them again and says through whom they were heard."""

from collections.abc import Sequence

from quotes.text.reading.attribution.carry import as_context
from quotes.text.reading.attribution.drafts import Draft

# The lead ends with this sentence, and the words are printed again up to so many sentences behind it.
_LEAD = 1
_BODY = 10


def plain(words: str) -> str:
    """Return the words in small letters, with one blank for whatever stands between them."""
    return " ".join("".join(char if char.isalnum() else " " for char in words.casefold()).split())


def tell_of_lead(text: str, drafts: Sequence[Draft]) -> None:
    """Give the lead's quotations without hops those of the same speaker's same words below.

    Only the first printing below counts; words said in a setting of their own keep it.
    """
    for lead in drafts:
        if lead.sentence > _LEAD:
            return
        if lead.hops or lead.setting is not None or lead.speaker.name is None or lead.speaker.is_medium:
            continue
        again = _again(text, lead, drafts)
        if again is not None:
            lead.hops = as_context(again.hops)


def _again(text: str, lead: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """Return the next quotation of the same speaker that holds the lead's words."""
    wanted = f" {plain(lead.passage.inner.of(text))} "
    upto = lead.sentence + _BODY
    below = (draft for draft in drafts if lead.sentence < draft.sentence <= upto)
    same = (draft for draft in below if draft.speaker.name == lead.speaker.name)
    return next((draft for draft in same if wanted in f" {plain(draft.passage.inner.of(text))} "), None)
