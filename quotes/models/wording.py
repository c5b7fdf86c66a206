"""Wordings: distinct normal forms of printed words, and the index that finds them."""

from django.db import models
from django.db.models import Q


class Wording(models.Model):
    """One distinct normal form, shared by all appearances that print it.

    `normal` is `quotes.text.comparing.normalising.normal_form(text)`, `digest` its xxh3_128, `words` its
    length in words and `keys` the number of its postings.
    """

    digest = models.UUIDField()
    normal = models.TextField()
    words = models.PositiveIntegerField()
    keys = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="wording_once", fields=["digest"]),
            models.CheckConstraint(name="wording_has_words", condition=Q(words__gt=0) & ~Q(normal="")),
        ]

    def __str__(self) -> str:
        return self.normal[:80]


class WordingKey(models.Model):
    """One posting of the index: a key (see quotes.text.comparing.keys) and the id of a wording that has it.

    The largest table by far, so kept slim: two integers of four bytes, one index, which answers alone. It
    can be computed anew at any time; a posting without its wording finds nothing and harms nothing, so
    there is no foreign key to check forty times a quote.
    """

    pk = models.CompositePrimaryKey("key", "wording")
    key = models.IntegerField()
    wording = models.IntegerField()

    def __str__(self) -> str:
        return str(self.key)
