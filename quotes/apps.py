"""The domain as a Django application."""

from django.apps import AppConfig


class QuotesConfig(AppConfig):
    """Name the domain for Django; nothing happens at start-up."""

    name = "quotes"
    verbose_name = "Quotes"
