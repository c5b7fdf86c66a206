"""The quote: its printings in time, who carried it first, how the words came, its wordings and conflicts."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.dateparse import parse_duration

from quotes.admin.desk.quote.drawing import drawn
from quotes.admin.desk.screen import may, page
from quotes.admin.desk.undoing import latest
from quotes.models import Appearance, Match, Quote
from quotes.services.provenance import provenance

SHOWN = 200  # printings on a page
NEAR = 8  # quotes offered to be merged with it


def show(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show the quote; a merged one leads to the one that goes on."""
    quote = get_object_or_404(Quote.objects.select_related("merged_into", "speaker"), public_id=public_id)
    if quote.merged_into_id is not None:
        return redirect("admin:desk_quote", quote.survivor().public_id)
    printings = printings_of(quote)
    decides = may(request, ["change_quote", "change_match"])
    found = provenance(quote) if printings else None
    return page(
        request,
        "quote",
        str(quote),
        quote=quote,
        printings=printings[:SHOWN],
        more=len(printings) > SHOWN,
        wordings=len({row.wording_id for row in printings}),
        speakers=_speakers(printings),
        found=found,
        arrivals=[{**one, "late": _late(one["after"])} for one in found["arrivals"]] if found else (),
        drawing=drawn(found) if found else None,
        may_decide=decides,
        near=_near(quote, printings) if decides else (),
        latest=latest(request),
        here=reverse("admin:desk_quote", args=[quote.public_id]),
        crumbs=[("Quotes", reverse("admin:quotes_quote_changelist"))],
    )


def printings_of(quote: Quote) -> list[Appearance]:
    """Return the quote's standing printings with their chains, the earliest first: `SHOWN` and one."""
    standing = Appearance.objects.standing().with_chain().filter(quote=quote)
    return list(standing.order_by("article__published_at", "pk")[: SHOWN + 1])


def _speakers(printings: Sequence[Appearance]) -> list[dict[str, Any]]:
    """Return whom the printings name as the speaker, with the outlets that do, where they do not agree."""
    named: dict[str, dict[str, None]] = {}
    for row in printings:
        for hop in row.hops.all():
            if hop.position == 0 and hop.source is not None and hop.source.kind != "unnamed":
                named.setdefault(str(hop.source), {})[str(row.article.outlet)] = None
    return (
        [{"name": name, "outlets": list(outlets)} for name, outlets in named.items()]
        if len(named) > 1
        else []
    )


def _late(after: str | None) -> str:
    """Return how long after the first an outlet came, in words; empty for the first and undated ones."""
    late = parse_duration(after) if after else None
    if not late:
        return ""
    hours, minutes = divmod(late.seconds // 60, 60)
    parts = ((late.days, "d"), (hours, "h"), (minutes, "min"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)


def _near(quote: Quote, printings: Sequence[Appearance]) -> list[Quote]:
    """Return quotes with a printing that was compared with one of these, the most alike first."""
    ids = [row.pk for row in printings]
    compared = Match.objects.current().exclude(judgement=Match.Judgement.DIFFERENT)
    pairs = compared.filter(Q(a__in=ids) ^ Q(b__in=ids)).order_by("-score")
    found: dict[int, None] = {}
    for a, b in pairs.values_list("a__quote", "b__quote")[:100]:
        found |= dict.fromkeys(one for one in (a, b) if one not in (None, quote.pk))
    rows = Quote.objects.live().select_related("speaker").in_bulk(list(found)[:NEAR])
    return [rows[pk] for pk in found if pk in rows]
