"""The small world the API's examples show: one quote, two outlets, one of which drops a “not”."""

import uuid
from datetime import UTC, date, datetime

from django.contrib.auth.models import User

from quotes.models import Act, Article, Copy, Job, KeptApart, Match, Source
from tests.factories import (
    AgencyFactory,
    AliasFactory,
    AppearanceFactory,
    ArticleFactory,
    HopFactory,
    OutletFactory,
    QuoteFactory,
    RevisionFactory,
    SourceFactory,
    StaffFactory,
)

GAZETTE = (
    "The Northbank bridge stays closed.\n\n"
    "“The bridge will not open before May,” Mayor Ada Okoro told the Coastal News Agency on Monday.\n"
)
POST = "“The bridge will open before May,” Okoro said on Monday, the Coastal News Agency reported.\n"
RECEIVED = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)


def fixed(number: int) -> uuid.UUID:
    """Return the same public id in every run."""
    return uuid.UUID(f"0195a1b0-0000-7000-8000-{number:012d}")


def copied() -> Copy:
    """Say that the second article prints the first one's words, as the machine suggests it."""
    a, b = Article.objects.order_by("pk")
    words = {"a": [37, 72], "b": [1, 32]}
    return Copy.objects.create(
        public_id=fixed(31),
        a=a,
        b=b,
        revision_a=a.revisions.get(),
        revision_b=b.revisions.get(),
        share_a=0.5,
        share_b=0.8,
        passages=[words],
        giver=Copy.Side.A,
        source=a.outlet,
        version="1",
        created_at=RECEIVED,
    )


def kept_apart(by: User) -> KeptApart:
    """Say that the mayor is not her namesake."""
    a, b = Source.objects.get(public_id=fixed(1)), SourceFactory(public_id=fixed(24), name="Ada Okoro, poet")
    return KeptApart.objects.create(public_id=fixed(32), a=a, b=b, decided_by=by, decided_at=RECEIVED)


class World:
    """Rows with fixed ids: a speaker, an agency, two outlets, their articles, a quote, its match."""

    def __init__(self) -> None:
        self.speaker = SourceFactory(public_id=fixed(1), name="Ada Okoro")
        AliasFactory(source=self.speaker, name="Mayor Okoro", since=date(2021, 5, 6))
        self.agency = AgencyFactory(public_id=fixed(2), name="Coastal News Agency")
        self.gazette = OutletFactory(public_id=fixed(3), name="Harbour Gazette")
        self.post = OutletFactory(public_id=fixed(4), name="Northern Post")
        self.quote = QuoteFactory(
            public_id=fixed(5),
            text="The bridge will not open before May",
            speaker=self.speaker,
            first_published_at=datetime(2025, 3, 3, 18, 5, tzinfo=UTC),
            appearance_count=2,
            outlet_count=2,
        )
        self.true = self._printing(
            self.gazette, GAZETTE, "The bridge will not open before May", 6, "03T18:05"
        )
        self.altered = self._printing(self.post, POST, "The bridge will open before May", 8, "04")
        Article.objects.update(received_at=RECEIVED)
        self.match = self._match()
        done = {"decided_by": StaffFactory(first_name="Ann", last_name="Lee"), "decided_at": RECEIVED}
        did = {"pairs": [], "homes": {}, "at": ""}
        self.job = Job.objects.create(
            public_id=fixed(28), kind=Job.Kind.TRIAL, requested_by=done["decided_by"]
        )
        self.act = Act.objects.create(public_id=fixed(21), kind=Act.Kind.MERGE_QUOTES, did=did, **done)

    def _printing(self, outlet: Source, text: str, words: str, number: int, day: str):
        article = ArticleFactory(
            public_id=fixed(number),
            outlet=outlet,
            title="Bridge stays closed" if outlet == self.gazette else "Bridge to open before May",
            url=f"https://{outlet.name.split()[0].lower()}.example/bridge",
            published_at=datetime.fromisoformat(f"2025-03-{day}").replace(tzinfo=UTC),
            published_as=f"2025-03-{day}",
            byline=["Ines Varga"],
            state=Article.State.MATCHED,
            text=None,
        )
        article.revisions.all().delete()
        RevisionFactory(article=article, text=text, number=1)
        cue = text.index("told" if "told" in text else "said")
        printing = AppearanceFactory(
            public_id=fixed(number + 1),
            article=article,
            quote=self.quote,
            text=words,
            cue=text[cue : cue + 4],
            cue_start=cue,
            cue_end=cue + 4,
            confidence=0.95,
        )
        HopFactory(appearance=printing, position=0, source=self.speaker, name="Okoro", confidence=0.95)
        HopFactory(appearance=printing, position=1, source=self.agency, confidence=0.9)
        return printing

    def _match(self) -> Match:
        dropped = {"operation": "dropped", "a": [16, 20], "b": [16, 16]}
        match = Match.objects.create(
            public_id=fixed(20),
            a=self.true,
            b=self.altered,
            relation=Match.Relation.EDITED,
            fuller=Match.Side.A,
            judgement=Match.Judgement.ALTERED,
            score=0.93,
            differences=[
                {"operation": "equal", "a": [0, 16], "b": [0, 16]},
                dropped,
                {"operation": "equal", "a": [20, 35], "b": [16, 31]},
            ],
            changes=[
                {
                    "kind": "negation",
                    "a": [16, 19],
                    "b": None,
                    "sentence": "“not” is dropped: the statement is turned round.",
                }
            ],
        )
        Match.objects.update(created_at=RECEIVED)
        return match
