"""Every URL of the site: the admin, the API, the health check."""

from django.contrib import admin
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.urls import include, path
from django.views.generic import RedirectView


def healthz(_request: HttpRequest) -> HttpResponse:
    """Answer `ok` where the database answers; the container's health check."""
    with connection.cursor() as cursor:
        cursor.execute("select 1")
    return HttpResponse("ok", content_type="text/plain")


def favicon(_request: HttpRequest) -> HttpResponse:
    """Send a browser that asks by habit to the icon among the static files."""
    return HttpResponseRedirect(static("quotes/favicon.svg"))


urlpatterns = [
    path("", RedirectView.as_view(url="/api/v1/docs"), name="home"),
    path("healthz", healthz, name="healthz"),
    path("favicon.ico", favicon),
    path("admin/", admin.site.urls),
    path("api/v1/", include("api.urls")),
]

handler400 = "api.problems.outside.bad_request"
handler403 = "api.problems.outside.permission_denied"
handler404 = "api.problems.outside.page_not_found"
handler500 = "api.problems.outside.server_error"
