"""Tokens: what programs log in with; the secret of a new one is shown once."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from quotes.admin.register import RegisterAdmin
from quotes.models import Token
from quotes.services import tokens


class TokenForm(forms.ModelForm):  # type: ignore[type-arg]
    """What a new token needs."""

    scopes = forms.MultipleChoiceField(
        choices=Token.Scope.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="What it opens, as far as its user's own rights go.",
    )
    days = forms.IntegerField(initial=90, min_value=1, max_value=tokens.LONGEST_DAYS)

    class Meta:
        model = Token
        fields = ["user", "name"]


@admin.register(Token)
class TokenAdmin(RegisterAdmin):
    form = TokenForm
    list_display = ["name", "user", "hint", "scopes", "state", "last_used_at"]
    list_filter = [("revoked_at", admin.EmptyFieldListFilter)]
    list_select_related = ["user"]
    search_fields = ["name", "user__username", "hint"]
    autocomplete_fields = ["user"]
    actions = ["revoke"]
    fields = ["user", "name", "scopes", "days"]

    def has_change_permission(self, request: HttpRequest, obj: Token | None = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def get_fields(self, request: HttpRequest, obj: Token | None = None) -> list[str]:
        kept = ["hint", "created_by", "created_at", "expires_at", "last_used_at", "revoked_at"]
        return ["user", "name", "scopes", *kept] if obj else self.fields

    def save_model(self, request: HttpRequest, obj: Token, form: Any, change: bool) -> None:
        given = {name: form.cleaned_data[name] for name in ("user", "name", "scopes", "days")}
        made, secret = tokens.create(by=request.user, **given)
        obj.pk = made.pk
        obj.refresh_from_db()
        self.message_user(
            request, f"The token's secret, shown this once, is {secret} : keep it now.", messages.WARNING
        )

    @admin.action(description="Revoke: they open nothing any more", permissions=["change"])
    def revoke(self, request: HttpRequest, queryset: QuerySet[Token]) -> None:
        for token in queryset:
            tokens.revoke(token=token)
        self.message_user(request, f"{len(queryset)} revoked.")
