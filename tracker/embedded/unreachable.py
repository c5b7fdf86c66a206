"""One sentence for a database that does not answer."""

import os

from django.conf import settings
from django.db import OperationalError

CLASS_OF_CONNECTION_TROUBLE = "08"  # SQLSTATE; failures before a session exists carry none at all


def sentence_for(error: OperationalError) -> str | None:
    """Answer what to tell the user, or None where the error is not about reaching the database."""
    state = getattr(error.__cause__, "sqlstate", None)
    if state is not None and not state.startswith(CLASS_OF_CONNECTION_TROUBLE):
        return None
    if not settings.DATABASE_URL:
        return (
            "No database: none runs here and DATABASE_URL is not set."
            " Start one with `python manage.py dev` in another terminal, or set DATABASE_URL."
        )
    origin = "DATABASE_URL" if os.environ.get("DATABASE_URL") else "the running `manage.py dev`"
    said = " ".join(str(error).split())
    return f"The database that {origin} names does not answer: {said}"
