"""Filters: which items an editor wants to see, as conditions of the statements that find them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from quotes.models import Source

Given = dict[str, Any]


@dataclass(frozen=True)
class Filters:
    """What fits; empty means any.

    Outlet, language and the days, `since` and `until` with both ends, are those of an article that prints
    the words; `speaker` stands at the start of a chain. `least` and `most` bound the confidence: that of a
    printing or of a hop's printing, the score of a match, the share of a copy. `flagged`: with a flag that
    nobody took back.
    """

    kinds: Sequence[str] = ()
    outlet: Source | None = None
    speaker: Source | None = None
    language: str = ""
    since: date | None = None
    until: date | None = None
    least: float | None = None
    most: float | None = None
    flagged: bool = False

    @property
    def narrow(self) -> bool:
        """Tell whether anything but the kinds is filtered."""
        return bool(self.given()) or self.flagged

    def given(self) -> Given:
        """Return the parameters of the conditions."""
        wanted = {
            "outlet": self.outlet.survivor().pk if self.outlet else None,
            "speaker": self.speaker.survivor().pk if self.speaker else None,
            "language": self.language or None,
            "since": self.since,
            "until": self.until + timedelta(days=1) if self.until else None,
            "least": self.least,
            "most": self.most,
        }
        return {name: value for name, value in wanted.items() if value is not None}


_OF_ARTICLE = {
    "outlet": "{article}.outlet_id = %(outlet)s",
    "language": "{article}.language = %(language)s",
    "since": "{article}.published_at >= %(since)s::date",
    "until": "{article}.published_at < %(until)s::date",
}
_SPEAKER = """{printed}.id IN (
    SELECT appearance_id FROM quotes_hop WHERE source_id = %(speaker)s AND position = 0)"""
_SPOKEN_IN = """{article}.id IN (
    SELECT said.article_id FROM quotes_appearance said JOIN quotes_hop hop ON hop.appearance_id = said.id
    WHERE hop.source_id = %(speaker)s AND hop.position = 0)"""


def of_printing(filters: Filters, *, printed: str = "printed", article: str = "article") -> str:
    """Return the condition that a printing fits, under the aliases of its row and its article's."""
    wanted = [_OF_ARTICLE[name].format(article=article) for name in filters.given() if name in _OF_ARTICLE]
    if filters.speaker:
        wanted.append(_SPEAKER.format(printed=printed))
    return " AND ".join(wanted) or "true"


def of_article(filters: Filters, *, article: str) -> str:
    """Return the condition that an article fits; a speaker is one whose words it prints."""
    wanted = [_OF_ARTICLE[name].format(article=article) for name in filters.given() if name in _OF_ARTICLE]
    if filters.speaker:
        wanted.append(_SPOKEN_IN.format(article=article))
    return " AND ".join(wanted) or "true"


def of_confidence(filters: Filters, column: str) -> str:
    """Return the condition that a confidence lies in the bounds."""
    wanted = [f"{column} >= %(least)s"] if filters.least is not None else []
    wanted += [f"{column} <= %(most)s"] if filters.most is not None else []
    return " AND ".join(wanted) or "true"
