"""Clauses: what stands between a verb and its subject, and what is said in passing."""

from collections.abc import Sequence

from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Form, Party
from quotes.text.reading.types import SourceKind

# A clause that tells who somebody without a name is takes no more tokens.
_CLAUSE = 8


def accompanying(parties: Parties, before: int) -> Party | None:
    """Read the person in "with Quill saying", who has a clause of his own."""
    party = parties.ending(before, attach=False)
    if party is None or party.form is Form.PRONOUN:
        return None
    at = party.first - 1
    at -= parties.keys[at] in parties.words.articles
    return party if parties.keys[at] == "with" else None


def over_clause(parties: Parties, before: int) -> Party | None:
    """Read the person in "a broker who was not named told": a clause, up to `before`, stands between."""
    for at in range(before, max(0, before - _CLAUSE), -1):
        if not parties.tokens[at].is_word:
            return None
        if parties.keys[at] == "who":
            party = parties.ending(at - 1) if at < before else None
            unnamed = party is not None and party.form is Form.NOUN and party.kind is SourceKind.UNNAMED
            return party if unnamed else None
    return None


def is_parenthetic(tokens: Sequence[Token], left: int, right: int) -> bool:
    """Tell words between two commas that follow more than a quotation ("The captain, he recalled, came")."""
    if left < 2 or right + 1 >= len(tokens):
        return False
    closed = tokens[left - 1].text == "," and tokens[right + 1].text == ","
    return (
        closed
        and not tokens[left - 2].is_quote
        and not any(token.is_quote for token in tokens[right + 2 : right + 3])
    )
