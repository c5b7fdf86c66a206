"""Deciding: any decision on any item of the queue, as long as the item is what the editor saw."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Act, Appearance, Copy, Hop, Match, Quote, Source
from quotes.models.desk import Kind
from quotes.services import appearances, hops, quotes
from quotes.services.acts import Decided as By
from quotes.services.acts import Told, as_one, collecting
from quotes.services.copying import deciding as copies
from quotes.services.corrections import Correction, correct
from quotes.services.editing import alone_with
from quotes.services.errors import Refused
from quotes.services.judgements import judge
from quotes.services.matching.assembling import partition_lock
from quotes.services.phrasing import cut, said_by, said_when
from quotes.services.reviewing import leasing
from quotes.services.reviewing.items import Item, item, keys

Given = Mapping[str, Any]
How = dict[str, Any]  # by, reason
Does = Callable[[Any, Given, How], object]


@dataclass(frozen=True, slots=True)
class Decided:
    """The act that the decision is, None where it changed nothing, and the item as it is now."""

    act: Act | None
    item: Item | None


def decide(
    *,
    by: AbstractBaseUser,
    address: str,
    decision: str,
    given: Given | None = None,
    version: str = "",
    reason: str = "",
) -> Decided:
    """Decide on an item, and let go of it. `given` is what the decision takes (see DECISIONS).

    With the `version` that was shown, refuses ("conflict") what another decided on or changed meanwhile,
    saying who did what and when. Raises Refused as the services do.
    """
    does = does_of(address.partition("-")[0], decision)
    with transaction.atomic(), collecting() as made:
        one = _alone_with(address, decision)
        if version and version != one.version:
            raise _changed(one)
        does(one.row, given or {}, {"by": by, "reason": reason})
        leasing.free(editor=by, items=keys([one]))
    act = next((act for act in reversed(made) if act.part_of_id is None), None)
    return Decided(act, _now(address))


def does_of(kind: str, decision: str) -> Does:
    """Return what makes a decision on a row of a kind; raise Refused ("no_decision") where nothing does."""
    does = _DOES.get(kind, {}).get(decision)
    if does is None:
        raise Refused(f"“{decision}” is no decision on this; reload the page.", code="no_decision")
    return does


def _now(address: str) -> Item | None:
    try:
        return item(address)
    except Refused:  # a hop that was dropped
        return None


def _alone_with(address: str, decision: str) -> Item:
    """Keep readings, the matcher where need be, and other editors away; return the item as it is now."""
    one = item(address)
    if one.kind in (Kind.MATCH, Kind.CONFLICT, Kind.COPY) or decision in ("correct", "split"):
        partition_lock()  # first, as matching does
    printed = one.row.appearance if isinstance(one.row, Hop) else one.row
    if isinstance(printed, Appearance):
        alone_with(printed)
    return item(address)


def _changed(one: Item) -> Refused:
    """Return the refusal that tells who decided what on the item meanwhile, and when."""
    row = one.row
    if isinstance(row, Match | Copy):
        now = row.in_force()
        what = getattr(now, "judgement", None) or getattr(now, "state", "")
        if now is not None and now.pk != row.pk and now.decided_by_id is not None:
            said = f"{said_by(now)} said {what}{said_when(now)}"
            return Refused(f"Meanwhile {said}; reload, then decide.", code="conflict")
    last = _last_act(row)
    if last is None:
        return Refused(
            "The article was read or matched again meanwhile; reload, then decide.", code="conflict"
        )
    return Refused(
        f"Meanwhile {said_by(last)} did this{said_when(last)}: {last}. Reload, then decide.", code="conflict"
    )


def _last_act(row: Any) -> Act | None:
    """Return the newest act about the row, or about one of a quote's printings."""
    about = [row.appearance.public_id] if isinstance(row, Hop) else [row.public_id]
    if isinstance(row, Quote):
        about += list(row.appearances.values_list("public_id", flat=True))
    return Act.objects.filter(about_id__in=about).select_related("decided_by").order_by("pk").last()


def _correct(row: Appearance, given: Given, how: How) -> object:
    wanted = {name: given[name] for name in ("segments", "kind", "setting") if name in given}
    return correct(appearance=row, correction=Correction(**wanted), **how)


def _speaker(row: Appearance, given: Given, how: How) -> object:
    return appearances.correct_speaker(appearance=row, source=given["source"], **how)


def _resolve(row: Hop, given: Given, how: How) -> object:
    source: Source = given["source"]
    return hops.resolve(appearance=row.appearance, position=row.position, source=source, **how)


def _correct_hop(row: Hop, given: Given, how: How) -> object:
    link = hops.Link(given["source"], given.get("evidence"))
    return hops.correct(appearance=row.appearance, position=row.position, link=link, **how)


def _keep(row: Quote, _: Given, how: How) -> object:
    """Confirm what each paper says: the papers disagree, and the record of it stays."""
    told = Told(f"Kept the speakers of {cut(row.text)} as each paper names them", row)
    with as_one(decided=By(how["by"], how["reason"]), told=told):
        for printed in row.appearances.standing():
            appearances.confirm(appearance=printed, **how)
    return row


def _copy(row: Copy, given: Given, how: How) -> object:
    wanted = {name: given[name] for name in ("giver", "source") if given.get(name)}
    return copies.accept(copy=row, **wanted, **how)


def _judge(judgement: str) -> Does:
    return lambda row, _, how: judge(a=row.a, b=row.b, judgement=judgement, **how)


_DOES: dict[str, dict[str, Does]] = {
    Kind.APPEARANCE: {
        "confirm": lambda row, _, how: appearances.confirm(appearance=row, **how),
        "reject": lambda row, _, how: appearances.reject(appearance=row, **how),
        "undecide": lambda row, _, how: appearances.undecide(appearance=row, **how),
        "correct": _correct,
        "correct_speaker": _speaker,
    },
    Kind.HOP: {
        "resolve": _resolve,
        "correct": _correct_hop,
        "drop": lambda row, _, how: hops.drop(appearance=row.appearance, position=row.position, **how),
        "reject": lambda row, _, how: appearances.reject(appearance=row.appearance, **how),
    },
    Kind.MATCH: {judgement: _judge(judgement) for judgement in Match.Judgement.values},
    Kind.CONFLICT: {
        "keep": _keep,
        "correct_speaker": lambda _, given, how: _speaker(given["appearance"], given, how),
        "reject": lambda _, given, how: appearances.reject(appearance=given["appearance"], **how),
        "split": lambda row, given, how: quotes.split(quote=row, groups=given["groups"], **how),
    },
    Kind.COPY: {"accept": _copy, "reject": lambda row, _, how: copies.reject(copy=row, **how)},
}
DECISIONS: dict[str, tuple[str, ...]] = {kind: tuple(does) for kind, does in _DOES.items()}
