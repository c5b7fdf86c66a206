"""Sources: whoever can say words or pass them on, and the names they go by."""

from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q

from quotes.models.change import recorded, recorded_of
from quotes.models.decision import Decided, who_and_when
from quotes.models.merging import Mergeable, acyclic_merges, not_into_itself
from quotes.models.public_id import PublicIdField


class SourceQuerySet(models.QuerySet["Source"]):
    def live(self) -> Self:
        """Return the sources that were not merged into another."""
        return self.filter(merged_into__isnull=True)

    def named(self, name_key: str) -> Self:
        """Return the live, generally known sources that go by a name, however it is spelled."""
        by_alias = Alias.objects.filter(name_key=name_key).values("source_id")
        return self.live().filter(Q(name_key=name_key) | Q(pk__in=by_alias), only_in__isnull=True)


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Source(Mergeable):
    """A person, organisation, government, agency, outlet, programme, document or unnamed official.

    One row can speak, relay and publish. `name_key` is `quotes.text.naming.name_key(name)`.
    `disambiguation` tells two bearers of one name apart. `only_in` ties an unnamed source to
    the one article that knows it: "a senior official" there is nobody's namesake elsewhere.
    """

    class Kind(models.TextChoices):
        PERSON = "person"
        ORGANISATION = "organisation"
        GOVERNMENT = "government"
        AGENCY = "agency"
        OUTLET = "outlet"
        PROGRAMME = "programme"
        DOCUMENT = "document"
        UNNAMED = "unnamed"

    public_id = PublicIdField()
    name = models.CharField(max_length=300)
    name_key = models.CharField(max_length=300, editable=False)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.PERSON)
    disambiguation = models.CharField(max_length=200, blank=True, default="")
    only_in = models.ForeignKey(
        "Article", null=True, blank=True, editable=False, on_delete=models.PROTECT, related_name="own_sources"
    )
    homepage = models.URLField(blank=True, default="")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.CheckConstraint(name="source_has_a_name", condition=~Q(name="") & ~Q(name_key="")),
            models.UniqueConstraint(
                name="source_one_live_row_per_name",
                fields=["name_key", "disambiguation"],
                condition=Q(only_in__isnull=True, merged_into__isnull=True),
            ),
            models.UniqueConstraint(
                name="source_one_row_per_name_in_its_article",
                fields=["only_in", "name_key"],
                condition=Q(only_in__isnull=False),
            ),
            not_into_itself("source_not_merged_into_itself"),
        ]
        indexes = [models.Index(fields=["name_key"], name="source_by_name")]
        triggers = [
            acyclic_merges("quotes_source", "source_merges_acyclic"),
            *recorded(
                "source",
                "name",
                "kind",
                "disambiguation",
                "only_in_id",
                "homepage",
                "merged_into_id",
                table="quotes_source",
                mergeable=True,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.disambiguation})" if self.disambiguation else self.name


@pghistory.track(pghistory.UpdateEvent(row=pghistory.Old), pghistory.DeleteEvent())
class Alias(Decided):
    """Another name of a source, with optional dates ("the Senate Majority Leader" until 2019)."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=300)
    name_key = models.CharField(max_length=300, editable=False)
    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "aliases"
        constraints = [
            models.CheckConstraint(name="alias_has_a_name", condition=~Q(name="") & ~Q(name_key="")),
            models.CheckConstraint(
                name="alias_dates_in_order",
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=F("until")),
            ),
            models.UniqueConstraint(name="alias_once_per_start", fields=["source", "name_key", "since"]),
            models.UniqueConstraint(  # NULLS NOT DISTINCT needs PostgreSQL 15; we run on 14 too
                name="alias_once_without_start",
                fields=["source", "name_key"],
                condition=Q(since__isnull=True),
            ),
            who_and_when("alias_who_and_when"),
        ]
        indexes = [models.Index(fields=["name_key"], name="alias_by_name")]
        triggers = recorded_of("source", "alias", "quotes_source", "source_id")

    def __str__(self) -> str:
        return self.name
