"""What every resource shares: strict parameters, ids that forward, `expand`, OPTIONS."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, ClassVar, NoReturn, TypeVar
from uuid import UUID

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import mixins, viewsets
from rest_framework.exceptions import NotFound
from rest_framework.generics import GenericAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.views import APIView

from api import once
from api.conditional import tagged
from api.limits.windows import Standing
from api.ordering import Order
from api.pagination import Pages
from api.parameters import choices, refuse_unknown
from api.problems import Gone, Merged
from quotes.services.answers import Claim
from quotes.services.changes import is_deleted

F = TypeVar("F", bound=Callable[..., Any])


def expands(*names: str) -> Callable[[F], F]:
    """Document the parameter `expand` at an operation that takes it."""
    return extend_schema(
        parameters=[
            OpenApiParameter(
                "expand",
                {"type": "array", "items": {"type": "string", "enum": list(names)}},
                description="What to add to each row; several with commas.",
                explode=False,
                style="form",
            )
        ]
    )


class Strict(APIView):
    """A view that refuses parameters it does not know, tags what is read, and does once what is posted.

    A view that writes names the permission it `needs` and the `scope` a token must have.
    """

    needs: ClassVar[str] = ""
    scope: ClassVar[str] = ""
    standing: Standing | None = None
    claim: Claim | None = None

    def allowed_parameters(self) -> set[str]:
        """Return the names of the query parameters this call may have."""
        return set()

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Check who asks, then what they ask with."""
        super().initial(request, *args, **kwargs)
        if request.method in self.allowed_methods and request.method != "OPTIONS":
            given: QueryDict = request.query_params
            refuse_unknown(given, self.allowed_parameters())
        if request.method == "POST":
            self.claim = once.begin(request)

    def finalize_response(self, request: Request, response: Response, *args: Any, **kwargs: Any) -> Response:
        """Add the headers of limits, have the answer tagged, and kept for its Idempotency-Key."""
        final = super().finalize_response(request, response, *args, **kwargs)
        for name, value in self.standing.headers().items() if self.standing else ():
            final[name] = value
        if isinstance(final, Response):
            if request.method in ("GET", "HEAD") and final.status_code == 200:
                tagged(final, request)
            if self.claim:
                final.add_post_render_callback(partial(once.finish, self.claim))
        return final

    def handle_exception(self, exc: Exception) -> Response:
        """Answer with a problem document; forget the request's key where it breaks."""
        try:
            return super().handle_exception(exc)
        except Exception:
            if self.claim:
                once.give_up(self.claim)
            raise

    def options(self, request: Any, *args: Any, **kwargs: Any) -> Response:
        """Answer with the methods allowed here, in the `Allow` header."""
        return Response(status=204)


class Resource(Strict, GenericAPIView[Any]):
    """Rows with durable ids. `route` names its detail address, `expandable` what `expand` may add.

    Of `choosable` rows `fields` leaves all but some members out; the id always stays.
    """

    lookup_field = "public_id"
    lookup_url_kwarg = "id"
    orders: ClassVar[Mapping[str, Order]] = {}
    expandable: ClassVar[tuple[str, ...]] = ()
    choosable: ClassVar[bool] = False
    route: ClassVar[str] = ""

    @property
    def expanded(self) -> list[str]:
        """Return what `expand` asks for."""
        asked = self.request.query_params.get("expand")
        return choices("expand", asked, self.expandable) if asked else []

    def get_serializer(self, *args: Any, **kwargs: Any) -> Any:
        """Return the rows' JSON form, of no more than the members that `fields` names."""
        serializer = super().get_serializer(*args, **kwargs)
        asked = self.request.query_params.get("fields")
        if asked and "fields" in self.allowed_parameters():
            form: Any = getattr(serializer, "child", serializer)
            members = form.fields
            for name in set(members) - {"id", *choices("fields", asked, members)}:
                members.pop(name)
        return serializer

    def allowed_parameters(self) -> set[str]:
        """Return the filters, paging, `fields` and `expand`, as far as the call has them."""
        expand = {"expand"} if self.expandable and self.request.method in ("GET", "HEAD") else set()
        expand |= {"fields"} if self.choosable and self.request.method in ("GET", "HEAD") else set()
        if self.action != "list":  # type: ignore[attr-defined]
            return expand
        filterset = getattr(self, "filterset_class", None)
        return expand | set(Pages.names) | set(filterset.base_filters if filterset else ())

    def get_object(self) -> Any:
        """Return the row with the id in the address.

        Raises NotFound for an absent one and Merged, which forwards, for one merged into another.
        """
        given = self.kwargs["id"]
        kind = self.get_queryset().model._meta.verbose_name
        try:
            public_id = UUID(given)
        except ValueError:
            raise NotFound(f"“{given}” is no id: ids are UUIDs, as the lists give them.") from None
        row = self.get_queryset().filter(public_id=public_id).first()
        if row is None and is_deleted(public_id):
            raise Gone(f"The {kind} with the id {public_id} was deleted.")
        if row is None:
            raise NotFound(f"There is no {kind} with the id {public_id}.")
        if getattr(row, "merged_into_id", None):
            self.forward(row.survivor())
        self.check_object_permissions(self.request, row)
        return row

    def represent(self, row: Any) -> Any:
        """Return the row's JSON as its own address shows it."""
        return self.get_serializer(row).data

    def forward(self, into: Any, why: str = "merged into") -> NoReturn:
        """Raise Merged, which leads to the row that goes on."""
        location = reverse(self.route, args=[into.public_id], request=self.request)
        if query := self.request.META.get("QUERY_STRING"):
            location = f"{location}?{query}"
        raise Merged(survivor=str(into.public_id), location=location, why=why)


class Listed(mixins.ListModelMixin, Resource):
    """A resource with a list."""


class ListedAndDetailed(mixins.RetrieveModelMixin, Listed, viewsets.GenericViewSet[Any]):
    """A resource with a list and details."""

    choosable = True

    def retrieve(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Show one row."""
        return Response(self.represent(self.get_object()))
