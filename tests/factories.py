"""Rows for tests, boring on purpose: every default is plain, every difference is named by its test."""

from datetime import timedelta
from hashlib import sha256

import factory
import xxhash
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.utils import timezone
from factory.django import DjangoModelFactory

from quotes.models import Alias, Appearance, Article, Hop, Quote, Revision, Source, Token
from quotes.models.roles import ROLES, grant
from quotes.text.naming import name_key

TEXT = "The bridge was closed on Monday.\n\n“The bridge will open in May,” Mayor Ada Okoro said.\n"


class UserFactory(DjangoModelFactory):
    """A user; `groups=["…"]` puts them into groups by name."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    is_active = True

    @factory.post_generation
    def groups(user, create, names, **_):  # noqa: N805 - factory_boy passes the row
        if set(names or ()) & set(ROLES) and not Group.objects.filter(name__in=ROLES).exists():
            grant(apps)  # a test with transactions of its own emptied the tables
        for name in names or ():
            user.groups.add(Group.objects.get_or_create(name=name)[0])


class StaffFactory(UserFactory):
    """Somebody who may log in to the admin."""

    username = factory.Sequence(lambda n: f"staff{n}")
    is_staff = True


class AdminFactory(StaffFactory):
    """Somebody who may do everything."""

    username = factory.Sequence(lambda n: f"admin{n}")
    is_superuser = True


class TokenFactory(DjangoModelFactory):
    """A token whose secret is `via_` and its name."""

    class Meta:
        model = Token

    user = factory.SubFactory(UserFactory)
    name = factory.Sequence(lambda n: f"token{n}")
    digest = factory.LazyAttribute(lambda token: sha256(f"via_{token.name}".encode()).hexdigest())
    hint = "via_"
    scopes = ["read"]
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=1))


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    name = factory.Sequence(lambda n: f"Speaker {n}")
    name_key = factory.LazyAttribute(lambda source: name_key(source.name))
    kind = Source.Kind.PERSON


class OutletFactory(SourceFactory):
    name = factory.Sequence(lambda n: f"Outlet {n}")
    kind = Source.Kind.OUTLET


class AgencyFactory(SourceFactory):
    name = factory.Sequence(lambda n: f"Agency {n}")
    kind = Source.Kind.AGENCY


class AliasFactory(DjangoModelFactory):
    class Meta:
        model = Alias

    source = factory.SubFactory(SourceFactory)
    name = factory.Sequence(lambda n: f"Alias {n}")
    name_key = factory.LazyAttribute(lambda alias: name_key(alias.name))


class ArticleFactory(DjangoModelFactory):
    """An article with its first revision; `text="…"` gives the body."""

    class Meta:
        model = Article
        skip_postgeneration_save = True

    outlet = factory.SubFactory(OutletFactory)
    title = factory.Sequence(lambda n: f"Title {n}")

    @factory.post_generation
    def text(article, create, text, **_):  # noqa: N805 - factory_boy passes the row
        if create:
            RevisionFactory(article=article, text=text or TEXT)


class RevisionFactory(DjangoModelFactory):
    class Meta:
        model = Revision

    article = factory.SubFactory(ArticleFactory)
    number = factory.LazyAttribute(lambda revision: revision.article.revisions.count() + 1)
    text = TEXT
    digest = factory.LazyAttribute(lambda revision: xxhash.xxh3_128_hexdigest(revision.text.encode()))
    body_start = 0
    body_end = factory.LazyAttribute(lambda revision: len(revision.text))


class QuoteFactory(DjangoModelFactory):
    class Meta:
        model = Quote

    text = "The bridge will open in May"
    speaker = factory.SubFactory(SourceFactory)


class AppearanceFactory(DjangoModelFactory):
    """A printing of `text` where the article's newest revision has it; `chain=[source, …]` adds its hops.

    Without an article, one is made that prints the words; without `chain` there are no hops.
    """

    class Meta:
        model = Appearance
        skip_postgeneration_save = True

    text = "The bridge will open in May"
    article = factory.LazyAttribute(lambda wanted: ArticleFactory(text=f"“{wanted.text},” she said.\n"))
    revision = factory.LazyAttribute(lambda wanted: wanted.article.revisions.latest("number"))
    start = factory.LazyAttribute(lambda wanted: wanted.revision.text.index(wanted.text))
    end = factory.LazyAttribute(lambda wanted: wanted.start + len(wanted.text))
    segments = factory.LazyAttribute(lambda wanted: [[wanted.start, wanted.end]])
    kind = Appearance.Kind.DIRECT

    @factory.post_generation
    def chain(appearance, create, sources, **_):  # noqa: N805 - factory_boy passes the row
        for position, source in enumerate(sources or ()):
            HopFactory(appearance=appearance, position=position, source=source)


class HopFactory(DjangoModelFactory):
    """A hop proved by its source's name where the text has it, else by the words themselves."""

    class Meta:
        model = Hop

    appearance = factory.SubFactory(AppearanceFactory)
    position = 0
    source = factory.SubFactory(SourceFactory)
    name = factory.LazyAttribute(lambda hop: hop.source.name if hop.source else "")
    basis = Hop.Basis.EXPLICIT
    start = factory.LazyAttribute(lambda hop: _evidence(hop)[0])
    end = factory.LazyAttribute(lambda hop: _evidence(hop)[1])
    evidence = factory.LazyAttribute(lambda hop: hop.appearance.revision.text[hop.start : hop.end])


def _evidence(hop) -> tuple[int, int]:
    start = hop.appearance.revision.text.find(hop.name) if hop.name else -1
    return (start, start + len(hop.name)) if start >= 0 else (hop.appearance.start, hop.appearance.end)
