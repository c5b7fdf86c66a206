"""Public ids: what the API, exports and permalinks call a row, for ever."""

import uuid

import uuid_utils
from django.db import models


def new_public_id() -> uuid.UUID:
    """Make a UUIDv7 (RFC 9562): unique everywhere, and in order of creation."""
    return uuid.UUID(int=uuid_utils.uuid7().int)


class PublicIdField(models.UUIDField):  # type: ignore[type-arg]
    """A unique, never changing UUIDv7."""

    def __init__(self, **kwargs: object) -> None:
        kwargs.update(default=new_public_id, unique=True, editable=False)
        super().__init__(**kwargs)  # type: ignore[arg-type]
