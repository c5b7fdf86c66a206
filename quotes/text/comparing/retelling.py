"""Retranslations: two renderings of words said in another language than the printings'.

Speaker, date and chain must carry what differing words cannot; how alike the two are in meaning then tells
which statement renders which. A likeness alone never decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log

from quotes.text.comparing.likelihood import Occasion
from quotes.text.comparing.likeness import Likeness, likeness
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
FOREIGN = frozenset(name_key(name) for name in _LISTED.split(";"))
"""Keys of the names whose English is a translation."""
# Words only the names of papers and agencies in other languages have.
_HOUSE_WORDS = """
agencia agência agence agenzia agentur el la los las le les il lo der die das al de del della diario diário
jornal journal folha estado mundo monde figaro matin ouest libération corriere repubblica stampa giornale
gazzetta zeitung tagblatt spiegel welt nachrichten rundschau shimbun ilbo sinmun ribao novosti pravda izvestia
vesti gazeta wyborcza presse correo courrier noticias nouvelles tageblatt anzeiger dziennik
hürriyet milliyet anadolu haber nieuws dagblad tidning dagbladet aftenposten
"""
_HOUSE = frozenset(name_key(word) for word in _HOUSE_WORDS.split())
_ENGLISH_TOO = frozenset(["journal", "la", "los", "das", "die", "de", "al"])
_SHOWN = 5  # kindred words an editor is shown
_LEAST_SHOWN = 0.5

Parts = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two wordings as renderings of one statement: what each thing known adds, and the likeness."""

    parts: Parts
    likeness: Likeness

    @property
    def sum(self) -> float:
        """The log-odds."""
        return sum(value for _, value in self.parts)

    @property
    def score(self) -> float:
        """The likelihood, 0 to 1."""
        return round(1 / (1 + exp(-max(-30.0, min(30.0, self.sum)))), 6)


def foreign(said_in: str | None, printings: Iterable[Printing]) -> bool:
    """Tell whether the words were said in another language than English, as far as is known.

    `said_in` decides where it is given; else an agency or paper of another language, in the chain or as
    outlet, does: a known one, or one with a name in that language.
    """
    if said_in:
        return said_in.casefold().replace("_", "-").split("-")[0].strip() not in _ENGLISH
    return any(_abroad(name) for printing in printings for name in (*printing.via, printing.outlet or ""))


@lru_cache(maxsize=4096)
def _abroad(name: str) -> bool:
    """Tell whether a house publishes in another language first, as far as its name tells."""
    words = set(name_key(name).split())
    telling = words & _HOUSE
    return name_key(name) in FOREIGN or len(telling) > 1 or bool(telling - _ENGLISH_TOO)


def retelling(
    one: Text, other: Text, known: Occasion, weights: Weights, contrast: float = 0.0
) -> Retelling | None:
    """Weigh whether two wordings render one statement; None where what is known rules it out.

    One article prints one translation, so two of its quotes are never each other's. `contrast` is what
    the statements beside them add (see contrast.py).
    """
    if known.same_article or not known.named or not _one_speaker(known, weights):
        return None
    if known.days is None or known.days > weights.retold_days:
        return None
    alike = likeness(one, other)
    if alike.nats < weights.retold_least_nats:
        return None
    nats = min(alike.nats, weights.retold_most_nats)
    return Retelling(
        (
            ("foreign words", weights.retold_intercept),
            ("likeness", weights.retold_share * alike.share),
            ("meaning shared", weights.retold_per_nat * nats),
            ("speaker", weights.retold_unnamed * (known.speakers is not Agreement.SAME)),
            ("inferred", weights.retold_inferred * (known.speakers is Agreement.CONFLICT)),
            ("chain", weights.retold_relayed * known.relayed),
            ("date", weights.retold_per_day_log * log(1 + known.days)),
            ("contrast", contrast),
        ),
        alike,
    )


def _one_speaker(known: Occasion, weights: Weights) -> bool:
    """Tell whether one speaker may be behind both: pronouns are mistaken, descriptions translated anew."""
    if known.speakers is Agreement.CONFLICT:
        return known.inferred
    if known.described:
        return known.relayed and known.days is not None and known.days <= weights.soon_days
    return True


def reasons(found: Retelling, one: Text, other: Text, known: Occasion) -> tuple[str, ...]:
    """Say in sentences for an editor why the two pass for renderings of one statement."""
    same = known.speakers is Agreement.SAME
    who = "one speaker is named" if same else "one of the two names no speaker"
    when = "on the same day" if not known.days else f"{known.days} day{'s' * (known.days > 1)} apart"
    through = ", through the same agency" if known.relayed else ""
    said = f"Words said in another language, printed {when}{through}; {who}."
    best = sorted(found.likeness.ties, key=lambda tie: -tie.nearness)
    shown = [
        f"“{one.printed(tie.a)}” and “{other.printed(tie.b)}”" for tie in best if tie.nearness >= _LEAST_SHOWN
    ]
    words = ", ".join(dict.fromkeys(shown[:_SHOWN]))
    return (said, f"Alike in meaning: {words}.") if words else (said,)
