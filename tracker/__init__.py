"""The composition root: settings, URLs, Celery, embedded servers. Imported by nobody."""

from tracker.celery import app as celery_app

__all__ = ["celery_app"]
