"""The API as a Django application, so that its tests and schema hooks are found."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Name the API for Django; it has no models."""

    name = "api"

    def ready(self) -> None:
        """Register how the OpenAPI document names our ways to log in."""
        import api.schema.authentication  # noqa: F401 - drf-spectacular wants the apps loaded
