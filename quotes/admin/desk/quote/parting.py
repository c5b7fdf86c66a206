"""Quotes merged and split: what would change is told first, then done in the editor's name."""

from contextlib import suppress
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from quotes.admin.desk.quote.screen import printings_of
from quotes.admin.desk.screen import editor, given_ids, page, say
from quotes.models import Quote
from quotes.services import foreseeing
from quotes.services import quotes as services
from quotes.services.errors import Refused


def merge(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show what merging the quote with those named `with` would change; a POST merges them."""
    quote = get_object_or_404(Quote, public_id=public_id)
    data = request.POST if request.method == "POST" else request.GET
    others = _others(data.getlist("with"), quote)
    if not others:
        say(request, "Choose a quote to merge with, or give the id or address of one.", wrong=True)
        return redirect("admin:desk_quote", public_id)
    if request.method != "POST":
        foreseen = foreseeing.merging(quotes=[quote, *others])
        crumbs = [(str(quote), reverse("admin:desk_quote", args=[public_id]))]
        return page(
            request,
            "quote_merge",
            "Merge quotes",
            quote=quote,
            others=others,
            foreseen=foreseen,
            crumbs=crumbs,
        )
    try:
        merged = services.merge(
            by=editor(request), quotes=[quote, *others], reason=request.POST.get("reason", "").strip()
        )
    except Refused as refused:
        say(request, refused.message, wrong=True)
        return redirect("admin:desk_quote", public_id)
    say(request, f"{merged.act}. Undo it from your last decisions.")
    return redirect("admin:desk_quote", merged.quote.public_id)


def split(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """Show which printings would be a quote of their own; a POST splits."""
    quote = get_object_or_404(Quote, public_id=public_id)
    data = request.POST if request.method == "POST" else request.GET
    rows = printings_of(quote)
    ids = set(given_ids(data, "appearance"))
    leaving, staying = ([row for row in rows if (row.public_id in ids) is out] for out in (True, False))
    if not leaving or not staying:
        say(request, "Tick the printings that are another quote: some, not all.", wrong=True)
        return redirect("admin:desk_quote", public_id)
    if request.method != "POST":
        crumbs = [(str(quote), reverse("admin:desk_quote", args=[public_id]))]
        return page(
            request,
            "quote_split",
            "Split the quote",
            quote=quote,
            leaving=leaving,
            staying=staying,
            crumbs=crumbs,
        )
    try:
        services.split(
            by=editor(request), quote=quote, groups=[leaving], reason=request.POST.get("reason", "").strip()
        )
    except Refused as refused:
        say(request, refused.message, wrong=True)
    else:
        say(
            request,
            f"Split: {len(leaving)} printings are a quote of their own. Undo it from your last decisions.",
        )
    return redirect("admin:desk_quote", public_id)


def _others(given: list[str], quote: Quote) -> list[Quote]:
    """Return the quotes that ids, or addresses that hold one, name, as they stand by now."""
    ids = []
    for words in given:
        for part in words.replace("?", "/").replace("=", "/").split("/"):
            with suppress(ValueError):
                ids.append(UUID(part.strip()))
    found = Quote.objects.filter(public_id__in=ids).select_related("merged_into", "speaker")
    return [one for one in dict.fromkeys(row.survivor() for row in found) if one.pk != quote.pk]
