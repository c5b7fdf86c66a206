"""The kinds of filter value: a source, a row's id, some of a list, a moment, words to search."""

import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from drf_spectacular.utils import extend_schema_field

from api.suggesting import did_you_mean, listed
from quotes.models import Source
from quotes.models.merging import Mergeable
from quotes.services.sources import candidates
from quotes.text.naming import name_key

LONGEST_SEARCH = 500
_EXAMPLES = "2023, 2023-08, 2023-08-14 or 2023-08-14T08:18Z"


def described(filter_: Any, description: str, **schema: Any) -> Any:
    """Give a filter its place in the OpenAPI document."""
    return extend_schema_field({"type": "string", "description": description, **schema})(filter_)


def as_uuid(text: str) -> uuid.UUID | None:
    """Return the id a text spells, None where it spells none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


class RowField(forms.CharField):
    """A row by the id the API gives it; the value is its row number, its survivor's where it was merged."""

    def __init__(self, *, model: type[Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.model = model

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if (public_id := as_uuid(text)) is None:
            raise ValidationError(
                f"“{text}” is no id: ids are UUIDs, as the API gives them.", "invalid_value"
            )
        found = self.model._default_manager.filter(public_id=public_id).first()
        if found is None:
            raise ValidationError(f"no {self.model._meta.verbose_name} has the id {public_id}.", "unknown_id")
        return int((found.survivor() if isinstance(found, Mergeable) else found).pk)


class SourceField(forms.CharField):
    """A source by id or by any name it goes by; the value is the row numbers of all bearers of that name."""

    def clean(self, value: Any) -> list[int] | None:
        text = super().clean(value)
        if not text:
            return None
        if public_id := as_uuid(text):
            found = [source.survivor() for source in Source.objects.filter(public_id=public_id)]
        else:
            found = candidates(text)
        if not found:
            raise ValidationError(f"no source is known as “{text}”.{_similar(text)}", "unknown_source")
        return [source.pk for source in found]


def _similar(text: str) -> str:
    """Suggest a known name that shares a word with an unknown one."""
    shared = Q()
    for word in name_key(text).split():
        shared |= Q(name_key__startswith=word[:2]) | Q(name_key__contains=f" {word[:2]}")
    known = Source.objects.live().filter(shared, only_in__isnull=True) if shared else Source.objects.none()
    return did_you_mean(text, known.values_list("name", flat=True)[:500])


class ChoicesField(forms.CharField):
    """Some of a closed list, separated by commas."""

    def __init__(self, *, allowed: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.allowed = list(allowed)

    def clean(self, value: Any) -> list[str]:
        chosen = [part.strip() for part in super().clean(value).split(",")] if value else []
        for one in chosen:
            if one not in self.allowed:
                hint = did_you_mean(one, self.allowed)
                raise ValidationError(
                    f"there is no “{one}” here.{hint} Allowed: {listed(self.allowed)}.", "unknown_value"
                )
        return chosen


class YesNoField(forms.CharField):
    """True or false, in these words."""

    def clean(self, value: Any) -> bool | None:
        text = super().clean(value)
        if text and text not in ("true", "false"):
            raise ValidationError(f"“{text}” is neither. Allowed: true, false.", "unknown_value")
        return text == "true" if text else None


class MomentField(forms.CharField):
    """A year, month, day or time in ISO 8601 (UTC unless it says): its first instant, or its end."""

    def __init__(self, *, end: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.end = end

    def clean(self, value: Any) -> datetime | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            first, past = moment(text)
        except (ValueError, OverflowError):
            raise ValidationError(f"“{text}” is no date: write {_EXAMPLES}.", "invalid_value") from None
        return past if self.end else first


def moment(text: str) -> tuple[datetime, datetime]:
    """Return the first instant of a printed year, month, day or time, and the first one after it.

    Raises ValueError for what is no ISO 8601 date.
    """
    if len(text) in (4, 7) and text.replace("-", "").isdigit():
        first = datetime.fromisoformat(f"{text}-01-01"[:10]).replace(tzinfo=UTC)
        rolled = first + timedelta(days=366 if len(text) == 4 else 31)
        past = rolled.replace(day=1, month=1 if len(text) == 4 else rolled.month)
        return first, past
    first = datetime.fromisoformat(text)
    first = first if first.tzinfo else first.replace(tzinfo=UTC)
    past = first + (timedelta(days=1) if len(text) <= 10 else timedelta(microseconds=1))
    return first.astimezone(UTC), past.astimezone(UTC)


class SearchField(forms.CharField):
    """Words to search for, “a phrase” in quotation marks, -word to leave out."""

    def clean(self, value: Any) -> str:
        text = str(super().clean(value) or "")
        if len(text) > LONGEST_SEARCH:
            raise ValidationError(f"at most {LONGEST_SEARCH} characters can be searched for.", "too_long")
        return text.translate(str.maketrans("“”„«»", '"""""'))
