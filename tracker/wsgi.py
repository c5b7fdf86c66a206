"""The web's entry point."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tracker.settings")

application = get_wsgi_application()

from quotes.services.looking_up.passages import load  # noqa: E402 - after the applications are ready

load()  # here alone: who looks words up first should not wait for it, and no other command should load it
