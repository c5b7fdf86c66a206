"""Public ids: what the API, exports and permalinks call a row, for ever."""

import uuid

import uuid_utils
from django.db import models


def new_public_id() -> uuid.UUID:
    """Make a UUIDv7 (RFC 9562): unique everywhere, and in order of creation."""
    return uuid.UUID(int=uuid_utils.uuid7().int)


class PublicIdField(models.UUIDField):  # type: ignore[type-arg]
    """A unique, never changing UUIDv7; only the history, which repeats it, asks for `unique=False`."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.update(default=new_public_id, editable=False)
        super().__init__(**{"unique": True, **kwargs})  # type: ignore[arg-type]

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        """Say `unique` either way: a copy without it would be unique again."""
        name, path, positional, named = super().deconstruct()
        return name, path, list(positional), {**named, "unique": self.unique}
