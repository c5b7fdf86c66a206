"""The review queue's page and what its buttons do; a script is answered with cards, not with pages."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse

from quotes.admin.desk.review import skipping
from quotes.admin.desk.review.cards import Refusal, rendered
from quotes.admin.desk.review.filtering import Wanted, wanted
from quotes.admin.desk.review.giving import given
from quotes.admin.desk.screen import editor, page, say
from quotes.admin.desk.undoing import latest
from quotes.models import Act, Flag
from quotes.services import reviewing, undoing
from quotes.services.errors import Refused
from quotes.services.reviewing import Item

AHEAD = 2  # the one to decide, and the next


def show(request: HttpRequest) -> HttpResponse:
    """Show the next item that fits the filters, or the one that `item=` names."""
    asked = wanted(request.GET)
    named = request.GET.get("item", "")
    first, missing = _named(request, named) if named else (None, "")
    if _by_script(request):
        return _state(request, asked, missing, first)
    if missing:
        say(request, missing, wrong=True)
    return _page(request, asked, first)


def act(request: HttpRequest) -> HttpResponse:
    """Decide on an item, skip it, flag it, or take a flag back, as the form's `do` says."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    asked = wanted(QueryDict(request.POST.get("query", "")))
    address, do = request.POST.get("address", ""), request.POST.get("do", "")
    try:
        sentence = _done(request, address, do)
    except Refused as refused:
        return _refused(request, asked, address, refused)
    if _by_script(request):
        return _state(request, asked, sentence)
    say(request, sentence)
    stays = do.startswith(("flag", "unflag"))
    return redirect(_address(asked, address if stays else ""))


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo a decision, and show its item again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    asked = wanted(QueryDict(request.POST.get("query", "")))
    act = get_object_or_404(Act, pk=pk)
    try:
        undoing.undo(by=editor(request), act=act)
    except Refused as refused:
        said, address, wrong = refused.message, "", True
    else:
        said, address, wrong = f"Taken back: {act}.", skipping.decided(request, act), False
    if not _by_script(request):
        say(request, said, wrong=wrong)
        return redirect(_address(asked, address))
    first, _ = _named(request, address) if address else (None, "")
    return _state(request, asked, said, first)


def renew(request: HttpRequest) -> HttpResponse:
    """Keep the items that are being looked at; tell which are still the editor's."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    addresses = request.POST.getlist("shown")[: AHEAD + 1]
    return JsonResponse({"kept": reviewing.renew(editor=editor(request), addresses=addresses)})


def again(request: HttpRequest) -> HttpResponse:
    """Show what was skipped again."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    skipping.forget(request)
    return redirect(_address(wanted(QueryDict(request.POST.get("query", "")))))


def _done(request: HttpRequest, address: str, do: str) -> str:
    """Do what was asked on the item, and say it in a sentence."""
    by = editor(request)
    if do == "pass":
        return ""
    if do == "skip":
        skipping.skip(request, address)
        reviewing.release(editor=by, addresses=[address])
        return "Skipped; it waits for later."
    if do == "flag":
        reviewing.flag(by=by, address=address, note=request.POST.get("note", ""))
        return "Flagged."
    if do.startswith("unflag "):
        reviewing.unflag(by=by, flag=get_object_or_404(Flag, pk=int(do.partition(" ")[2] or 0)))
        return "The flag is taken back."
    reason, version = request.POST.get("reason", "").strip(), request.POST.get("version", "")
    wants = given(reviewing.item(address), do, request.POST)
    made = reviewing.decide(by=by, address=address, decision=do, given=wants, version=version, reason=reason)
    if made.act is None:
        return "It stood like that already."
    skipping.remember(request, made.act, address)
    return f"{made.act}."


def _named(request: HttpRequest, address: str) -> tuple[Item | None, str]:
    """Return the item at an address, and a sentence where it is gone or another has it."""
    try:
        found = reviewing.item(address)
    except Refused as refused:
        return None, refused.message
    kept = reviewing.renew(editor=editor(request), addresses=[address])
    other = None if kept else reviewing.holder(address)
    return found, f"{other} has this before them now; one of you should leave it." if other else ""


def _items(request: HttpRequest, asked: Wanted, first: Item | None, limit: int = AHEAD) -> list[Item]:
    """Return the item to show and the next ones, leased to the editor."""
    passed = [*skipping.skipped(request), *request.POST.getlist("shown")]
    passed += [first.address] if first else []
    found = reviewing.next_items(
        editor=editor(request), filters=asked.filters, skip=passed, limit=limit - bool(first)
    )
    return [*([first] if first else []), *found]


def _page(
    request: HttpRequest, asked: Wanted, first: Item | None, refusal: Refusal | None = None
) -> HttpResponse:
    items = _items(request, asked, first)
    cards = rendered(request, items, asked.query, refusal)
    context = {
        "card": cards[0] if cards else "",
        "ahead": cards[1:],
        "asked": asked,
        "skipped": len(skipping.skipped(request)),
        **_side(request, asked),
    }
    return page(request, "review", "Review", status=409 if refusal else 200, **context)


def _side(request: HttpRequest, asked: Wanted) -> dict[str, Any]:
    """Return what stands beside the card: how far one is, and the last decisions."""
    progress = reviewing.progress(editor=editor(request), filters=asked.filters)
    return {"progress": progress, "latest": latest(request), "query": asked.query, "reviewing": True}


def _state(request: HttpRequest, asked: Wanted, said: str, first: Item | None = None) -> HttpResponse:
    """Answer a script: the side, a card to show at once if any, and as many of the next as it wants."""
    want = request.POST.get("want", "")
    items = _items(request, asked, first, min(int(want), AHEAD) if want.isdecimal() else AHEAD)
    cards = rendered(request, items, asked.query)
    side = render_to_string("admin/desk/review/side.html", _side(request, asked), request)
    shown = {"show": cards[0], "ahead": cards[1:]} if first else {"show": "", "ahead": cards}
    return JsonResponse({"said": said, "side": side, "refused": "", **shown})


def _refused(request: HttpRequest, asked: Wanted, address: str, refused: Refused) -> HttpResponse:
    """Show the item as it is now with the refusal, and all that was typed."""
    try:
        found = reviewing.item(address)
    except Refused:
        if _by_script(request):
            return _state(request, asked, refused.message)
        say(request, refused.message, wrong=True)
        return redirect(_address(asked))
    refusal = Refusal(refused.message, {name: str(value) for name, value in request.POST.items()})
    if not _by_script(request):
        return _page(request, asked, found, refusal)
    card = rendered(request, [found], asked.query, refusal)[0]
    return JsonResponse(
        {"said": refused.message, "refused": card, "show": "", "ahead": [], "side": ""}, status=409
    )


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("X-Desk") == "script"


def _address(asked: Wanted, item: str = "") -> str:
    query = QueryDict(asked.query, mutable=True)
    if item:
        query["item"] = item
    return f"{reverse('admin:desk_review')}?{query.urlencode()}" if query else reverse("admin:desk_review")
