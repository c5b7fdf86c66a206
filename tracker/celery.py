"""The Celery application: configured from the settings, tasks found in the domain."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

app = Celery("via")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(["quotes"])
