"""What every screen of the register shares: no full counts, writes through services, true history."""

from typing import Any

from django.contrib import admin
from django.core.paginator import Paginator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from pghistory.models import Events

from quotes.models import Act
from quotes.services import registering

HTTPS = {models.URLField: {"assume_scheme": "https"}}  # what an address without a scheme means


class BoundedPaginator(Paginator):  # type: ignore[type-arg]
    """Page through a large table without counting all of it: a count stops at `MOST` rows.

    Whoever looks for a row beyond them searches or filters; the page says so.
    """

    MOST = 10_000

    @cached_property
    def count(self) -> int:
        """Return the number of rows, or `MOST` where there are more."""
        rows = self.object_list
        return rows.order_by()[: self.MOST].count() if isinstance(rows, models.QuerySet) else len(rows)


class RegisterAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A register screen: searchable, never counted in full, written by services, with the rows' own history.

    Nothing is deleted here: ids never die. Screens whose rows only services may write set
    `read_only_register` and get no form at all.
    """

    read_only_register = False
    formfield_overrides = HTTPS
    show_full_result_count = False
    paginator = BoundedPaginator
    show_facets = admin.ShowFacets.NEVER
    list_per_page = 50
    save_on_top = False

    class Media:
        css = {"all": ["quotes/register.css"]}

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return not self.read_only_register and super().has_add_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        if self.read_only_register and obj is not None:
            return False
        return super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        registering.keep(by=request.user, row=obj)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        rows = formset.save(commit=False)
        for row in rows:
            registering.keep(by=request.user, row=row)
        for row in formset.deleted_objects:
            registering.drop(by=request.user, row=row)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show every earlier state of the row, whoever or whatever changed it."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            return super().history_view(request, object_id, extra_context)
        events = Events.objects.tracks(row).order_by("-pgh_created_at")[:200]
        context = {
            **self.admin_site.each_context(request),
            "title": f"History of {row}",
            "opts": self.opts,
            "object": row,
            "decisions": _decisions(request, row),
            "changes": [_change(event) for event in events],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/quotes/row_history.html", context)


def _decisions(request: HttpRequest, row: Any) -> str:
    """Return the address of what people decided on a row, for those who may see it; empty for other kinds."""
    decided_on = row._meta.model_name in (*Act.About.values, "article")
    if not decided_on or not request.user.has_perm("quotes.view_act"):
        return ""
    return reverse("admin:desk_history", args=[row._meta.model_name, row.public_id])


def _change(event: Any) -> dict[str, Any]:
    """Return one earlier state of a row as the history page shows it."""
    context = event.pgh_context or {}
    return {
        "at": event.pgh_created_at,
        "what": "removed" if event.pgh_label.startswith("delete") else "changed",
        "by": context.get("username") or context.get("user") or "the machine",
        "reason": context.get("reason", ""),
        "before": {key: value for key, value in event.pgh_data.items() if value not in (None, "", [], {})},
    }
