"""Filters of articles."""

import django_filters  # type: ignore[import-untyped]

from api.filters import kinds
from api.filters.fields import described
from quotes.models import Article


class ArticleFilters(django_filters.FilterSet):  # type: ignore[misc]
    """The filters of /articles."""

    outlet = kinds.source("outlet", "Who printed it")
    state = kinds.one_of("state", Article.State.values, "Where its reading stands")
    published_from = kinds.since("published_at", "Published at or after")
    published_to = kinds.until("published_at", "Published at or before")
    received_from = kinds.since("received_at", "Received at or after")
    received_to = kinds.until("received_at", "Received at or before")
    url = described(django_filters.CharFilter(field_name="url"), "Its canonical URL, exactly.")
    sender_id = described(django_filters.CharFilter(field_name="sender_id"), "The sender's own id, exactly.")
    q = kinds.words("title", "Words of its title")
