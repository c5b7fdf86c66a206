"""Look-ups as JSON: what is asked, and the quotes that hold the words, with all that shows why."""

from typing import Any

from rest_framework import serializers

from api.serializers.appearances import AppearanceDetail
from api.serializers.bodies import Body, Text, Whole
from api.serializers.fields import TEXT_SPAN, or_null
from api.serializers.matches import OPERATIONS
from api.serializers.quotes import QuoteDetail
from api.serializers.sources import SourceName
from quotes.services.looking_up.look_up import Answer, LookedUp
from quotes.services.looking_up.passages import Passage
from quotes.text.comparing.types import ChangeKind, Comparison, Relation
from quotes.text.spans import Span

LONGEST_TEXT = 5_000
LONGEST_IN_A_LINK = 600  # with its speaker, in any script, within the request line that web servers read
MOST_TEXTS = 100
MOST_ANSWERS = 20
ANSWERS = 5


class AskedText(Body):
    """A text to look up: whole, in part, misremembered, with or without its marks and who said it."""

    text = Text(max_length=LONGEST_TEXT, help_text="The words, in any state of repair.")
    speaker = Text(
        required=False,
        default="",
        allow_blank=True,
        max_length=300,
        help_text="Who is said to have said it.",
    )


class LookUpBody(Body):
    """One text, or up to a hundred of them."""

    text = Text(required=False, max_length=LONGEST_TEXT, help_text="The words, in any state of repair.")
    speaker = Text(
        required=False,
        default="",
        allow_blank=True,
        max_length=300,
        help_text="Who is said to have said it.",
    )
    texts = serializers.ListField(
        child=AskedText(), required=False, min_length=1, max_length=MOST_TEXTS, help_text="Instead of `text`."
    )
    limit = Whole(
        required=False, default=ANSWERS, min_value=1, max_value=MOST_ANSWERS, help_text="Quotes for each."
    )

    def validate(self, attrs: Any) -> Any:
        """Refuse a body with neither or both of `text` and `texts`."""
        if ("text" in attrs) == ("texts" in attrs):
            raise serializers.ValidationError("give “text”, or “texts” for several.", "required")
        return attrs


def _object(**members: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(members), "properties": members}


_COUNT = {"type": "integer", "minimum": 0}
_SHARE = {"type": "number", "minimum": 0, "maximum": 1}
_NAME = {"type": ["string", "null"]}
_DIFFERENCES = {
    "type": "array",
    "description": "The stretches that differ, as spans of the text asked about and of the printing's text.",
    "items": _object(operation={"type": "string", "enum": OPERATIONS}, asked=TEXT_SPAN, printed=TEXT_SPAN),
}
_CHANGES = {
    "type": "array",
    "description": "The changes of meaning, each with a sentence that states it.",
    "items": _object(
        kind={"type": "string", "enum": [kind.value for kind in ChangeKind]},
        asked=or_null(TEXT_SPAN),
        printed=or_null(TEXT_SPAN),
        sentence={"type": "string"},
    ),
}
_ORIGINS = {
    "type": ["array", "null"],
    "description": "Who had the words at first hand; null for a quote printed too often: see its provenance.",
    "items": _object(source={"type": "string"}, outlets={"type": "array", "items": {"type": "string"}}),
}
_FIRST = _object(
    article={"type": "string", "format": "uuid"},
    outlet={"type": "string"},
    published_at={**_NAME, "description": "ISO 8601, as precise as printed."},
)
_RESULT = _object(
    relation={"type": "string", "enum": [one.value for one in Relation if one is not Relation.DIFFERENT]},
    score={**_SHARE, "description": "How likely both are one utterance."},
    fuller={"type": "string", "enum": ["asked", "printed"], "description": "Which one holds more of it."},
    asked={**TEXT_SPAN, "description": "The words of the text that were found."},
    differences=_DIFFERENCES,
    changes=_CHANGES,
    record={
        **_object(
            relation={"type": "string", "enum": [one.value for one in Relation]},
            differences=_DIFFERENCES,
            changes=_CHANGES,
        ),
        "description": "The words beside the quote's fullest wording (`quote.text`): a printing may say just"
        " what you asked for and be an altered one itself.",
    },
    by_asked_speaker={
        "type": ["boolean", "null"],
        "description": "Whether printings name the speaker asked for; null where none is asked for or named.",
    },
    quote={"$ref": "#/components/schemas/QuoteDetail"},
    printing={"$ref": "#/components/schemas/AppearanceDetail"},
    first={**_FIRST, "type": ["object", "null"], "description": "The earliest printing known."},
    outlets={**_COUNT, "description": "How many outlets print the quote."},
    origins=_ORIGINS,
    unknown={**_COUNT, "type": ["integer", "null"], "description": "Outlets that show no origin."},
)
_NEAREST = _object(
    share={**_SHARE, "description": "The share of the words asked for that it prints."},
    quote={"type": "string", "format": "uuid"},
    text={"type": "string"},
    differences=_DIFFERENCES,
)
_SEARCHED = _object(
    wordings={
        **_COUNT,
        "description": "How many wordings of the text were looked for: the whole, each part.",
    },
    keys={**_COUNT, "description": "How many keys of the index were asked for."},
    words={
        **_COUNT,
        "description": "How many wordings of one or two words, too short for keys, were looked for by their"
        " words, in any inflection: only where no other wording tells an utterance.",
    },
    printings={**_COUNT, "description": "How many printings were compared with it."},
    nearest={
        **_NEAREST,
        "type": ["object", "null"],
        "description": "Where nothing was found: the printing with the most words in common.",
    },
)
_SPEAKER = _object(
    name={"type": "string", "description": "As asked for, else as the text itself says."},
    known={"type": "array", "items": {"$ref": "#/components/schemas/SourceName"}},
    agrees={
        "type": ["boolean", "null"],
        "description": "Whether the best answer is theirs: false says that it is another speaker's.",
    },
    sentence={"type": "string"},
)
LOOKED_UP = _object(
    answers={
        "type": "array",
        "items": _object(
            text={"type": "string"},
            asked_speaker={**_SPEAKER, "type": ["object", "null"]},
            found={"type": "integer", "minimum": 0, "description": "How many quotes hold the words."},
            results={"type": "array", "items": _RESULT},
            searched=_SEARCHED,
        ),
    }
)


def shown(one: LookedUp, context: dict[str, Any]) -> dict[str, Any]:
    """Return what is on record for one text as JSON."""
    return {
        "text": one.asked.text,
        "asked_speaker": _speaker(one),
        "found": len(one.findings.found),
        "results": [_result(answer, context) for answer in one.answers],
        "searched": {
            "wordings": len(one.asked.passages),
            "keys": sum(len(passage.form.keys) for passage in one.asked.passages),
            "words": one.findings.by_words,
            "printings": one.findings.printings,
            "nearest": _nearest(one),
        },
    }


def _result(answer: Answer, context: dict[str, Any]) -> dict[str, Any]:
    found, origins = answer.found, answer.origins or {}
    comparison, passage = found.comparison, found.passage
    return {
        "relation": comparison.relation.value,
        "score": round(comparison.score, 4),
        "fuller": "asked" if comparison.fuller == "a" else "printed",
        "asked": _side(Span(0, len(passage.words)), passage.words, passage.start),
        "differences": _differences(comparison, passage, found.printed),
        "changes": _changes(comparison, passage, found.printed),
        "record": {
            "relation": answer.record.relation.value,
            "differences": _differences(answer.record, passage, answer.quote.text),
            "changes": _changes(answer.record, passage, answer.quote.text),
        },
        "by_asked_speaker": answer.by_asked,
        "quote": QuoteDetail(answer.quote, context=context).data,
        "printing": AppearanceDetail(answer.printing, context=context).data,
        "first": origins.get("first"),
        "outlets": answer.quote.outlet_count,
        "origins": origins.get("origins"),
        "unknown": origins.get("unknown"),
    }


def _changes(comparison: Comparison, passage: Passage, printed: str) -> list[dict[str, Any]]:
    return [
        {
            "kind": one.kind.value,
            "asked": one.a and _side(one.a, passage.words, passage.start),
            "printed": one.b and _side(one.b, printed),
            "sentence": one.sentence,
        }
        for one in comparison.changes
    ]


def _differences(comparison: Comparison, passage: Passage, printed: str) -> list[dict[str, Any]]:
    return [
        {
            "operation": one.operation,
            "asked": _side(one.a, passage.words, passage.start),
            "printed": _side(one.b, printed),
        }
        for one in comparison.differences
        if one.operation != "equal"
    ]


def _side(span: Span, words: str, start: int = 0) -> dict[str, Any]:
    return {"text": words[span.start : span.end], "start": start + span.start, "end": start + span.end}


def _nearest(one: LookedUp) -> dict[str, Any] | None:
    near = one.findings.nearest
    if near is None or one.nearest is None:
        return None
    return {
        "share": round(near.share, 3),
        "quote": str(one.nearest.public_id),
        "text": near.printed,
        "differences": _differences(near.comparison, near.passage, near.printed),
    }


def _speaker(one: LookedUp) -> dict[str, Any] | None:
    if not one.asked.speaker:
        return None
    agrees = one.answers[0].by_asked if one.answers else None
    return {
        "name": one.asked.speaker,
        "known": [SourceName(source).data for source in one.speakers],
        "agrees": agrees,
        "sentence": one.sentence,
    }
