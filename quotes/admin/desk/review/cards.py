"""Cards: what the queue shows of an item, so that it can be decided without looking anywhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from quotes.admin.desk.article.drawing import excerpt
from quotes.admin.desk.sources import KINDS as SOURCE_KINDS
from quotes.admin.desk.wordings import MOST, compared, differ
from quotes.models import Appearance, Copy, Hop, Match, Quote, Revision
from quotes.services import reviewing
from quotes.services.reviewing import Item

AROUND = 280  # code points shown on either side of a quote, up to whole paragraphs
FAR = 900  # evidence further off than that is told, not shown in the text
PASSAGES = 4
QUESTIONS = {
    "appearance": "Did they say this, and did it come this way?",
    "hop": "Who is this?",
    "match": "Is it the same quote?",
    "conflict": "Who said it?",
    "copy": "Does one print the other's story?",
}


@dataclass(frozen=True)
class Refusal:
    """Why a decision on an item was refused, and what its form held."""

    message: str
    data: Mapping[str, str] = field(default_factory=dict)


def rendered(
    request: HttpRequest, items: Sequence[Item], query: str, refusal: Refusal | None = None
) -> list[SafeString]:
    """Return the items' cards; a refusal is about the first."""
    texts = _texts(items)
    flags = reviewing.flags(items)
    cards = []
    for item in items:
        told = refusal if item is items[0] else None
        context = {
            "item": item,
            "question": QUESTIONS[item.kind],
            "flags": flags[item.address],
            "query": query,
            "typed": told,
            "data": told.data if told else {},
            "source_kinds": SOURCE_KINDS,
            "kinds": Appearance.Kind.choices,
            **_BODIES[item.kind](item.row, texts),
        }
        cards.append(render_to_string(f"admin/desk/review/{item.kind}.html", context, request))
    return cards


def _texts(items: Sequence[Item]) -> Mapping[int, str]:
    """Return the articles' texts that the cards show parts of, in one query."""
    wanted: set[int] = set()
    for item in items:
        row = item.row
        if isinstance(row, Hop):
            wanted.add(row.appearance.revision_id)
        elif isinstance(row, Appearance):
            wanted.add(row.revision_id)
        elif isinstance(row, Copy):
            wanted |= {row.revision_a_id, row.revision_b_id}
    return dict(Revision.objects.filter(pk__in=wanted).values_list("pk", "text")) if wanted else {}


def _appearance(row: Appearance, texts: Mapping[int, str]) -> dict[str, Any]:
    text = texts[row.revision_id]
    start, end = _around(row, text)
    far = [hop for hop in row.hops.all() if hop.start is not None and not start <= hop.start < end]
    return {
        "row": row,
        "excerpt": excerpt(text, [row], (start, end)),
        "offset": start,
        "cut": (start > 0, end < len(text)),
        "far": far,
    }


def _hop(row: Hop, texts: Mapping[int, str]) -> dict[str, Any]:
    return {**_appearance(row.appearance, texts), "hop": row, "candidates": row.candidates[:9]}


def _match(row: Match, _: Mapping[int, str]) -> dict[str, Any]:
    wordings = compared([row.a, row.b], row)
    return {"match": row, "wordings": wordings, "differ": differ(wordings)}


def _conflict(row: Quote, _: Mapping[int, str]) -> dict[str, Any]:
    rows = [printed for printed in row.appearances.all() if printed.state != Appearance.State.REJECTED]
    wordings = compared(rows[:MOST])
    return {"quote": row, "rows": rows, "wordings": wordings, "differ": differ(wordings)}


def _copy(row: Copy, texts: Mapping[int, str]) -> dict[str, Any]:
    longest = sorted(row.passages, key=lambda one: one["a"][0] - one["a"][1])[:PASSAGES]
    text = texts[row.revision_a_id]
    sides = [(row.a, row.share_a, "a"), (row.b, row.share_b, "b")]
    return {
        "copy": row,
        "passages": [text[one["a"][0] : one["a"][1]] for one in sorted(longest, key=lambda one: one["a"][0])],
        "more": len(row.passages) - len(longest),
        "sides": [
            {"article": article, "share": f"{share:.0%}", "side": side} for article, share, side in sides
        ],
    }


def _around(row: Appearance, text: str) -> tuple[int, int]:
    """Return the part of the text that shows a quote with its evidence; whole paragraphs if short."""
    near = [(row.start, row.end)]
    for hop in row.hops.all():
        if hop.start is not None and hop.end is not None and row.start - FAR < hop.start < row.end + FAR:
            near.append((hop.start, hop.end))
    first, last = min(start for start, _ in near), max(end for _, end in near)
    start = text.rfind("\n", max(0, first - AROUND), first) + 1 or max(0, first - AROUND)
    stop = text.find("\n", last)
    end = stop if 0 <= stop <= last + AROUND else min(len(text), last + AROUND)
    return start, end


_BODIES = {"appearance": _appearance, "hop": _hop, "match": _match, "conflict": _conflict, "copy": _copy}
