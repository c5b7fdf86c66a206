"""What editors say of two printings: the same quote or not."""

from typing import Any

from django.db import transaction
from drf_spectacular.utils import OpenApiResponse, extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api import conditional
from api.actions.action import Action, alone_with, does, members, tag_of
from api.refusing import refusal
from api.serializers.bodies import Reasoned, RowById
from api.serializers.matches import MatchDetail
from api.views.matches import Matches
from quotes.models import Appearance, Match
from quotes.services import judgements
from quotes.services.errors import Refused


class JudgementGiven(Reasoned):
    """Two printings, and what to say of them."""

    a = RowById(Appearance)
    b = RowById(Appearance)
    judgement = serializers.ChoiceField(choices=Match.Judgement.choices)


@does(JudgementGiven, MatchDetail)
class Judge(Action, Matches):
    """Say whether two printings are one quote; it binds every later run of the machine."""

    needs = "quotes.change_match"

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Judge, unless the pair is not judged as it was when the editor saw it."""
        given = members(self.body, request.data)
        a, b = sorted((given["a"], given["b"]), key=lambda row: int(row.pk))
        try:
            with transaction.atomic():
                alone_with(a)
                standing = self.get_queryset().filter(a=a, b=b, superseded_at__isnull=True).first()
                current = self.represent(standing) if standing else None
                conditional.check(
                    request, current=current, tag=tag_of(current) if current else None, create=True
                )
                done = judgements.judge(by=self.editor, **given)
        except Refused as refused:
            raise refusal(refused) from refused
        return self.answer(done)


@extend_schema_view(
    post=extend_schema(
        request=Reasoned,
        responses={
            200: OpenApiResponse(MatchDetail, "What is in force on the pair now."),
            204: OpenApiResponse(None, "Nothing is in force on the pair now."),
        },
    )
)
class Withdraw(Action, Matches):
    """Take a judgement back: what it superseded is in force again."""

    needs = "quotes.change_match"

    def act(self, row: Match, given: dict[str, Any]) -> Match | Response:
        return judgements.withdraw(by=self.editor, match=row, reason=given["reason"]) or Response(status=204)
