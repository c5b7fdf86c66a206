"""Retranslations: two renderings of words said in another language than the printings'."""

from collections.abc import Iterable

from quotes.text.comparing.information import rarity
from quotes.text.comparing.likelihood import Occasion
from quotes.text.comparing.speakers import Agreement
from quotes.text.comparing.texts import Text
from quotes.text.comparing.types import Printing
from quotes.text.comparing.weights import Weights
from quotes.text.naming import name_key

_ENGLISH = frozenset(["en", "eng", "english"])
# Agencies and broadcasters that publish in another language first; their English is a translation.
_LISTED = """
KCNA; Korean Central News Agency; Rodong Sinmun; Yonhap; Xinhua; CCTV; Global Times; People's Daily; TASS;
RIA Novosti; RIA; Interfax; Rossiya 1; IRNA; Fars; Tasnim; ISNA; Press TV; SANA; WAFA; Al Arabiya; Anadolu;
Anadolu Agency; Kyodo; NHK; Jiji; ANSA; EFE; DPA; Ukrinform; BelTA; Prensa Latina; Bild; Der Spiegel;
Le Monde; El País
"""
_FOREIGN = frozenset(name_key(name) for name in _LISTED.split(";"))


def foreign(said_in: str | None, printings: Iterable[Printing]) -> bool:
    """Tell whether the words were said in another language than English, as far as is known.

    `said_in` decides where it is given; else a chain through an agency of another language does.
    """
    if said_in:
        return said_in.casefold().replace("_", "-").split("-")[0].strip() not in _ENGLISH
    return any(name_key(name) in _FOREIGN for printing in printings for name in printing.via)


def kindred(one: Text, other: Text) -> float:
    """Return the share of information two wordings have in common in stems, order left aside: 0 to 1."""
    both = sum(map(rarity, one.stems & other.stems))
    every = sum(map(rarity, one.stems)) + sum(map(rarity, other.stems))
    return 2 * both / every if every else 0.0


def retold(one: Text, other: Text, known: Occasion, weights: Weights) -> bool:
    """Tell whether two wordings without a common run render one statement.

    Speaker and date must carry what differing words cannot: one speaker, a few days, kindred words.
    One article prints one translation, so two of its quotes are never each other's.
    """
    near = known.days is not None and known.days <= weights.retold_days
    if known.same_article or not near or known.speakers is not Agreement.SAME:
        return False
    enough = sum(map(rarity, one.stems & other.stems)) >= weights.retold_nats
    return enough and kindred(one, other) >= weights.retold_shared
