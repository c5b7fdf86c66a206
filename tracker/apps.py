"""The composition root as a Django application, so that `manage.py dev` is found."""

from django.apps import AppConfig


class TrackerConfig(AppConfig):
    """Name the root for Django; it has no models."""

    name = "tracker"
