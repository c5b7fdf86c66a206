"""Speaking: which quotes' speaker changes at once when sources are merged or parted."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from quotes.models import Appearance, Hop, Quote, Source
from quotes.services.matching.assembling import assemble


def agree_on_speakers(source: Source, *, hops: Sequence[int]) -> None:
    """Make the quotes right whose printings' speaker the given hops now say to be `source`.

    A quote all of whose printings name it has it as speaker, a conflict that this settles is settled;
    others are told apart anew. Call it under the lock of the partition.
    """
    said = Hop.objects.filter(pk__in=hops, position=0, source=source)
    standing = Appearance.objects.standing().quoted()
    quotes = Quote.objects.filter(pk__in=standing.filter(hops__in=said).values("quote"))
    others = standing.filter(quote=OuterRef("pk"), hops__position=0, hops__source__isnull=False)
    mixed = Exists(others.exclude(hops__in=Hop.objects.filter(position=0, source=source)))
    assemble(appearances=[], quotes=list(quotes.filter(mixed).values_list("pk", flat=True)))
    agreed = quotes.filter(~mixed).exclude(speaker=source)
    Quote.objects.filter(pk__in=list(agreed.values_list("pk", flat=True))).update(speaker=source)
