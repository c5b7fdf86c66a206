"""Looking up: the fact-checker's main call. Words in, the quotes that hold them out."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from api.actions.action import members
from api.attributing import attribute
from api.parameters import whole
from api.problems import Fault, InvalidParameters
from api.serializers.looking_up import (
    ANSWERS,
    LONGEST_IN_A_LINK,
    LOOKED_UP,
    MOST_ANSWERS,
    LookUpBody,
    shown,
)
from api.views.resources import Strict
from quotes.services.looking_up.look_up import look_up
from quotes.services.looking_up.passages import Asked, asked

PARAMETERS = [
    OpenApiParameter(
        "text",
        {"type": "string", "maxLength": LONGEST_IN_A_LINK},
        required=True,
        description=f"The words, up to {LONGEST_IN_A_LINK}; POST longer ones.",
    ),
    OpenApiParameter(
        "speaker", {"type": "string", "maxLength": 300}, description="Who is said to have said it."
    ),
    OpenApiParameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST_ANSWERS, "default": ANSWERS},
        description=f"Quotes, 1 to {MOST_ANSWERS}.",
    ),
]


class LookUp(Strict):
    """What is on record for words as somebody has them."""

    reads = True
    bucket = "search"

    def allowed_parameters(self) -> set[str]:
        """Return the parameters of the form for links; a POST has none."""
        return set() if self.request.method == "POST" else {"text", "speaker", "limit"}

    @extend_schema(operation_id="quotes_lookup_retrieve", parameters=PARAMETERS, responses={200: LOOKED_UP})
    def get(self, request: Request) -> Response:
        """Look one text up."""
        given = request.query_params
        faults = [
            Fault(f"?{name}", "too_long", f"“{name}” is longer than a link's {longest} characters: POST it.")
            for name, longest in (("text", LONGEST_IN_A_LINK), ("speaker", 300))
            if len(given.get(name, "")) > longest
        ]
        if "text" not in given:
            faults.append(Fault("?text", "required", "Give the words to look up in “text”."))
        if faults:
            raise InvalidParameters(*faults)
        limit = whole("limit", given["limit"], most=MOST_ANSWERS) if "limit" in given else ANSWERS
        return self._answer([asked(given["text"], given.get("speaker", ""))], limit)

    @extend_schema(operation_id="quotes_lookup", request=LookUpBody, responses={200: LOOKED_UP})
    def post(self, request: Request) -> Response:
        """Look up one text, or up to a hundred."""
        given = members(LookUpBody, request.data)
        texts = given.get("texts") or [given]
        return self._answer([asked(one["text"], one["speaker"]) for one in texts], given["limit"])

    def _answer(self, texts: list[Asked], limit: int) -> Response:
        found = look_up(texts, most=limit)
        attribute([answer.quote for one in found for answer in one.answers])
        context: dict[str, Any] = {"request": self.request}
        return Response({"answers": [shown(one, context) for one in found]})
