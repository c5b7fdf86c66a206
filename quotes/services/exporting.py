"""Exporting: every quote with the places that print it, one record after the other."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Prefetch

from quotes.models import Appearance, Hop, Quote
from quotes.text.comparing.relation import relation_to
from quotes.text.segments import masked

QUOTES_AT_ONCE = 200


def quotes_as_records() -> Iterator[dict[str, Any]]:
    """Yield a record for each live quote that a standing appearance prints, in flat memory.

    A record is {"quote", "speaker", "members": [{"article", "start", "end", "relation", "chain"}, …]}:
    the public id, the speaker's name (None where the appearances do not agree), the sender's article
    id (our public one where there is none), the relation to the quote's canonical wording, and the
    names after the speaker, None where a hop is unresolved and nothing is printed. Quotes come in the
    order of their first printing, then of their text; members likewise.
    """
    appearances = Appearance.objects.standing().select_related("article")
    hops = Hop.objects.filter(position__gt=0).select_related("source").order_by("position")
    printed = Prefetch("appearances", appearances.prefetch_related(Prefetch("hops", hops)))
    live = Quote.objects.live().filter(appearance_count__gt=0).select_related("speaker")
    in_order = live.order_by("first_published_at", "text", "public_id").prefetch_related(printed)
    for quote in in_order.iterator(chunk_size=QUOTES_AT_ONCE):
        members = [_member(quote.text, row) for row in sorted(quote.appearances.all(), key=_place)]
        speaker = quote.speaker.name if quote.speaker else None
        if members:  # an appearance may have been rejected a moment ago, its quote not yet counted anew
            yield {"quote": str(quote.public_id), "speaker": speaker, "members": members}


def _member(canonical: str, row: Appearance) -> dict[str, Any]:
    return {
        "article": row.article.sender_id or str(row.article.public_id),
        "start": row.start,
        "end": row.end,
        "relation": str(relation_to(canonical, masked(row.text, row.start, row.segments))),
        "chain": [hop.source.name if hop.source else hop.name or None for hop in row.hops.all()],
    }


def _place(row: Appearance) -> tuple[str, str, int, int, int]:
    article = row.article
    return article.published_as or "~", article.sender_id or article.url, row.start, row.end, row.joint
