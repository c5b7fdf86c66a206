"""The API as a Django application, so that its tests and schema hooks are found."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Name the API for Django; it has no models."""

    name = "api"
