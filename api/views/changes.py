"""Changes: the feed by which a mirror stays equal."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.reverse import reverse
from rest_framework.utils.urls import replace_query_param

from api.parameters import choices, whole
from api.problems import Fault, InvalidParameters
from api.views.resources import Strict
from quotes.models import Change
from quotes.services import changes
from quotes.services.errors import Refused

MOST = 1000
_KINDS = Change.Kind.values
_ID = {"type": "string", "format": "uuid"}
_URL = {"type": "string", "format": "uri"}
_CHANGE = {
    "kind": {"type": "string", "enum": _KINDS},
    "id": _ID,
    "action": {"type": "string", "enum": Change.Action.values},
    "into": {**_ID, "type": ["string", "null"], "description": "The row that a merged one goes on as."},
    "api_url": _URL,
    "at": {"type": "string", "format": "date-time", "description": "When it was written."},
}
FEED = {
    "type": "object",
    "required": ["results", "since", "more", "next"],
    "properties": {
        "results": {
            "type": "array",
            "items": {"type": "object", "required": list(_CHANGE), "properties": _CHANGE},
        },
        "since": {"type": "string", "description": "Where to go on next time: keep it."},
        "more": {"type": "boolean", "description": "Whether there is more to read now."},
        "next": _URL,
    },
}
PARAMETERS = [
    OpenApiParameter("since", str, description="Where you are: `since` of the last answer; 0 for the start."),
    OpenApiParameter(
        "kind",
        {"type": "array", "items": {"type": "string", "enum": _KINDS}},
        description="Of which rows; several with commas.",
        explode=False,
        style="form",
    ),
    OpenApiParameter(
        "page_size",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": MOST},
        description=f"Changes an answer, 1 to {MOST}.",
    ),
]


class Changes(Strict):
    """What was made, changed, merged and deleted, in order."""

    def allowed_parameters(self) -> set[str]:
        """Return the parameters."""
        return {"since", "kind", "page_size"}

    @extend_schema(operation_id="changes_list", parameters=PARAMETERS, responses={200: FEED})
    def get(self, request: Request) -> Response:
        """Tell what changed since a place; without one, tell which place is now."""
        given = request.query_params
        kinds = choices("kind", given["kind"], _KINDS) if "kind" in given else _KINDS
        most = whole("page_size", given["page_size"], most=MOST) if "page_size" in given else MOST
        if "since" not in given:
            return self._answer(changes.Feed((), changes.now(), more=False))
        try:
            since = changes.position(given["since"])
        except Refused as refused:
            raise InvalidParameters(Fault("?since", "invalid_value", refused.message)) from refused
        return self._answer(changes.changes(since=since, kinds=kinds, most=most))

    def _answer(self, feed: changes.Feed) -> Response:
        since = str(feed.position)
        return Response(
            {
                "results": [self._shown(one) for one in feed.changes],
                "since": since,
                "more": feed.more,
                "next": replace_query_param(self.request.build_absolute_uri(), "since", since),
            }
        )

    def _shown(self, one: changes.Changed) -> dict[str, Any]:
        return {
            "kind": one.kind,
            "id": str(one.row),
            "action": one.action,
            "into": one.into and str(one.into),
            "api_url": reverse(one.kind, args=[one.row], request=self.request),
            "at": one.at,
        }
