"""Putting a quote right: its words, kind and setting, its speaker, its hops, and whether it is one."""

from collections.abc import Callable, Mapping
from typing import Final

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from quotes.admin.desk.article import spans
from quotes.admin.desk.article.screen import Typed, show
from quotes.admin.desk.article.seen import check
from quotes.admin.desk.screen import editor, say
from quotes.admin.desk.sources import given as source_given
from quotes.models import Appearance
from quotes.services import acts, appearances, corrections, hops
from quotes.services.errors import Refused

Data = Mapping[str, str]
Verb = Callable[[User, Appearance, Data], object]


def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """Do what the form's `action` names to the printing; refused, show the form again as it was."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    row = get_object_or_404(Appearance.objects.select_related("revision", "decided_by"), pk=pk)
    data = {name: str(value) for name, value in request.POST.items()}
    action, _, position = data.get("action", "").partition(" ")
    try:
        check(row, data.get("version", ""))
        with acts.collecting() as made:
            _verb(action)(editor(request), row, {**data, "position": position or data.get("position", "")})
    except Refused as refused:
        request.GET = request.GET.copy()
        request.GET["quote"] = str(row.pk)
        return show(request, row.article_id, Typed(data.get("action", ""), refused.message, data))
    say(
        request,
        f"{'; '.join(str(act) for act in made)}."
        if made
        else "Nothing was changed: it stood like that already.",
    )
    return redirect(f"{reverse('admin:desk_article', args=[row.article_id])}?quote={row.pk}#quote")


def _verb(action: str) -> Verb:
    if action not in VERBS:
        raise Refused("Choose what to do with one of the buttons.", code="no_action")
    return VERBS[action]


def _confirm(by: User, row: Appearance, data: Data) -> object:
    return appearances.confirm(by=by, appearance=row, reason=_why(data))


def _reject(by: User, row: Appearance, data: Data) -> object:
    return appearances.reject(by=by, appearance=row, reason=_why(data))


def _undecide(by: User, row: Appearance, data: Data) -> object:
    return appearances.undecide(by=by, appearance=row, reason=_why(data))


def _words(by: User, row: Appearance, data: Data) -> object:
    span = spans.given(data, row.revision.text, row.start)
    parts = spans.segments(span, row.segments) if span else None
    correction = corrections.Correction(
        segments=parts, kind=data.get("kind") or None, setting=data.get("setting")
    )
    return corrections.correct(by=by, appearance=row, correction=correction, reason=_why(data))


def _speaker(by: User, row: Appearance, data: Data) -> object:
    return appearances.correct_speaker(by=by, appearance=row, source=source_given(data), reason=_why(data))


def _hop(by: User, row: Appearance, data: Data) -> object:
    """Say who a hop is; one without a source is resolved, another corrected."""
    position, source = _position(data), source_given(data)
    evidence = spans.given(data, row.revision.text, row.start)
    unresolved = row.hops.filter(position=position, source__isnull=True).exists()
    if unresolved and evidence is None:
        return hops.resolve(by=by, appearance=row, position=position, source=source, reason=_why(data))
    link = hops.Link(source, evidence)
    return hops.correct(by=by, appearance=row, position=position, link=link, reason=_why(data))


def _add(by: User, row: Appearance, data: Data) -> object:
    link = hops.Link(source_given(data), spans.given(data, row.revision.text, row.start))
    return hops.add(by=by, appearance=row, position=_position(data), link=link, reason=_why(data))


def _drop(by: User, row: Appearance, data: Data) -> object:
    return hops.drop(by=by, appearance=row, position=_position(data), reason=_why(data))


def _inwards(by: User, row: Appearance, data: Data) -> object:
    """Let a hop change places with the one before it."""
    position = _position(data)
    order = list(range(row.hops.count()))
    if 0 < position < len(order):
        order[position - 1 : position + 1] = [position, position - 1]
    return hops.reorder(by=by, appearance=row, order=order, reason=_why(data))


def _position(data: Data) -> int:
    position = data.get("position", "")
    if not position.isdecimal():
        raise Refused(
            "Say at which place in the chain: 0 is the speaker.", code="bad_position", field="position"
        )
    return int(position)


def _why(data: Data) -> str:
    return data.get("reason", "").strip()


VERBS: Final[Mapping[str, Verb]] = {
    "confirm": _confirm,
    "reject": _reject,
    "undecide": _undecide,
    "words": _words,
    "speaker": _speaker,
    "hop": _hop,
    "add": _add,
    "drop": _drop,
    "inwards": _inwards,
}
