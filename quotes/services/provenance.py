"""Provenance of a quote: the outlets that print it, where they have it from, and who was first."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotes.graph.origins import Copied, Origin, Way
from quotes.graph.origins import provenance as traced
from quotes.models import Alias, Appearance, Copy, Hop, Quote, Source
from quotes.services.copying.tracing import Traced, denied, trace
from quotes.text.naming import name_key

# "told us", "in an interview with this newspaper": the outlet speaks of itself.
_ITSELF = re.compile(
    r"\b(?:us|our (?:own )?(?:reporter|correspondent)|this (?:(?:news)?paper|magazine|site|programme))\b",
    re.IGNORECASE,
)
_LISTENER = re.compile(
    r"\b(?:told|tells|interview|asked|question|attended|heard|showed|spoke)\b", re.IGNORECASE
)
_AROUND = 160


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of printings: which the outlet heard, those copied, sources denied by article, names."""

    first_hand: Collection[int]
    copied: Mapping[int, Traced]
    denied: Mapping[int, frozenset[int]]
    told: Mapping[int, str]


def provenance(quote: Quote) -> dict[str, Any]:
    """Return {"outlets", "origins", "unknown", "first", "edges", "suggested", "dropped", "copies"}.

    `origins` is [{"source", "outlets": […]}, …].
    `outlets` counts the outlets, `unknown` those none of whose printings shows an origin. `first` is
    {"article", "outlet", "published_at"} of the earliest printing, None for a quote nobody prints any
    more; an edge is {"from", "to", "printings"}. Sources are named; the origin of a printing is as in
    `quotes.graph.origins`. `copies` are the printings in articles copied from another's, [{"copy", "article",
    "outlet", "of", "source", "share", "credited", "state"}, …], state suggested or accepted. Accepted ones
    count in `origins` and `unknown`. `dropped` are the printings that seem to leave out whom they have the
    words from, [{"article", "outlet", "source", "why", "copy"}, …]: `why` is "copied", by the copy whose id
    is told, or "only_origin" where everybody else has them from that source. `suggested` is {"origins",
    "unknown"} with suggested copies and what was dropped as well.
    """
    return provenances([quote])[quote.pk]


def provenances(quotes: Collection[Quote]) -> dict[int, dict[str, Any]]:
    """Return the provenance of each quote by its id, in as many statements as for one."""
    printed = Appearance.objects.standing().filter(quote__in=quotes)
    rows = list(printed.select_related("article__outlet", "revision").prefetch_related("hops"))
    copied = trace(appearances=rows)
    named = _sources(rows) | {one.source.pk for one in copied.values()}
    told = dict(Source.objects.filter(pk__in=named).values_list("pk", "name"))
    known = _Known(_first_hand(rows), copied, denied(articles={row.article_id for row in rows}), told)
    of: dict[int | None, dict[int, Appearance]] = defaultdict(dict)
    for row in rows:
        of[row.quote_id][row.pk] = row
    return {quote.pk: _provenance(of[quote.pk], known) for quote in quotes}


def _provenance(rows: Mapping[int, Appearance], known: _Known) -> dict[str, Any]:
    copied, told = known.copied, known.told
    printing = {row.article_id: row.pk for row in rows.values()}
    answer = traced([_way(row, known, printing) for row in rows.values()])
    return {
        "outlets": len(answer.outlets),
        "origins": _told(answer.origins, told),
        "unknown": len(answer.unknown),
        "first": _first(rows[answer.first]) if answer.first is not None else None,
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


def _copied(one: Traced, printing: Mapping[int, int]) -> Copied:
    """Return whom the printing was copied from, and the giver's own printing of the quote."""
    accepted = one.copy.state == Copy.State.ACCEPTED
    return Copied(one.source.pk, printing.get(one.giver.pk), accepted)


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


def _way(row: Appearance, known: _Known, printing: Mapping[int, int]) -> Way:
    return Way(
        printing=row.pk,
        outlet=row.article.outlet_id,
        chain=tuple(hop.source_id for hop in sorted(row.hops.all(), key=lambda hop: hop.position)),
        heard=row.pk in known.first_hand,
        published=row.article.published_as or None,
        copied=_copied(known.copied[row.pk], printing) if row.pk in known.copied else None,
        confirmed=row.state == Appearance.State.CONFIRMED,
        denied=known.denied.get(row.article_id, frozenset()),
    )


def _first_hand(rows: Collection[Appearance]) -> set[int]:
    """Return the printings whose words the outlet's own reporter heard, as the text shows.

    Where the words around a quote name no listener, those around the same speaker's quote before it
    in the article count: "she told us" covers the "she said" that follows.
    """
    names = _names(rows)
    said = Hop.objects.filter(position=0, appearance__revision__in={row.revision_id for row in rows})
    spans = said.exclude(appearance__state=Appearance.State.REJECTED).order_by("appearance__start")
    by_speaker: dict[tuple[int, int | None], list[tuple[int, int]]] = defaultdict(list)
    for revision, source, start, end in spans.values_list(
        "appearance__revision", "source", "appearance__start", "appearance__end"
    ):
        by_speaker[revision, source].append((start, end))
    found = set()
    for row in rows:
        speaker = next((hop.source_id for hop in row.hops.all() if hop.position == 0), None)
        spoken = by_speaker[row.revision_id, speaker] if speaker else [(row.start, row.end)]
        arounds = [_around(row.revision.text, *span) for span in reversed(spoken) if span[0] <= row.start]
        telling = next((around for around in arounds if _LISTENER.search(around)), "")
        if heard(telling, names[row.article.outlet_id]):
            found.add(row.pk)
    return found


def heard(around: str, outlet: Collection[str]) -> bool:
    """Tell whether the words around a quote show that the outlet's own reporter heard it.

    `outlet` is the keys of the outlet's names. It does where somebody told, answered or was heard by the
    outlet under one of its names, or by "us", "this paper", "our correspondent".
    """
    if not _LISTENER.search(around):
        return False
    words = f" {name_key(around)} "
    return bool(_ITSELF.search(around)) or any(f" {name} " in words for name in outlet)


def _around(text: str, start: int, end: int) -> str:
    """Return the reporter's words on either side of a quote, within its paragraph."""
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    after = text[end : end + _AROUND].partition("\n")[0]
    return f"{before} {after}"


def _names(rows: Collection[Appearance]) -> dict[int, set[str]]:
    """Return the keys of all names of each outlet, the article left off and the short form of it too."""
    outlets = {row.article.outlet_id: {row.article.outlet.name_key} for row in rows}
    for outlet, key in Alias.objects.filter(source__in=outlets).values_list("source_id", "name_key"):
        outlets[outlet].add(key)
    return {outlet: keys | {key.split()[-1] for key in keys} for outlet, keys in outlets.items()}


def _sources(rows: Collection[Appearance]) -> set[int]:
    hops = {hop.source_id for row in rows for hop in row.hops.all() if hop.source_id is not None}
    return hops | {row.article.outlet_id for row in rows}


def _first(row: Appearance) -> dict[str, Any]:
    article = row.article
    return {
        "article": str(article.public_id),
        "outlet": article.outlet.name,
        "published_at": article.published_as or None,
    }
