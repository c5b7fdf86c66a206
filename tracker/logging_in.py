"""The admin's log-in: Django's own form, behind the limit of failed attempts that the API counts too."""

from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.exceptions import ValidationError

from api.limits import logging_in


class LogInForm(AdminAuthenticationForm):
    """Look at name and password unless too many attempts from the address failed."""

    def clean(self) -> dict[str, Any]:
        """Return name and password. Raises ValidationError where they open nothing, or none are looked at."""
        standing = logging_in.attempt(self.request)
        if standing and not standing.passed:
            raise ValidationError(logging_in.refusal(standing), code="too_many_requests")
        cleaned: dict[str, Any] = super().clean()
        logging_in.succeeded(self.request)
        return cleaned
