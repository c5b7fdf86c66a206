"""What a decision takes beside the item, read from the form it was made with."""

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict

from quotes.admin.desk.article import spans
from quotes.admin.desk.sources import given as source_given
from quotes.models import Appearance, Copy, Hop, Quote
from quotes.services.errors import Refused
from quotes.services.reviewing import Item


def given(item: Item, decision: str, post: QueryDict) -> Mapping[str, Any]:
    """Return what `quotes.services.reviewing.decide` takes as `given`. Raises Refused about a field."""
    data = {name: str(value) for name, value in post.items()}
    row = item.row
    if isinstance(row, Quote):
        return _of_conflict(row, decision, data, post)
    if isinstance(row, Hop):
        return {"source": source_given(data)} if decision in ("resolve", "correct") else {}
    if isinstance(row, Copy):
        return _of_copy(data)
    if isinstance(row, Appearance) and decision == "correct":
        return _correction(row, data)
    return {"source": source_given(data)} if decision == "correct_speaker" else {}


def _correction(row: Appearance, data: Mapping[str, str]) -> dict[str, Any]:
    span = spans.given(data, row.revision.text, row.start)
    wanted: dict[str, Any] = {name: data[name] for name in ("kind", "setting") if name in data}
    return {**wanted, "segments": spans.segments(span, row.segments)} if span else wanted


def _of_copy(data: Mapping[str, str]) -> dict[str, Any]:
    source = source_given(data) if data.get("name", "").strip() or data.get("source") else None
    return {"giver": data.get("giver", ""), "source": source}


def _of_conflict(row: Quote, decision: str, data: Mapping[str, str], post: QueryDict) -> dict[str, Any]:
    chosen = [one for one in row.appearances.all() if str(one.pk) in post.getlist("appearance")]
    if decision == "keep":
        return {}
    if not chosen:
        raise Refused("Tick the printing it is about first.", code="empty", field="appearance")
    if decision == "split":
        return {"groups": [chosen]}
    if len(chosen) > 1:
        raise Refused(
            "Tick one printing for that; split parts several at once.", code="too_many", field="appearance"
        )
    return {
        "appearance": chosen[0],
        **({"source": source_given(data)} if decision == "correct_speaker" else {}),
    }
