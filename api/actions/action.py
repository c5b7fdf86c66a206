"""What every action shares: the body's members, If-Match, one transaction, the row as it is afterwards."""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, cast

import xxhash
from django.contrib.auth.models import User
from django.db import connection, transaction
from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework.renderers import JSONRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api import conditional
from api.problems import Fault, RefusedBody
from api.refusing import refusal
from api.serializers.bodies import Body, Reasoned
from api.views.resources import Resource
from quotes.models import Token
from quotes.services.errors import Refused


def does(body: type[Body], answer: Any, status: int = 200) -> Callable[[type[Any]], type[Any]]:
    """Document what an action takes and answers."""

    def documented(view: type[Any]) -> type[Any]:
        view.body = body
        return extend_schema_view(post=extend_schema(request=body, responses={status: answer}))(view)

    return documented


class Action(Resource):
    """Do one thing to one row, in sight of its current state.

    A view of the row's resource stands beside it and `represent`s the row; `act` calls the service.
    """

    scope = Token.Scope.CURATE
    needs: ClassVar[str]
    body: ClassVar[type[Body]] = Reasoned

    @abstractmethod
    def act(self, row: Any, given: dict[str, Any]) -> Any:
        """Call the service and return the row to answer with, or the whole Response."""

    def post(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Do it, unless the row is not as it was when the editor saw it."""
        given = members(self.body, request.data)
        try:
            with transaction.atomic():
                alone_with(self.get_object())
                row = self.get_object()  # as it is now that nobody else acts on it
                current = self.represent(row)
                conditional.check(request, current=current, tag=tag_of(current))
                done = self.act(row, given)
        except Refused as refused:
            raise refusal(refused) from refused
        return done if isinstance(done, Response) else self.answer(done)

    def answer(self, row: Any) -> Response:
        """Answer with the row as it is now, and its tag, for what the editor does next."""
        fresh = self.get_queryset().get(pk=row.pk)
        shown = self.represent(fresh)
        return Response(shown, headers={"ETag": tag_of(shown)})

    @property
    def editor(self) -> User:
        """Return who acts."""
        return cast("User", self.request.user)


def members(body: type[Body], data: Any) -> dict[str, Any]:
    """Return the checked members of a body; raise ValidationError or RefusedBody, with pointers."""
    if not isinstance(data, dict):
        detail = "The body is no JSON object: send {} or its members."
        raise RefusedBody(detail, faults=[Fault("", "bad_type", detail)])
    read = body(data=data)
    read.is_valid(raise_exception=True)
    return dict(read.validated_data)


def tag_of(shown: Any) -> str:
    """Return the tag of a row as its own address shows it."""
    return conditional.tag_of(JSONRenderer().render(shown))


def alone_with(row: Any) -> None:
    """Keep other editors away from the row until the transaction ends.

    A lock of ours, not the row's: those the services and the workers take, in their order.
    """
    key = xxhash.xxh3_64_intdigest(f"act on {row._meta.label} {row.pk}".encode()) - 2**63
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key])
