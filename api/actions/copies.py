"""What editors decide on copies."""

from typing import Any

from api.actions.action import Action, does
from api.serializers.bodies import Reasoned, RowById, SourceGiven, source_of
from api.serializers.copies import CopyDetail
from api.views.copies import Copies
from quotes.models import Article, Copy
from quotes.services.copying import deciding


class CopyAction(Action, Copies):
    """An action on one pair of articles."""

    needs = "quotes.change_copy"


class Accepted(Reasoned):
    """Who gave the words and whom to name, where that is not what the machine told."""

    giver = RowById(Article, required=False, help_text="The article that had the words first.")
    source = SourceGiven(required=False, help_text="Whom the chains of the other should name.")  # type: ignore[assignment]  # our own name


@does(Accepted, CopyDetail)
class Accept(CopyAction):
    """It is a copy: the taker's chains name the source, in every later reading too."""

    def act(self, row: Copy, given: dict[str, Any]) -> Copy:
        source = source_of(given["source"]) if "source" in given else None
        how = {"giver": given.get("giver"), "source": source, "reason": given["reason"]}
        return deciding.accept(by=self.editor, copy=row, **how)


@does(Reasoned, CopyDetail)
class Reject(CopyAction):
    """Neither has its words from the other; no later run suggests it again."""

    def act(self, row: Copy, given: dict[str, Any]) -> Copy:
        return deciding.reject(by=self.editor, copy=row, reason=given["reason"])


@does(Reasoned, CopyDetail)
class Withdraw(CopyAction):
    """Take a decision back: what it superseded is in force again."""

    def act(self, row: Copy, given: dict[str, Any]) -> Copy:
        return deciding.withdraw(by=self.editor, copy=row, reason=given["reason"])
