"""The backend that applies a view's filters and names every value it cannot use."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend  # type: ignore[import-untyped]
from rest_framework.request import Request

from api.problems import Fault, InvalidParameters


class StrictFilterBackend(DjangoFilterBackend):  # type: ignore[misc]
    """Filter by the view's `filterset_class`; raise InvalidParameters with a fault per unusable value."""

    def filter_queryset(self, request: Request, queryset: QuerySet[Any], view: Any) -> QuerySet[Any]:
        filterset = self.get_filterset(request, queryset, view)
        if filterset is None:
            return queryset
        if not filterset.is_valid():
            raise InvalidParameters(
                *(
                    Fault(f"?{name}", error.code or "invalid_value", f"“{name}”: {message}")
                    for name, errors in filterset.errors.as_data().items()
                    for error in errors
                    for message in error.messages
                )
            )
        found: QuerySet[Any] = filterset.qs
        return found
