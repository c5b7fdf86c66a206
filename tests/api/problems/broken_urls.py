"""Addresses that break: in a view of the API, in a plain page below it, and in a page of the rest."""

from django import db
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.urls import path
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from tracker.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]


def page(request: HttpRequest) -> HttpResponse:
    name = request.GET["raise"]
    raise getattr(db, name, ValueError)("broken on purpose")


class Broken(APIView):
    permission_classes = ()

    def get(self, request: Request) -> Response:
        page(request._request)
        return Response()


urlpatterns = [
    path("admin/", admin.site.urls),
    path("api/v1/view", Broken.as_view()),
    path("api/v1/page", page),
    path("other", page),
]
