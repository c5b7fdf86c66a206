"""What editors do to a printing."""

from typing import Any

from rest_framework import serializers

from api.actions.action import Action, does
from api.problems import Fault, RefusedBody
from api.serializers.appearances import AppearanceDetail
from api.serializers.bodies import Reasoned, SourceGiven, SpanGiven, Text, source_of
from api.views.appearances import Appearances
from quotes.models import Appearance
from quotes.services import appearances
from quotes.services.corrections import Correction, correct


class AppearanceAction(Action, Appearances):
    """An action on one printing."""

    needs = "quotes.change_appearance"


@does(Reasoned, AppearanceDetail)
class Confirm(AppearanceAction):
    """It is a quote, and its chain is right."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        return appearances.confirm(by=self.editor, appearance=row, reason=given["reason"])


@does(Reasoned, AppearanceDetail)
class Reject(AppearanceAction):
    """It is no quote of its speaker; no later reading brings it back."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        return appearances.reject(by=self.editor, appearance=row, reason=given["reason"])


@does(Reasoned, AppearanceDetail)
class Undecide(AppearanceAction):
    """Take a decision back: it is the machine's suggestion again."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        return appearances.undecide(by=self.editor, appearance=row, reason=given["reason"])


class Corrections(Reasoned):
    """What is right instead; what is left out stays as it is."""

    segments = serializers.ListField(
        child=SpanGiven(),
        required=False,
        max_length=100,
        help_text="The words: one stretch, or several where the cue splits them.",
    )
    kind = serializers.ChoiceField(choices=Appearance.Kind.choices, required=False)
    setting = Text(required=False, allow_blank=True, max_length=300)
    speaker = SourceGiven(required=False, help_text="Who said it; the hop keeps the words it rests on.")


@does(Corrections, AppearanceDetail)
class Correct(AppearanceAction):
    """Put right which words are quoted, how, where they were said, and by whom."""

    def act(self, row: Appearance, given: dict[str, Any]) -> Appearance:
        reason, speaker = given.pop("reason"), given.pop("speaker", None)
        if not given and speaker is None:
            detail = "Nothing is corrected: give segments, kind, setting or speaker."
            raise RefusedBody(detail, faults=[Fault("", "empty", detail)])
        if "segments" in given:
            given["segments"] = [(part["start"], part["end"]) for part in given["segments"]]
        if given:
            row = correct(by=self.editor, appearance=row, correction=Correction(**given), reason=reason)
        if speaker is not None:
            named = {"by": self.editor, "source": source_of(speaker), "reason": reason}
            row = appearances.correct_speaker(appearance=row, **named)
        return row
