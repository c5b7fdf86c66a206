"""Searching words in a text column by core PostgreSQL, with no extension."""

from django.db.models import BooleanField, CharField, F, Func, IntegerField, Q, Value
from django.db.models.lookups import Exact


def holding(column: str, words: str) -> Q:
    """Return the condition that a column holds the words, inflected forms included.

    `words` is read as web searches are: all of them, "a phrase" together, -word left out, `or` between two.
    What is left of them after English stop words are dropped decides; where nothing is ("will not"),
    they are looked for as they stand.
    """
    nothing_left = Func(_query("english", words), function="numnode", output_field=IntegerField())
    return Q(_found("english", column, words)) | Q(Exact(nothing_left, 0)) & Q(
        _found("simple", column, words)
    )


def _query(config: str, words: str) -> Func:
    return Func(
        Value(words),
        template=f"websearch_to_tsquery('{config}', %(expressions)s)",
        output_field=CharField(),
    )


def _found(config: str, column: str, words: str) -> Func:
    vector = Func(F(column), template=f"to_tsvector('{config}', %(expressions)s)", output_field=CharField())
    return Func(
        vector,
        _query(config, words),
        template="(%(expressions)s)",
        arg_joiner=" @@ ",
        output_field=BooleanField(),
    )
