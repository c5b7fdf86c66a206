"""What Via stores: one file per aggregate, every invariant a named constraint."""

from quotes.models.act import Act
from quotes.models.answer import Answer
from quotes.models.appearance import Appearance, Hop
from quotes.models.article import Article, Revision
from quotes.models.change import Change
from quotes.models.claim import Claim, Review, Stance
from quotes.models.copy import Copy, StoryKey
from quotes.models.desk import Flag, Lease
from quotes.models.job import Job, Piece, Supposition
from quotes.models.kept_apart import KeptApart
from quotes.models.match import Match
from quotes.models.quote import Quote
from quotes.models.source import Alias, Source
from quotes.models.token import Token
from quotes.models.wording import Wording, WordingKey

__all__ = [
    "Act",
    "Alias",
    "Answer",
    "Appearance",
    "Article",
    "Change",
    "Claim",
    "Copy",
    "Flag",
    "Hop",
    "Job",
    "KeptApart",
    "Lease",
    "Match",
    "Piece",
    "Quote",
    "Review",
    "Revision",
    "Source",
    "Stance",
    "StoryKey",
    "Supposition",
    "Token",
    "Wording",
    "WordingKey",
]
