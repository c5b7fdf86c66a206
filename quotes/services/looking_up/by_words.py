"""By words: the printings that hold a word or two, which are too few for the keys of the index."""

from collections.abc import Mapping
from string import punctuation

from quotes.services.statements import run

MOST_LOOKED_AT = 500
MOST_QUOTES = 40
_AROUND_WORDS = punctuation + "“”„‚‘’«»‹›…–—"

# The English reading of words is the one `quotes_appearance_words` is an index of, whatever the language.
# Of a word everybody uses just any printings are looked at: there is no telling which are meant.
# First what has the very words in a row, then what was printed most.
_HOLDING = f"""
    SELECT asked.number, best.id
    FROM unnest(%(numbers)s::int[], %(texts)s::text[]) asked(number, words)
    CROSS JOIN LATERAL (
        SELECT id FROM (
            SELECT DISTINCT ON (held.quote_id) held.id, held.in_a_row, quote.outlet_count
            FROM (
                SELECT id, quote_id, length(text) AS long,
                       strpos(lower(text), lower(asked.words)) > 0 AS in_a_row
                FROM quotes_appearance
                WHERE to_tsvector('english', text) @@ plainto_tsquery('english', asked.words)
                      AND state <> 'rejected' AND quote_id IS NOT NULL
                LIMIT {MOST_LOOKED_AT}
            ) held JOIN quotes_quote quote ON quote.id = held.quote_id
            ORDER BY held.quote_id, held.in_a_row DESC, held.long, held.id
        ) of_quote ORDER BY in_a_row DESC, outlet_count DESC, id LIMIT {MOST_QUOTES}
    ) best
"""  # noqa: S608 - our own numbers


def holding(*, words: Mapping[int, str]) -> dict[int, list[int]]:
    """Return for each number the standing printings of quotes that hold its words, or one of them.

    One printing of each quote, the shortest; words are the same in any inflection. Words that English
    passes over ("will not") lead to none by themselves. One statement, however many words.
    """
    asked = []
    for number, text in words.items():
        plain = _plain(text)
        asked += [(number, part) for part in dict.fromkeys([" ".join(plain), *plain])]
    given = {"numbers": [number for number, _ in asked], "texts": [part for _, part in asked]}
    found: dict[int, list[int]] = {number: [] for number in words}
    for number, appearance in run(_HOLDING, given):
        if appearance not in found[number]:
            found[number].append(appearance)
    return found


def _plain(text: str) -> list[str]:
    """Return the words without the marks around them: PostgreSQL takes a “ for a letter."""
    bare = (word.strip(_AROUND_WORDS) for word in text.split())
    return [word for word in bare if word]
