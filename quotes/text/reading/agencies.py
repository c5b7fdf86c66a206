"""News agencies: their canonical names, the forms they are printed in, and rules for the rest."""

import re
from collections.abc import Iterable
from functools import lru_cache

# canonical name: other printed forms. The canonical name is the short one where papers use it.
AGENCIES: dict[str, tuple[str, ...]] = {
    "Reuters": ("Thomson Reuters", "Reuters News", "Reuters News Agency", "RTRS"),
    "AP": ("Associated Press", "A.P.", "AP News"),
    "AFP": ("Agence France-Presse", "Agence France Presse", "AFP News", "AFP-JIJI"),
    "UPI": ("United Press International",),
    "KCNA Watch": (),
    "KCNA": ("Korean Central News Agency", "Korea Central News Agency"),
    "Yonhap": ("Yonhap News Agency", "Yonhap News"),
    "Xinhua": ("Xinhua News Agency", "New China News Agency", "Xinhuanet"),
    "TASS": ("ITAR-TASS", "Itar Tass"),
    "RIA Novosti": ("RIA", "RIA-Novosti"),
    "Interfax": ("Interfax News Agency",),
    "Interfax-Ukraine": (),
    "Sputnik": ("Sputnik News",),
    "Bloomberg": ("Bloomberg News",),
    "dpa": ("Deutsche Presse-Agentur", "Deutsche Presse Agentur", "dpa-AFX"),
    "ANSA": (),
    "AGI": ("Agenzia Giornalistica Italia",),
    "EFE": ("Agencia EFE", "EPA-EFE"),
    "Europa Press": (),
    "Lusa": ("Agência Lusa",),
    "ANP": ("Algemeen Nederlands Persbureau",),
    "Belga": ("Belga News Agency",),
    "APA": ("Austria Presse Agentur",),
    "Keystone-SDA": ("SDA", "Swiss News Agency", "Keystone-ATS"),
    "NTB": ("Norsk Telegrambyrå",),
    "TT": ("TT News Agency", "Tidningarnas Telegrambyrå"),
    "Ritzau": (),
    "STT": (),
    "PAP": ("Polish Press Agency",),
    "CTK": ("ČTK", "Czech News Agency"),
    "MTI": ("Hungarian News Agency",),
    "Agerpres": (),
    "BTA": ("Bulgarian News Agency",),
    "Tanjug": (),
    "Hina": (),
    "Ukrinform": (),
    "BelTA": (),
    "Kazinform": (),
    "Trend": ("Trend News Agency",),
    "Anadolu": ("Anadolu Agency", "Anadolu Ajansı"),
    "IRNA": ("Islamic Republic News Agency",),
    "ISNA": ("Iranian Students' News Agency", "Iranian Students’ News Agency"),
    "Fars": ("Fars News Agency", "Fars News"),
    "Tasnim": ("Tasnim News Agency",),
    "Mehr": ("Mehr News Agency", "MNA"),
    "SANA": ("Syrian Arab News Agency",),
    "SPA": ("Saudi Press Agency",),
    "WAM": ("Emirates News Agency",),
    "QNA": ("Qatar News Agency",),
    "KUNA": ("Kuwait News Agency",),
    "MENA": ("Middle East News Agency",),
    "WAFA": (),
    "NNA": ("National News Agency",),
    "PTI": ("Press Trust of India",),
    "ANI": ("Asian News International",),
    "IANS": ("Indo-Asian News Service",),
    "UNI": ("United News of India",),
    "APP": ("Associated Press of Pakistan",),
    "BSS": ("Bangladesh Sangbad Sangstha",),
    "Kyodo": ("Kyodo News",),
    "Jiji": ("Jiji Press",),
    "CNA": ("Central News Agency",),
    "Antara": ("Antara News",),
    "Bernama": (),
    "VNA": ("Vietnam News Agency",),
    "PNA": ("Philippine News Agency",),
    "AAP": ("Australian Associated Press",),
    "PA": ("Press Association", "PA Media", "PA News Agency"),
    "The Canadian Press": ("Canadian Press", "CP"),
    "Agência Brasil": ("Agencia Brasil",),
    "Prensa Latina": (),
    "Télam": ("Telam",),
    "Notimex": (),
    "MAP": ("Maghreb Arabe Presse",),
    "APS": ("Algeria Press Service", "Algérie Presse Service"),
    "News Agency of Nigeria": ("NAN",),
    "SAPA": ("South African Press Association",),
    "ANA": ("African News Agency",),
    "PANA": ("Panapress",),
    "Inter Press Service": ("IPS",),
    "Dow Jones": ("Dow Jones Newswires",),
    "Zuma": ("Zuma Press",),
    "CNN Wire": ("The-CNN-Wire", "The CNN Wire", "CNN Newsource"),
    "BBC Monitoring": (),
    "Tribune Content Agency": (),
    "Getty Images": ("Getty",),
}

# Picture agencies credit photographs; their name alone never says whose words an article is.
PICTURE_AGENCIES = frozenset({"Getty Images", "Zuma"})

# Slugs that mean an agency only in the wire's own place, between the day and the dash.
SLUGS = {"AA": "Anadolu", "MNA": "Mehr", "CP": "The Canadian Press", "TNA": "Tasnim", "RIA": "RIA Novosti"}

_LONGEST = 60
_REMEMBERED = 8_192  # names recur, within an article and from one to the next
_TRIM = " \t\xa0()[]{}*.,;:|/–—-\"'“”‘’"
_GENERAL = re.compile(
    r"(?:[A-Z][\w.&’'-]*\s){1,4}(?:of\s[A-Z]\w+\s)?"
    r"(?:News\s?Agency|Press\s?Agency|News\s?Service|Wire\s?Service|Newswires?|Presse?-?Agentur)"
    r"|(?:News|Press)\sAgency\sof\s[A-Z]\w+(?:\s[A-Z]\w+)?",
)
_LONE_PRESS = re.compile(r"(?:The\s)?[A-Z][\w’'-]+\s(?:Press|Presse|Prensa|Wire)")


def _index() -> dict[str, str]:
    return {form.casefold(): name for name, forms in AGENCIES.items() for form in (name, *forms)}


_FORMS = _index()
_EXACT = {form for name, forms in AGENCIES.items() for form in (name, *forms)}


def _bare(text: str) -> str:
    printed = " ".join(text.split())
    bare = printed if printed in _EXACT else printed.strip(_TRIM)  # "A.P." keeps its dots
    first, _, rest = bare.partition(" ")
    return rest if first.casefold() == "the" and rest else bare


def _listed(bare: str) -> str | None:
    name = _FORMS.get(bare.casefold()) or _FORMS.get(f"the {bare.casefold()}")
    if name is None:
        return None
    # "map", "Trend is" and "Sana" are ordinary words: short forms count only as printed or in capitals.
    if bare in _EXACT or bare.isupper() or len(bare) >= 6:
        return name
    return None


def agency_of_slug(slug: str) -> str | None:
    """Return the agency a dateline's short form stands for, where it is no agency's name elsewhere."""
    return SLUGS.get(slug)


@lru_cache(maxsize=8)
def _further(agencies: tuple[str, ...]) -> dict[str, str]:
    return {_bare(name).casefold(): name for name in reversed(agencies)}


def agency_named(text: str, agencies: Iterable[str] = ()) -> str | None:
    """Return the canonical name of the agency that `text` is the name of, else None.

    `text` is the name alone ("(AP)", "REUTERS", "the Associated Press"), not a sentence.
    Case counts only for forms under six letters that are not in capitals. `agencies` are
    further names the caller knows; they win. Names not listed pass by their make
    ("Maravi News Agency") and come back as printed.
    """
    return None if len(text) > 2 * _LONGEST else _named(text, tuple(agencies))


@lru_cache(maxsize=_REMEMBERED)
def _named(text: str, agencies: tuple[str, ...]) -> str | None:
    bare = _bare(text)
    if not bare or len(bare) > _LONGEST:
        return None
    if agencies and (name := _further(tuple(agencies)).get(bare.casefold())):
        return name
    if listed := _listed(bare):
        return listed
    return _general(bare)


def _general(bare: str) -> str | None:
    shown = bare.title() if bare.isupper() else bare
    return shown if _GENERAL.fullmatch(shown) else None


def lone_agency(line: str, agencies: Iterable[str] = ()) -> str | None:
    """Return the agency a whole line names, by the looser rule that fits a line of its own.

    Where nothing else stands on the line, "Maravi Press" is an agency too. Picture agencies
    are left out.
    """
    name = agency_named(line, agencies)
    if name is None and len(line) <= _LONGEST:
        bare = " ".join(line.strip(_TRIM).split())
        name = bare if _LONE_PRESS.fullmatch(bare) else None
    return None if name in PICTURE_AGENCIES else name
