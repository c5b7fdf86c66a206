"""Sources as a field: a name typed or chosen, one of the known, or a new one where its kind is given."""

from collections.abc import Mapping
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, JsonResponse

from quotes.models import Source
from quotes.services import sources
from quotes.services.errors import Refused
from quotes.text.naming import name_key

SHOWN = 12  # names offered at once
KINDS = [choice for choice in Source.Kind.choices if choice[0] != Source.Kind.UNNAMED]


def named(request: HttpRequest) -> JsonResponse:
    """Return the sources that a word of a name begins as `q` does: [{"id", "name", "kind"}, …]."""
    begun = name_key(request.GET.get("q", ""))
    if not begun:
        return JsonResponse({"sources": []})
    known = Source.objects.live().filter(only_in__isnull=True)
    fits = Q()
    for column in ("name_key", "aliases__name_key"):
        fits |= Q(**{f"{column}__startswith": begun}) | Q(**{f"{column}__contains": f" {begun}"})
    found = known.filter(fits).order_by("name_key", "pk").distinct()[:SHOWN]
    return JsonResponse(
        {
            "sources": [
                {"id": str(one.public_id), "name": str(one), "kind": one.get_kind_display()} for one in found
            ]
        }
    )


def given(data: Mapping[str, str], prefix: str = "") -> Source:
    """Return the source that a form names.

    The form's fields are `source`, the public id of one that was chosen, else `name` as typed and `new`,
    the kind to make it with where nobody goes by that name. Raises Refused ("empty", "no_source",
    "ambiguous"), about the field.
    """
    chosen, name = data.get(f"{prefix}source", ""), data.get(f"{prefix}name", "").strip()
    if chosen:
        return _chosen(chosen)
    if not name:
        raise Refused("Nobody is named: type a name, or choose one.", code="empty", field="name")
    found = sources.candidates(name)
    if len(found) > 1:
        names = ", ".join(f"“{source}” ({source.get_kind_display().lower()})" for source in found)
        raise Refused(f"“{name}” may be {names}: choose one from the list.", code="ambiguous", field="name")
    if found:
        return found[0]
    kind = data.get(f"{prefix}new", "")
    if kind not in dict(KINDS):
        raise Refused(
            f"Nobody goes by “{name}” yet: say what it is under “if new”, and it is made.",
            code="no_source",
            field="name",
        )
    return sources.find_or_create(name=name, kind=kind)


def _chosen(chosen: str) -> Source:
    try:
        return Source.objects.get(public_id=UUID(chosen)).survivor()
    except (ValueError, Source.DoesNotExist):
        raise Refused("That source is gone; choose another.", code="gone", field="name") from None
