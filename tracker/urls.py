"""Every URL of the site: the admin, the API, the health check."""

from django.contrib import admin
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.generic import RedirectView


def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer `ok` where the database answers; the container's health check."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return HttpResponse("ok", content_type="text/plain")


urlpatterns = [
    path("", RedirectView.as_view(url="/api/v1/docs"), name="home"),
    path("healthz", healthz, name="healthz"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("api.urls")),
]

handler400 = "api.problems.outside.bad_request"
handler403 = "api.problems.outside.permission_denied"
handler404 = "api.problems.outside.page_not_found"
handler500 = "api.problems.outside.server_error"
