"""What editors do to a chain."""

from typing import Any

from rest_framework import serializers

from api.actions.action import does
from api.actions.appearances import AppearanceAction
from api.serializers.appearances import AppearanceDetail
from api.serializers.bodies import Reasoned, SourceGiven, SpanGiven, Whole, source_of
from quotes.models import Appearance
from quotes.services import hops
from quotes.services.hops import Link

MOST_HOPS = 32


class ChainAction(AppearanceAction):
    """An action on the chain of one printing."""

    needs = "quotes.change_hop"

    @property
    def position(self) -> int:
        """Return the position that the address names."""
        return int(self.kwargs["position"])


class Named(Reasoned):
    """Who passed the words on."""

    source = SourceGiven()  # type: ignore[assignment]  # our own name


class Linked(Named):
    """Who passed the words on, and which words of the article prove it."""

    evidence = SpanGiven(required=False)


class Added(Linked):
    """A hop, and where in the chain it belongs."""

    position = Whole(min_value=0, max_value=MOST_HOPS, help_text="0 is the speaker.")


class Ordered(Reasoned):
    """The chain in another order."""

    order = serializers.ListField(
        child=Whole(min_value=0), max_length=MOST_HOPS, help_text="The present positions, in the new order."
    )


def _link(given: dict[str, Any]) -> Link:
    span = given.get("evidence")
    return Link(source_of(given["source"]), (span["start"], span["end"]) if span else None)


@does(Added, AppearanceDetail)
class AddHop(ChainAction):
    """Put a hop into the chain; those from its position on move outwards."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        how = {"position": given["position"], "link": _link(given), "reason": given["reason"]}
        return hops.add(by=self.editor, appearance=row, **how)


@does(Linked, AppearanceDetail)
class CorrectHop(ChainAction):
    """Say who a hop is; it keeps its evidence unless other words are given."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        how = {"position": self.position, "link": _link(given), "reason": given["reason"]}
        return hops.correct(by=self.editor, appearance=row, **how)


@does(Named, AppearanceDetail)
class ResolveHop(ChainAction):
    """Say which source an unresolved hop names; its evidence and basis stay."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        how = {"position": self.position, "source": source_of(given["source"]), "reason": given["reason"]}
        return hops.resolve(by=self.editor, appearance=row, **how)


@does(Reasoned, AppearanceDetail)
class DropHop(ChainAction):
    """Take a hop out of the chain."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        return hops.drop(by=self.editor, appearance=row, position=self.position, reason=given["reason"])


@does(Ordered, AppearanceDetail)
class ReorderHops(ChainAction):
    """Put the chain into another order."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        return hops.reorder(by=self.editor, appearance=row, order=given["order"], reason=given["reason"])
