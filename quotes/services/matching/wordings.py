"""Wordings: one row per distinct normal form, with the postings that find it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import xxhash
from django.db import connection, transaction

from quotes.models import Appearance, Wording
from quotes.services.matching.pointing import point
from quotes.text.comparing.keys import keys
from quotes.text.comparing.normalising import normalise
from quotes.text.segments import masked

# Rows are inserted in the order of their digests, so that two writers never wait for each other in a ring.
# What a writer that is still open has inserted, the insert waits for; the look-up after it then finds it.
_INSERT = """
    INSERT INTO quotes_wording (digest, normal, words)
    SELECT * FROM unnest(%s::text[], %s::text[], %s::int[])
    ON CONFLICT (digest) DO NOTHING
    RETURNING digest, id
"""
_POST = """
    INSERT INTO quotes_wordingkey (key, wording_id, n)
    SELECT key, wording_id, n FROM unnest(%s::bigint[], %s::bigint[], %s::int[]) posting(key, wording_id, n)
    ON CONFLICT (key, wording_id) DO NOTHING
"""


@dataclass(frozen=True, slots=True)
class _Form:
    """A normal form, and one text that has it."""

    digest: str
    text: str
    normal: str
    words: int


def find_or_create(*, texts: Collection[str]) -> dict[str, int]:
    """Return the id of the wording of each text; a text without any word has none and is left out.

    Two texts that differ in typography only share a wording. Creates what is missing, with its keys,
    in a fixed number of statements; safe beside another writer of the same wordings.
    """
    forms = {text: form for text in sorted(set(texts)) if (form := _form(text)).normal}
    by_digest = {form.digest: form for _, form in sorted(forms.items(), key=lambda item: item[1].digest)}
    ids = dict(Wording.objects.filter(digest__in=by_digest).values_list("digest", "id"))
    missing = [form for digest, form in by_digest.items() if digest not in ids]
    if missing:
        ids |= _create(missing)
    return {text: ids[form.digest] for text, form in forms.items()}


def assign(*, appearances: Collection[Appearance]) -> None:
    """Give each appearance that has none its wording; the rows passed in are changed too."""
    said = {
        row.pk: masked(row.text, row.start, row.segments) for row in appearances if row.wording_id is None
    }
    found = find_or_create(texts=set(said.values()))
    worded = [row for row in appearances if said.get(row.pk) in found]
    for row in worded:
        row.wording_id = found[said[row.pk]]
    point(Appearance, "wording", {row.pk: found[said[row.pk]] for row in worded})


def _form(text: str) -> _Form:
    normalised = normalise(text)
    normal = normalised.form
    return _Form(xxhash.xxh3_128_hexdigest(normal.encode()), text, normal, len(normalised.words))


def _create(forms: Sequence[_Form]) -> dict[str, int]:
    """Insert wordings in the order given; return the ids of all of them, whoever inserted them."""
    digests = [form.digest for form in forms]
    columns = digests, [form.normal for form in forms], [form.words for form in forms]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_INSERT, columns)
        ours: dict[str, int] = dict(cursor.fetchall())
        _post({ours[form.digest]: keys(form.text) for form in forms if form.digest in ours})
    return dict(Wording.objects.filter(digest__in=digests).values_list("digest", "id"))


def _post(postings: dict[int, tuple[int, ...]]) -> None:
    rows = [(key, wording, len(found)) for wording, found in postings.items() for key in found]
    rows.sort()  # the index is filled from left to right
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_POST, [list(column) for column in zip(*rows, strict=True)])
