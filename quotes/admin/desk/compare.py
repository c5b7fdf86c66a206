"""Compare: two to six wordings side by side; of two printings, the judgement too."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, QueryDict
from django.shortcuts import redirect
from django.urls import reverse

from quotes.admin.desk.screen import editor, given_ids, may, page, say
from quotes.admin.desk.wordings import MOST, compared, differ
from quotes.models import Appearance, Match, Quote
from quotes.services import judgements
from quotes.services.errors import Refused

JUDGEMENTS = (
    (Match.Judgement.SAME, "Same quote"),
    (Match.Judgement.ALTERED, "Same, but the meaning is altered"),
    (Match.Judgement.DIFFERENT, "Different quotes"),
    (Match.Judgement.UNSURE, "Cannot tell"),
)


def show(request: HttpRequest) -> HttpResponse:
    """Show the printings that `appearance=` names, or one of each wording of `quote=`."""
    rows = _rows(request)
    if len(rows) < 2:
        return page(request, "compare", "Compare wordings", wordings=[])
    pair = sorted(rows, key=lambda row: row.pk) if len(rows) == 2 else None
    wordings = compared(rows)
    return page(
        request,
        "compare",
        f"{len(rows)} wordings compared",
        wordings=wordings,
        differ=differ(wordings),
        pair=pair,
        standing=_standing(pair),
        judgements=JUDGEMENTS,
        may_judge=may(request, ["change_match"]),
        reason=request.GET.get("reason", ""),
        alike=all(row.quote_id == rows[0].quote_id for row in rows),
    )


def judge(request: HttpRequest) -> HttpResponse:
    """Judge the two printings, in the editor's name."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    found = {
        row.public_id: row
        for row in Appearance.objects.filter(public_id__in=given_ids(request.POST, "appearance"))
    }
    back = QueryDict(mutable=True)
    back.setlist("appearance", [str(public_id) for public_id in found])
    try:
        a, b = sorted(found.values(), key=lambda row: row.pk)
        reason, judgement = request.POST.get("reason", ""), request.POST.get("judgement", "")
        judgements.judge(by=editor(request), a=a, b=b, judgement=judgement, reason=reason)
    except ValueError:
        say(
            request,
            "A judgement is about two printings: one of these is gone, for its article was read again.",
            wrong=True,
        )
    except Refused as refused:
        say(request, refused.message, wrong=True)
        back["reason"] = reason
    else:
        say(
            request,
            f"Judged: {dict(JUDGEMENTS)[Match.Judgement(judgement)].lower()}. Every later run keeps to it.",
        )
    return redirect(f"{reverse('admin:desk_compare')}?{back.urlencode()}")


def _rows(request: HttpRequest) -> list[Appearance]:
    standing = Appearance.objects.standing().with_chain()
    named = given_ids(request.GET, "appearance")
    if named:
        return list(standing.filter(public_id__in=named[:MOST]))
    quote = Quote.objects.filter(public_id__in=given_ids(request.GET, "quote")).first()
    return _of_each_wording(standing.filter(quote=quote.survivor())) if quote else []


def _of_each_wording(printings: QuerySet[Appearance]) -> list[Appearance]:
    """Return the earliest printing of each of the quote's wordings, at most `MOST`."""
    in_order = printings.order_by("wording", "article__published_as", "pk").distinct("wording")
    return list(in_order[:MOST])


def _standing(pair: list[Appearance] | None) -> Match | None:
    if pair is None:
        return None
    between = Match.objects.current().filter(a=pair[0], b=pair[1], decided_by__isnull=False)
    return between.select_related("decided_by").first()
