"""Pages in German, French and Spanish: the same facts read by the words of their language."""

from dataclasses import dataclass

import pytest

from quotes.text.reading.lexicon.pages import page_words
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.reading.page import read_page
from quotes.text.reading.types import Given


@dataclass(frozen=True)
class Foreign:
    name: str
    language: str
    head: str
    body: tuple[str, str]
    inside: str
    tail: str
    byline: tuple[str, ...]
    published_at: str
    credit: str | None
    dateline: str | None = None
    contributions: tuple[str, ...] = ()


GERMAN = (
    "Die Reederei Lunda stellt ihre Nachtfahrten im Oktober ein, sagte ihre Leiterin am Dienstag.",
    "„Wir fahren nicht mit guten Wünschen durch den Nebel“, sagte Marit Solheim dem Hafenrat.",
)
FRENCH = (
    "La compagnie Lunda supprimera ses traversées de nuit en octobre, a dit sa directrice mardi.",
    "« Nous ne naviguons pas dans le brouillard avec des vœux », a dit Marit Solheim au conseil.",
)
SPANISH = (
    "La naviera Lunda suprimirá sus travesías nocturnas en octubre, dijo su directora el martes.",
    "«No navegamos en la niebla con buenos deseos», dijo Marit Solheim al consejo del puerto.",
)
PAGES = (
    Foreign(
        "dpa, by line and date",
        "de",
        "Reederei stellt Nachtfahrten ein\n\nVon Inga Aune und Tomas Oyelaran\n\n"
        "Stand: 5. März 2024, 14:02 Uhr\n\n"
        "Eine Fähre im Außenhafen. Foto: Lars Moe/dpa\n\nHamburg (dpa) - ",
        GERMAN,
        "Lesen Sie auch: Lotsen wollen Radar auf jedem Boot",
        "Quelle: dpa\n\nThemen: Schifffahrt, Inseln\nAlle Rechte vorbehalten",
        ("Inga Aune", "Tomas Oyelaran"),
        "2024-03-05T14:02",
        "dpa",
        "Hamburg",
    ),
    Foreign(
        "paper with agency material",
        "de",
        "Reederei stellt Nachtfahrten ein\n\nVon Inga Aune\n\n05.03.2024\n\n",
        GERMAN,
        "Anzeige",
        "Mit Material von Reuters",
        ("Inga Aune",),
        "2024-03-05",
        None,
        None,
        ("Reuters",),
    ),
    Foreign(
        "AFP, by line and date",
        "fr",
        "La compagnie Lunda renonce à ses traversées de nuit\n\nPar Inès Aune et Tomas Oyelaran\n\n"
        "Publié le 5 mars 2024 à 14h02\n\nUn ferry dans le port. Photo : Lars Moe/AFP\n\nMarseille (AFP) – ",
        FRENCH,
        "Lire aussi : Les pilotes veulent un radar sur chaque bateau",
        "Source : AFP\n\nTous droits réservés",
        ("Inès Aune", "Tomas Oyelaran"),
        "2024-03-05T14:02",
        "AFP",
        "Marseille",
    ),
    Foreign(
        "EFE, by line and date",
        "es",
        "La naviera Lunda suprime sus travesías nocturnas\n\nPor Inés Aune y Tomás Oyelaran\n\n"
        "5 de marzo de 2024\n\nMadrid, 5 mar (EFE).- ",
        SPANISH,
        "Lea también: Los prácticos piden radar en cada barco",
        "Fuente: EFE\n\nTemas: Puertos, Islas",
        ("Inés Aune", "Tomás Oyelaran"),
        "2024-03-05",
        "EFE",
        "Madrid",
    ),
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_read_page_reads_a_page_by_the_words_of_its_language(page: Foreign) -> None:
    text = "\n\n".join([f"{page.head}{page.body[0]}", page.inside, page.body[1], page.tail]) + "\n"

    read = read_page(text, Given(language=page.language))

    found = (read.byline, read.published_at, read.credit, read.dateline, read.contributions)
    assert found == (page.byline, page.published_at, page.credit, page.dateline, page.contributions)
    holes = [part.span for part in read.furniture]
    opening = page.head.rpartition("\n")[2]
    body = [paragraph.of(text) for paragraph in paragraphs(text, read.body, holes)]
    assert body == [opening + page.body[0], page.body[1]]


@pytest.mark.parametrize("language", ["de", "fr", "es"])
def test_page_words_have_only_lists_that_english_has(language: str) -> None:
    english, own = page_words("en"), page_words(language)

    assert {section: set(lists) for section, lists in own.items()} == {
        section: set(lists) for section, lists in english.items()
    }


def test_page_words_of_an_unknown_language_are_english() -> None:
    assert page_words("xx") == page_words("en")
