"""Answering: the provenance of a quote in sources' names, for whoever asks."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from quotes.graph.origins import Origin
from quotes.graph.origins import provenance as traced
from quotes.graph.routes import routes
from quotes.models import Appearance, Quote
from quotes.services.copying.tracing import Traced
from quotes.services.provenance.arrivals import arrivals
from quotes.services.provenance.ways import Known, Rows, printings, ways


def provenance(quote: Quote) -> dict[str, Any]:
    """Return how a quote's words came to the outlets, as a dict of plain data, sources by name.

    `origins` is [{"source", "outlets": […]}, …].
    `outlets` counts the outlets, `unknown` those none of whose printings shows an origin. `first` is
    {"article", "outlet", "published_at"} of the earliest printing, None for a quote nobody prints any
    more; `edges` are [{"from", "to", "printings"}, …]; the origin of a printing is as in
    `quotes.graph.origins`. `independent` counts the known routes that share no source, `bottlenecks` are the
    sources that all of them pass (`quotes.graph.routes`). `arrivals` tell how each outlet came to have the
    words (`quotes.services.provenance.arrivals`).

    `copies` are the printings in articles copied from another's, [{"copy", "article",
    "outlet", "of", "source", "share", "credited", "state"}, …], state suggested or accepted. Accepted ones
    count in `origins` and `unknown`. `dropped` are the printings that seem to leave out whom they have the
    words from, [{"article", "outlet", "source", "why", "copy"}, …]: `why` is "copied", by the copy whose id
    is told, or "only_origin" where everybody else has them from that source. `suggested` is {"origins",
    "unknown"} with suggested copies and what was dropped as well.
    """
    return provenances([quote])[quote.pk]


def provenances(quotes: Collection[Quote]) -> dict[int, dict[str, Any]]:
    """Return the provenance of each quote by its id, in as many statements as for one."""
    of, known = printings(quotes)
    return {quote.pk: _provenance(of[quote.pk], known) for quote in quotes}


def _provenance(rows: Rows, known: Known) -> dict[str, Any]:
    copied, told = known.copied, known.named
    laid = ways(rows, known)
    answer, known_routes = traced(laid), routes(laid)
    return {
        "outlets": len(answer.outlets),
        "origins": _told(answer.origins, told),
        "unknown": len(answer.unknown),
        "independent": known_routes.independent,
        "bottlenecks": [told[source] for source in known_routes.bottlenecks],
        "first": _first(rows[answer.first]) if answer.first is not None else None,
        "arrivals": arrivals(rows, known, known_routes),
        "edges": [
            {"from": told[edge.giver], "to": told[edge.taker], "printings": edge.printings}
            for edge in answer.edges
        ],
        "suggested": {
            "origins": _told(answer.suggested_origins, told),
            "unknown": len(answer.suggested_unknown),
        },
        "dropped": _dropped(rows, copied, {one.printing: told[one.source] for one in answer.dropped}),
        "copies": [_copy(one) for one in _once(rows.values(), copied)],
    }


def _dropped(
    rows: Mapping[int, Appearance], copied: Mapping[int, Traced], silent: Mapping[int, str]
) -> list[dict[str, Any]]:
    """Return what each article seems to leave out, once, in the order of publishing."""
    found: dict[tuple[int, str], dict[str, Any]] = {}
    for pk, row in sorted(rows.items(), key=lambda one: (one[1].article.published_as or "~", one[0])):
        copy = copied[pk].copy if pk in copied and not copied[pk].copy.credited else None
        source = copied[pk].source.name if copy else silent.get(pk)
        if source:
            one = {
                "article": str(row.article.public_id),
                "outlet": row.article.outlet.name,
                "source": source,
                "why": "copied" if copy else "only_origin",
                "copy": copy and str(copy.public_id),
            }
            found.setdefault((row.article_id, source), one)
    return list(found.values())


def _told(origins: Iterable[Origin], told: Mapping[int, str]) -> list[dict[str, Any]]:
    return [
        {"source": told[origin.source], "outlets": [told[outlet] for outlet in origin.outlets]}
        for origin in origins
    ]


def _once(rows: Iterable[Appearance], copied: Mapping[int, Traced]) -> list[Traced]:
    """Return each copy once, in the order of the taker's publishing."""
    found = {copied[row.pk].copy.pk: copied[row.pk] for row in rows if row.pk in copied}
    return sorted(found.values(), key=lambda one: (one.taker.published_as or "~", one.taker.pk))


def _copy(one: Traced) -> dict[str, Any]:
    copy = one.copy
    return {
        "copy": str(copy.public_id),
        "article": str(one.taker.public_id),
        "outlet": one.taker.outlet.name,
        "of": str(one.giver.public_id),
        "source": one.source.name,
        "share": copy.share,
        "credited": copy.credited,
        "state": copy.state,
    }


def _first(row: Appearance) -> dict[str, Any]:
    article = row.article
    return {
        "article": str(article.public_id),
        "outlet": article.outlet.name,
        "published_at": article.published_as or None,
    }
