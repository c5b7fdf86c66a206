"""Paste an article in: the page as copied and the outlet that printed it; the rest is read from the text."""

from django import forms
from django.http import HttpRequest

from quotes.services import articles
from quotes.services.errors import Refused


class PasteForm(forms.Form):
    """A pasted article. Its fields are named as the service's submission names them."""

    outlet = forms.CharField(max_length=300, help_text="Who printed it.")
    url = forms.URLField(
        max_length=2000,
        required=False,
        label="URL",
        assume_scheme="https",
        help_text="Its address, if it has one.",
    )
    text = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 24, "cols": 100}),
        strip=False,
        help_text="The whole page as pasted: title, byline, date and credit are read from it.",
    )


def accept_pasted(request: HttpRequest, form: PasteForm) -> articles.Accepted | None:
    """Hand a valid form to the service; None, with the sentence beside its field, where it refuses."""
    given = form.cleaned_data
    submission = articles.Submission(outlet=given["outlet"], text=given["text"], url=given["url"] or None)
    try:
        return articles.accept(by=request.user, submission=submission)
    except Refused as refused:
        form.add_error(refused.field if refused.field in form.fields else None, refused.message)
        return None
