"""Wordings: one row per distinct normal form, with the postings that find it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import xxhash

from quotes.models import Appearance
from quotes.services.matching.pointing import point
from quotes.services.statements import array, run
from quotes.text.comparing.keys import Form, form
from quotes.text.segments import masked

# All in one statement. Rows are inserted in the order of their digests, so that two writers never wait for
# each other in a ring. What a writer that is still open has inserted, the insert waits for; it is then
# neither known to this statement nor made by it, and the next one finds it.
_FIND_OR_CREATE = """
    WITH given AS MATERIALIZED (
        SELECT * FROM unnest(%(digests)s::uuid[], %(normals)s::text[], %(words)s::int[], %(keys)s::int[])
            WITH ORDINALITY given(digest, normal, words, keys, place)
    ), known AS MATERIALIZED (
        SELECT given.digest, stored.id FROM given JOIN quotes_wording stored ON stored.digest = given.digest
    ), made AS (
        INSERT INTO quotes_wording (digest, normal, words, keys)
        SELECT digest, normal, words, keys FROM given
        WHERE digest NOT IN (SELECT digest FROM known) ORDER BY digest
        ON CONFLICT (digest) DO NOTHING RETURNING digest, id
    ), posted AS (
        INSERT INTO quotes_wordingkey (key, wording)
        SELECT posting.key, made.id
        FROM unnest(%(places)s::int[], %(posted)s::int[]) posting(place, key)
        JOIN given ON given.place = posting.place JOIN made ON made.digest = given.digest
        ORDER BY posting.key, made.id
    )
    SELECT digest, id FROM known UNION ALL SELECT digest, id FROM made
"""


@dataclass(frozen=True, slots=True)
class Worded:
    """A text's wording: its id, and the keys that find what prints the same words as the text."""

    id: int
    keys: tuple[int, ...]


def find_or_create(*, texts: Collection[str]) -> dict[str, Worded]:
    """Return the wording of each text; a text without any word has none and is left out.

    Two texts that differ in typography only share a wording. Creates what is missing, with its keys, in
    one statement; safe beside another writer of the same wordings.
    """
    forms = {text: read for text in sorted(set(texts)) if (read := form(text)).words}
    digests = {text: digest(read.normal) for text, read in forms.items()}
    wanted = {digests[text]: read for text, read in forms.items()}
    ids = _find_or_create(sorted(wanted.items(), key=lambda item: item[0])) if wanted else {}
    return {text: Worded(ids[digests[text]], read.keys) for text, read in forms.items()}


def assign(*, appearances: Collection[Appearance]) -> dict[int, Worded]:
    """Give each appearance that has none its wording, the rows passed in too; return the wordings by row.

    An appearance without any word is left out.
    """
    said = {row.pk: masked(row.text, row.start, row.segments) for row in appearances}
    found = find_or_create(texts=set(said.values()))
    worded = {row.pk: found[said[row.pk]] for row in appearances if said[row.pk] in found}
    new = [row for row in appearances if row.wording_id is None and row.pk in worded]
    for row in new:
        row.wording_id = worded[row.pk].id
    point(Appearance, "wording", {row.pk: worded[row.pk].id for row in new})
    return worded


def digest(normal: str) -> UUID:
    """Return what a normal form is found by."""
    return UUID(int=xxhash.xxh3_128_intdigest(normal.encode()))


def _find_or_create(forms: Sequence[tuple[UUID, Form]]) -> dict[UUID, int]:
    """Return the ids of all the wordings, whoever inserted them; `forms` are in the order of the digests."""
    postings = [(place, key) for place, (_, read) in enumerate(forms, 1) for key in read.keys]
    given = {
        "digests": [digest for digest, _ in forms],
        "normals": [read.normal for _, read in forms],
        "words": array(read.words for _, read in forms),
        "keys": array(len(read.keys) for _, read in forms),
        "places": array(place for place, _ in postings),
        "posted": array(key for _, key in postings),
    }
    ids: dict[UUID, int] = {}
    while len(ids) < len(forms):
        ids = dict(run(_FIND_OR_CREATE, given))
    return ids
