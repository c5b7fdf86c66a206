"""Wordings anew: the normal forms and keys of a range of printings, after their rules changed."""

from quotes.models import Appearance
from quotes.services.matching.pointing import point
from quotes.services.matching.rebuilding.plans import Range
from quotes.services.matching.wordings import Worded, find_or_create
from quotes.services.statements import array, run
from quotes.text.segments import masked

_POST = """
    WITH given AS (SELECT * FROM unnest(%(wordings)s::int[], %(keys)s::int[]) given(wording, key)
    ), posted AS (
        INSERT INTO quotes_wordingkey (key, wording) SELECT key, wording FROM given ORDER BY key, wording
        ON CONFLICT DO NOTHING RETURNING 1
    ), counted AS (
        UPDATE quotes_wording stored SET keys = counts.keys
        FROM (SELECT wording, count(*) AS keys FROM given GROUP BY wording) counts
        WHERE stored.id = counts.wording AND stored.keys <> counts.keys
    )
    SELECT count(*) FROM posted
"""


def word_anew(*, over: Range) -> int:
    """Give each printing of a range of appearances the wording of its words, with all keys; return how many
    postings were missing.

    Call it in a transaction. Keys of other rules stay behind: they hash apart from today's, so that nothing
    finds them.
    """
    standing = Appearance.objects.standing().quoted().filter(pk__range=(over.first, over.last))
    rows = list(standing.only("id", "text", "start", "segments", "wording_id"))
    said = {row.pk: masked(row.text, row.start, row.segments) for row in rows}
    found = find_or_create(texts=set(said.values()))
    worded = {row.pk: found[said[row.pk]].id for row in rows if said[row.pk] in found}
    point(
        Appearance,
        "wording",
        {row.pk: worded[row.pk] for row in rows if worded.get(row.pk, row.wording_id) != row.wording_id},
    )
    return _post({one.id: one for one in found.values()})


def _post(worded: dict[int, Worded]) -> int:
    postings = [(id, key) for id, one in sorted(worded.items()) for key in one.keys]
    given = {"wordings": array(id for id, _ in postings), "keys": array(key for _, key in postings)}
    [(posted,)] = run(_POST, given)
    return int(posted)
