"""The ways a language reports words: who speaks, and through whom."""

import pytest

from quotes.text.reading.reading import read
from quotes.text.reading.types import Given

GERMAN = [
    ("„Das reicht nicht“, sagte Oppositionschefin Karin Vogt dem ZDF.", ["Karin Vogt < ZDF"]),
    ("Wie Innenminister Paul Reiter der dpa sagte, sei die Lage „unter Kontrolle“.", ["Paul Reiter < dpa"]),
    ("Laut Innenminister Paul Reiter ist die Lage „unter Kontrolle“.", ["Paul Reiter"]),
    ("Nach Angaben der Polizei war der Fahrer „nicht ansprechbar“.", ["Polizei"]),
    ("„Wir prüfen das“, so Reiter. Innenminister Paul Reiter war dafür.", ["Paul Reiter"]),
    ("„Wir prüfen das“, hieß es aus dem Ministerium.", ["Ministerium"]),
    ("„Wir prüfen das“, teilte eine Sprecherin der Reederei mit.", ["Sprecherin der Reederei"]),
    (
        "Die Agentur Interfax zitierte Minister Oleg Sokolow mit den Worten: „Es reicht uns.“",
        ["Oleg Sokolow < Interfax"],
    ),
    (
        "„Es reicht uns“, sagte Minister Oleg Sokolow nach Angaben der Agentur Interfax.",
        ["Oleg Sokolow < Interfax"],
    ),
    ("Minister Oleg Sokolow hat den Bericht als „Unsinn“ bezeichnet.", ["Oleg Sokolow"]),
    (
        "Sokolow, der Minister, habe „nichts gewusst“, berichtete die „Süddeutsche Zeitung“.",
        ["Süddeutsche Zeitung"],
    ),
    (
        "„Es ist kalt“, meinte der Wirt Hans Obermaier am Sonntag im Interview mit Radio Tirol.",
        ["Hans Obermaier < Radio Tirol"],
    ),
    ("Außenministerin Lena Brandt sagte am Dienstag in Berlin, man werde „nicht ruhen“.", ["Lena Brandt"]),
    (
        "Vogt warf Reiter vor, „die Augen zu verschließen“. Die Abgeordnete Karin Vogt war früher Richterin.",
        ["Karin Vogt"],
    ),
    ("„Ich war dabei“, schrieb Kanzler Max Kern auf Twitter.", ["Max Kern"]),
    ("Dem Bericht zufolge sagte Kanzler Max Kern: „Wir haben Fehler gemacht.“", ["Max Kern < Bericht"]),
]
FRENCH = [
    ("« Ce n'est pas assez », a dit à France Info la députée Karine Vogel.", ["Karine Vogel < France Info"]),
    ("Selon le ministre Paul Renaud, la situation est « sous contrôle ».", ["Paul Renaud"]),
    ("D'après la police, le conducteur était « inconscient ».", ["police"]),
    (
        "Le ministre Paul Renaud a dit que la situation était « sous contrôle », a rapporté l'agence Tass.",
        ["Paul Renaud < TASS"],
    ),
    ("« C'est faux », a rétorqué M. Renaud. Paul Renaud est ministre.", ["Paul Renaud"]),
    ("« C'est faux », rétorque Paul Renaud dans un entretien au Monde.", ["Paul Renaud < Monde"]),
    ("Paul Renaud, ministre de l'Intérieur, a évoqué « une erreur » sur RTL.", ["Paul Renaud < RTL"]),
    ("Le président Jean Morel s'est dit « très inquiet ».", ["Jean Morel"]),
    ("« Les gens ont peur », témoigne une habitante du quartier.", ["habitante du quartier"]),
    ("Pour la maire Anne Delcourt, « il faut tout reconstruire ».", ["Anne Delcourt"]),
    ("« Il faut, estime la maire Anne Delcourt, tout reconstruire. »", ["Anne Delcourt"]),
    (
        "La télévision d'Etat a cité le général Omar Khadri disant que l'armée était « prête ».",
        ["Omar Khadri < télévision d'Etat"],
    ),
    (
        "Le général Omar Khadri a été cité par l'agence Sana disant que l'armée était « prête ».",
        ["Omar Khadri < SANA"],
    ),
]
SPANISH = [
    ('"No es suficiente", dijo la diputada Karina Vogel a la Cadena SER.', ["Karina Vogel < Cadena SER"]),
    ('Según el ministro Pablo Rentero, la situación está "bajo control".', ["Pablo Rentero"]),
    ('La situación está "bajo control", según informó el ministro Pablo Rentero.', ["Pablo Rentero"]),
    (
        'El ministro Pablo Rentero dijo que la situación está "bajo control", informó la agencia Tass.',
        ["Pablo Rentero < TASS"],
    ),
    ('"Es mentira", replicó Rentero. Pablo Rentero es ministro.', ["Pablo Rentero"]),
    (
        'Pablo Rentero, ministro del Interior, habló de "un error" en Onda Cero.',
        ["Pablo Rentero < Onda Cero"],
    ),
    ('El presidente Juan Morales se mostró "muy preocupado".', ["Juan Morales"]),
    ('"La gente tiene miedo", cuenta una vecina del barrio.', ["vecina del barrio"]),
    ('Para la alcaldesa Ana Delgado, "hay que reconstruirlo todo".', ["Ana Delgado"]),
    (
        '"Hay que reconstruirlo todo", ha asegurado la alcaldesa Ana Delgado en una entrevista a El Mundo.',
        ["Ana Delgado < El Mundo"],
    ),
    (
        'La televisión estatal citó al general Omar Cadena diciendo que el ejército estaba "listo".',
        ["Omar Cadena < televisión estatal"],
    ),
    ('"Estamos listos", dijo el general Omar Cadena, citado por la agencia Sana.', ["Omar Cadena < SANA"]),
    ('El papa Clemente pidió "paz para todos".', ["Clemente"]),
    ('—Volveremos —dijo—. "Nadie nos echará", afirmó el ministro Pablo Rentero.', ["Pablo Rentero"]),
]


def chains(text: str, language: str) -> list[str]:
    """Return the chain of each quotation, its names parted by "<"."""
    found = read(text, Given(language=language)).appearances
    return [" < ".join(str(hop.source) for hop in one.chain) for one in found if one.kind != "indirect"]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_reads_who_speaks_in_german(text: str, expected: list[str]) -> None:
    assert chains(text, "de") == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_reads_who_speaks_in_french(text: str, expected: list[str]) -> None:
    assert chains(text, "fr") == expected


@pytest.mark.parametrize(("text", "expected"), SPANISH)
def test_reads_who_speaks_in_spanish(text: str, expected: list[str]) -> None:
    assert chains(text, "es") == expected
