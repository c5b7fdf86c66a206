"""A few things to decide, one of each kind, for tests of the review desk."""

from dataclasses import dataclass

from quotes.models import Appearance, Article, Copy, Hop, Match, Quote, Source
from quotes.services.matching.assembling import assemble
from tests.factories import AgencyFactory, AppearanceFactory, ArticleFactory, QuoteFactory, SourceFactory

WORDS = "The ferry will not sail again before the harbour wall has been rebuilt"


def printed(**given: object) -> Appearance:
    """Return a suggested printing of a quote of its own; `reach` outlets print that."""
    reach = given.pop("reach", 1)
    quote = given.pop("quote", None) or QuoteFactory(outlet_count=reach, appearance_count=reach)
    text = given.pop("text", WORDS)
    article = given.pop("article", None) or ArticleFactory(text=f"“{text},” she said.\n", state="matched")
    given.setdefault("chain", [SourceFactory()])
    return AppearanceFactory(article=article, text=text, quote=quote, **given)


def confirmed(by: object, **given: object) -> Appearance:
    """Return a printing that waits for nobody."""
    row = printed(**given)
    Appearance.objects.filter(pk=row.pk).update(
        state="confirmed", decided_by=by, decided_at="2026-01-01T00:00Z"
    )
    row.refresh_from_db()
    return row


@dataclass(frozen=True)
class Desk:
    """One item of each kind, and nothing else that waits."""

    appearance: Appearance
    hop: Hop
    match: Match
    conflict: Quote
    copy: Copy

    def addresses(self) -> dict[str, str]:
        """Return the address of each kind's item."""
        hop = f"hop-{self.hop.appearance.public_id}.{self.hop.position}"
        named = {
            kind: f"{kind}-{getattr(self, kind).public_id}" for kind in ("appearance", "match", "conflict")
        }
        return {**named, "hop": hop, "copy": f"copy-{self.copy.public_id}"}


def laid_out(by: object) -> Desk:
    """Lay one item of each kind out."""
    a, b = confirmed(by), confirmed(by)
    match = Match.objects.create(a=a, b=b, relation="edited", judgement="unsure", score=0.5)
    open_hop = confirmed(by, chain=[SourceFactory(), AgencyFactory()])
    Hop.objects.filter(appearance=open_hop, position=1).update(source=None, candidates=["A", "B"])
    desk = Desk(
        appearance=printed(confidence=0.4),
        hop=open_hop.hops.get(position=1),
        match=match,
        conflict=disagreeing(by),
        copy=copied(a.article, b.article, AgencyFactory()),
    )
    assemble(appearances=list(Appearance.objects.values_list("pk", flat=True)))
    return desk


def disagreeing(by: object) -> Quote:
    """Return a quote that two papers give to two people; one of the two is confirmed already."""
    quote = QuoteFactory(speaker=None, outlet_count=2, appearance_count=2)
    a, b = confirmed(by, quote=quote), printed(quote=quote, confidence=0.99)
    Match.objects.create(a=a, b=b, relation="exact", judgement="same", score=1)
    return quote


def copied(a: Article, b: Article, source: Source) -> Copy:
    """Return a suggested copy of two articles."""
    sides = {"a": a, "b": b, "revision_a": a.revisions.get(), "revision_b": b.revisions.get()}
    return Copy.objects.create(**sides, share_a=0.5, share_b=0.6, giver="a", source=source)
