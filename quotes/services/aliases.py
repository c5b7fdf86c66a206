"""Aliases: other names of a source, added and taken away by editors."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction

from quotes.models import Source
from quotes.services.errors import Refused
from quotes.services.history import acting
from quotes.services.sources import add_alias
from quotes.text.naming import name_key

__all__ = ["add_alias", "remove_alias"]


def remove_alias(
    *, by: AbstractBaseUser, source: Source, name: str, since: date | None = None, reason: str = ""
) -> None:
    """Take a name from a source, the one in use since that day where given; its history keeps it.

    Raises Refused ("gone") where the source has no such name.
    """
    named = source.aliases.filter(name_key=name_key(name), since=since)
    with acting(by, reason), transaction.atomic():
        removed, _ = named.delete()
    if not removed:
        when = f" since {since}" if since else ""
        raise Refused(f"“{source}” has no other name “{name}”{when}; reload.", code="gone", field="name")
