"""Undoing: the last decisions of whoever looks, each with its way back."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from quotes.admin.desk.screen import editor, inside, say
from quotes.models import Act
from quotes.services import acts
from quotes.services import undoing as services
from quotes.services.errors import Refused


def latest(request: HttpRequest) -> Sequence[Act]:
    """Return the last ten decisions of who asks, newest first, with what undid them."""
    return acts.latest(by=editor(request), limit=10)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a decision, and go back to where the button was."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    act = get_object_or_404(Act, pk=pk)
    try:
        services.undo(by=editor(request), act=act, reason=request.POST.get("reason", ""))
    except Refused as refused:
        say(request, refused.message, wrong=True)
    else:
        say(request, f"Taken back: {act}.")
    return redirect(inside(request, request.POST.get("next", ""), reverse("admin:index")))
