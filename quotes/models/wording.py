"""Wordings: distinct normal forms of printed words, and the index that finds them."""

from django.db import models
from django.db.models import Q


class Wording(models.Model):
    """One distinct normal form, shared by all appearances that print it.

    `normal` is `quotes.text.comparing.normalising.normal_form(text)`, `digest` its hex xxh3_128,
    `words` its length in words.
    """

    digest = models.CharField(max_length=32)
    normal = models.TextField()
    words = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="wording_once", fields=["digest"]),
            models.CheckConstraint(name="wording_has_words", condition=Q(words__gt=0) & ~Q(normal="")),
        ]

    def __str__(self) -> str:
        return self.normal[:80]


class WordingKey(models.Model):
    """One posting of the index: a key of a wording (see quotes.text.comparing.keys).

    `n` is how many keys the wording has, so that coverage needs no second look-up.
    """

    pk = models.CompositePrimaryKey("key", "wording_id")
    key = models.BigIntegerField()
    wording = models.ForeignKey(Wording, on_delete=models.CASCADE, related_name="keys", db_index=False)
    n = models.PositiveIntegerField()

    class Meta:
        indexes = [models.Index(fields=["wording"], name="wording_key_by_wording")]

    def __str__(self) -> str:
        return str(self.key)
