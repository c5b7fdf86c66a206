"""The OpenAPI document and the docs page made from it, both served from here."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse as path_of
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiJsonRenderer2, OpenApiYamlRenderer2
from drf_spectacular.utils import extend_schema
from rest_framework.permissions import SAFE_METHODS, AllowAny
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.problems.kinds import KINDS
from api.problems.outside import answer
from api.views.resources import Strict


@cache
def openapi_document() -> dict[str, Any]:
    """Return the OpenAPI 3.1 document; it is the same for everybody until the program changes."""
    document: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)  # type: ignore[no-untyped-call]
    return document


class JsonDocument(OpenApiJsonRenderer2):
    """The document as plain JSON, what most programs ask for."""

    media_type = "application/json"
    format = "json"


class YamlDocument(OpenApiYamlRenderer2):
    """The document as YAML (RFC 9512)."""

    media_type = "application/yaml"
    format = "yaml"


@extend_schema(exclude=True)
class Schema(Strict):
    """The OpenAPI document: JSON, or YAML where `Accept` or the address ends in it."""

    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = ()  # who reads the docs has called nothing yet
    renderer_classes: tuple[type[BaseRenderer], ...] = (JsonDocument, OpenApiJsonRenderer, YamlDocument)

    def get(self, request: Request, **_: Any) -> Response:
        """Return the document."""
        return Response(openapi_document())


@extend_schema(exclude=True)
class SchemaAsYaml(Schema):
    """The document at an address that ends in .yaml."""

    renderer_classes = (YamlDocument,)


def docs(request: HttpRequest) -> HttpResponse:
    """Show the docs page: a first call that works, the problems, every operation to try out."""
    if request.method not in SAFE_METHODS:
        response = answer(request, "method_not_allowed", f"{request.method} is not for pages: use GET.")
        response["Allow"] = ", ".join(SAFE_METHODS)
        return response
    context = {
        "schema_url": path_of("schema"),
        "root": request.build_absolute_uri("/api/v1"),
        "problems": [
            {"code": code, "status": status, "title": title, "remedy": remedy}
            for code, (status, title, remedy) in KINDS.items()
        ],
    }
    return render(request, "api/docs.html", context)
