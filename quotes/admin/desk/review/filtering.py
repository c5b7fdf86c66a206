"""Filtering the queue: the address says what is looked at, so that a bookmark is a saved filter."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.http import QueryDict

from quotes.models import Source
from quotes.models.desk import Kind
from quotes.services import sources
from quotes.services.reviewing import Filters

NAMES = ("kind", "outlet", "speaker", "language", "since", "until", "least", "most", "flagged")
_DAY = forms.DateInput(attrs={"type": "date"})


class FilterForm(forms.Form):
    """What an editor wants to see of the queue."""

    kind = forms.MultipleChoiceField(
        choices=Kind.choices, required=False, widget=forms.CheckboxSelectMultiple, label="Only"
    )
    outlet = forms.CharField(required=False, label="Outlet")
    speaker = forms.CharField(required=False, label="Speaker")
    language = forms.CharField(required=False, max_length=12, label="Language (en, fr …)")
    since = forms.DateField(required=False, widget=_DAY, label="Published since")
    until = forms.DateField(required=False, widget=_DAY, label="until")
    least = forms.FloatField(required=False, min_value=0, max_value=1, label="Confidence from")
    most = forms.FloatField(required=False, min_value=0, max_value=1, label="to")
    flagged = forms.BooleanField(required=False, label="Flagged only")

    def clean_outlet(self) -> Source | None:
        return _known(self.cleaned_data["outlet"])

    def clean_speaker(self) -> Source | None:
        return _known(self.cleaned_data["speaker"])


@dataclass(frozen=True)
class Wanted:
    """The filters, the form that shows them, and the query string that keeps them."""

    filters: Filters
    form: FilterForm
    query: str = ""
    wrong: list[str] = field(default_factory=list)

    @property
    def told(self) -> str:
        """The filters in words."""
        kinds = dict(Kind.choices)
        given = QueryDict(self.query)
        told = [kinds.get(kind, kind) for kind in given.getlist("kind")]
        told += [f"{name} {given[name]}" for name in NAMES[1:-1] if name in given]
        return ", ".join([*told, *(["flagged"] if "flagged" in given else [])])

    @property
    def any(self) -> bool:
        """Tell whether anything is filtered."""
        return bool(self.query)


def wanted(data: QueryDict) -> Wanted:
    """Return what the address asks for; what is wrong in it filters nothing, and is said."""
    form = FilterForm(data)
    form.is_valid()
    given: dict[str, Any] = {name: form.cleaned_data.get(name) for name in NAMES}
    filters = Filters(
        kinds=tuple(given["kind"] or ()),
        outlet=given["outlet"] or None,
        speaker=given["speaker"] or None,
        language=given["language"] or "",
        since=given["since"],
        until=given["until"],
        least=given["least"],
        most=given["most"],
        flagged=bool(given["flagged"]),
    )
    kept = QueryDict(mutable=True)
    for name in NAMES:
        kept.setlist(name, [value for value in data.getlist(name) if value])
    wrong = [
        f"{form.fields[name].label}: {error}" for name, errors in form.errors.items() for error in errors
    ]
    return Wanted(filters, form, kept.urlencode(), wrong)


def _known(name: str) -> Source | None:
    """Return the source that goes by a name, None for no name."""
    if not name.strip():
        return None
    found = sources.candidates(name)
    if not found:
        raise forms.ValidationError(f"Nobody goes by “{name}”; look the name up in the register.")
    return found[0]
