"""Media: what tells a name to be an agency's, a paper's or a broadcaster's."""

from collections.abc import Collection, Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.types import SourceKind

_LONG = 3
_PAIR = 2
# How the addresses of sites end, of those that are printed as names.
_SITES = frozenset({"com", "net", "org", "info", "ru", "ua", "by", "io"})
_COUNTRY = 2  # letters of a country's address
_SORTS = frozenset({"TV", "FM", "AM", "DT"})
_INTERVIEWED = frozenset({"told", "to", "with"})
_TOLD = frozenset({*_INTERVIEWED, "by"})


def medium_beside(tokens: Sequence[Token], run: list[int], words: Lexicon) -> tuple[SourceKind, int] | None:
    """Read "news agency Veta", "the Maravi newspaper": the kind of medium and its last token.

    The word behind the run, the one before it or the one before a large "The" is of `beside_media`.
    """
    near, before = words.beside_media, _key(tokens, run[0] - 1)
    if before not in near and before != "the" and _key(tokens, run[-1] + 1) not in near:
        return None
    return _medium_beside(tokens, run, words)


def _medium_beside(  # noqa: PLR0911 one kind a line
    tokens: Sequence[Token], run: list[int], words: Lexicon
) -> tuple[SourceKind, int] | None:
    at = run[-1] + 1
    while at < len(tokens) and at <= run[-1] + 2 and tokens[at].key in words.state_words:
        at += 1
    back = run[0] - 1
    while words.inverts and back > 0 and tokens[back].key in words.state_words:
        back -= 1  # "la radio publique RNI"
    entitled = back > 0 and tokens[back].text == "The"  # "the podcast The Crease"
    after, before = _key(tokens, at), _key(tokens, back - entitled)
    if (sort := _sort_behind(tokens, at, words)) is not None:
        return sort
    if after in words.medium_nouns:
        return None if _describes(tokens, run, at, words) else (SourceKind.OUTLET, at)
    if after == "agency" and at == run[-1] + 1 and _is_told(tokens, back):
        return SourceKind.AGENCY, at
    if after in words.definite_media and at == run[-1] + 1 and _key(tokens, back - 1) == "told":
        return (SourceKind.OUTLET, at) if _key(tokens, back) == "the" else None
    if after in words.programme_nouns and tokens[run[0] - 1].key in ("the", "'s", "a"):
        return SourceKind.PROGRAMME, run[-1] + 1
    if before in words.hosted and not words.inverts:
        return SourceKind.PROGRAMME, run[-1]  # "the podcast Deep Water"
    if before in ("agency", "newswire") or (before == "media" and _key(tokens, run[0] - 2) == "state"):
        return SourceKind.AGENCY, run[-1]
    led = before in words.medium_nouns or _is_station(tokens, back, words)
    return (SourceKind.OUTLET, run[-1]) if led else None


def _sort_behind(tokens: Sequence[Token], place: int, words: Lexicon) -> tuple[SourceKind, int] | None:
    """Read a medium's sort in two words at `place` ("news agency", "business daily", "talk show")."""
    if _key(tokens, place) == "news" and _key(tokens, place + 1) == "agency":
        return SourceKind.AGENCY, place + 1
    if words.inverts or _key(tokens, place) not in words.described or not tokens[place].is_small:
        return None
    noun = _key(tokens, place + 1)
    if _is_named_behind(tokens, place + 1, words):
        return None  # "the Ostrel news outlet Lakeside"
    if noun in words.hosted:
        return SourceKind.PROGRAMME, place + 1
    return (
        (SourceKind.OUTLET, place + 1) if noun in words.medium_nouns or noun in words.definite_media else None
    )


def _describes(tokens: Sequence[Token], run: list[int], noun: int, words: Lexicon) -> bool:
    """Tell whose or which medium it is from its name ("the Ostreli radio station [Kol Amar]")."""
    last = noun + (_key(tokens, noun + 1) in words.definite_media)
    lone = len(run) == 1 and _key(tokens, run[0] - 1) in words.articles
    return lone and _is_named_behind(tokens, last, words)


def _is_named_behind(tokens: Sequence[Token], last: int, words: Lexicon) -> bool:
    """Tell a name, and no day, right behind token `last`."""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    return following is not None and following.is_capital and following.key not in words.calendar


def _is_told(tokens: Sequence[Token], place: int) -> bool:
    """Tell "told the Fars agency", "as reported by the Fars agency" from agencies that do other work."""
    return _key(tokens, place) == "the" and _key(tokens, place - 1) in _TOLD


def _is_station(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell "radio station", "news website", "told the website" from channels and outlets of other sorts."""
    if _key(tokens, place) not in words.definite_media:
        return False
    before = _key(tokens, place - 1)
    told = before in words.articles and _key(tokens, place - 2) == "told"
    return told or before in words.medium_nouns or before in words.described


def is_titled(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell the paper of "told The Harborman", "leaked to The Harborman", by its large "The".

    So too the station of "the Sunrise programme on Tarn One".
    """
    if run[0] < 2:
        return False
    lead, before = tokens[run[0] - 1], tokens[run[0] - 2]
    if lead.key in words.aired and before.is_small and before.key in words.programme_nouns:
        return True  # "the Sunrise programme on Tarn One"
    if lead.text != "The" or before.key not in _TOLD:
        return False
    return not tokens[run[0]].text.isupper() and not _is_group(tokens[run[-1]].key, words)


def is_interviewer(
    tokens: Sequence[Token], run: list[int], surnames: Collection[str], words: Lexicon
) -> bool:
    """Tell the medium of "told Al-Manar in an interview" and "an interview with Extra".

    It is a lone word that is nobody's surname in the article, nor a given name, or one that
    "with HOST" follows ("an interview with Harbor Lights with Mara Quill").
    """
    lead = tokens[run[0] - 1].key if run[0] else ""
    if lead not in _INTERVIEWED:
        return lead == "the" and _is_entitled(tokens, run, words)
    first = tokens[run[0]].key
    behind = [token.key for token in tokens[run[-1] + 1 : run[-1] + 5]]
    lone = len(run) == 1 and first not in surnames
    if lone and behind[:2] == ["in", "an"] and "interview" in behind:
        return True
    if run[0] < 2 or lead != "with" or tokens[run[0] - 2].key not in words.interviews:
        return False
    if first in words.given or first in words.titles:
        return False
    hosted = behind[:1] == ["with"] and run[-1] + 2 < len(tokens) and tokens[run[-1] + 2].is_capital
    return hosted or (lone and not _is_group(first, words) and behind[:1] != ["'s"])


def is_told_owner(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell the medium of "told Harbour Breakfast's Mara Quill": nobody owns a person but it."""
    if (
        run[0] == 0
        or len(run) < _PAIR
        or tokens[run[0] - 1].key != "told"
        or _key(tokens, run[-1] + 1) != "'s"
    ):
        return False
    owned = tokens[run[-1] + 2 : run[-1] + 4]
    named = len(owned) == _PAIR and all(token.is_capital for token in owned)
    return named and not any(_is_called(token.key, words) for token in owned)


def _is_called(key: str, words: Lexicon) -> bool:
    """Tell a word that people or bodies are called by."""
    return key in words.titles or key in words.people or key in words.body_heads


def _is_entitled(tokens: Sequence[Token], run: list[int], words: Lexicon) -> bool:
    """Tell "an interview with the Almond Dish": no person's name has an article."""
    asked = run[0] > _LONG - 1 and tokens[run[0] - 2].key == "with"
    interview = asked and tokens[run[0] - 3].key in words.interviews
    return interview and len(run) > 1 and not any(_is_group(tokens[at].key, words) for at in run)


def _is_group(key: str, words: Lexicon) -> bool:
    """Tell those who are asked rather than ask: a people, a place, a body ("an interview with Congress")."""
    listed = (
        words.demonyms,
        words.people,
        words.places,
        words.organisation_heads,
        words.organisation_names,
    )
    return key.endswith("s") or any(key in those for those in listed)


def without_medium_nouns(tokens: Sequence[Token], run: list[int], words: Lexicon) -> list[int]:
    """Drop from a run what only says which sort of medium its name is ("Nachrichtenagentur Interfax")."""
    while len(run) > 1 and "-" in tokens[run[0]].key and tokens[run[0]].key in words.state_words:
        run = run[1:]  # "State-run Anadolu" at a sentence's head
    if run and run[0] == 0 and len(run) > 1 and _is_sort(tokens[0].key, words):
        run = run[1:]  # "Broadcaster KNTV" there
    while words.capital_nouns and len(run) > 1 and _is_medium_noun(tokens[run[0]].key, words):
        run = run[1:]
    return run


def _is_sort(key: str, words: Lexicon) -> bool:
    """Tell "broadcaster" or "newspaper", which no medium's name begins with."""
    sort = key in words.medium_nouns or key in words.definite_media
    return sort and key not in words.media_leads and key not in words.media_numbered


def _is_medium_noun(key: str, words: Lexicon) -> bool:
    return key == "agency" or (key in words.medium_nouns and key not in words.media_leads)


def undeclined(text: str, words: Lexicon) -> str:
    """Return a listed name as it stands by itself ("Neue Zürcher Zeitung" of "der Neuen Zürcher Zeitung")."""
    first, blank, rest = text.partition(" ")
    plain = f"{first[:-1]}{blank}{rest}" if first.endswith("en") else text
    return plain if plain.casefold() in words.media_names else text


def is_channel(token: Token) -> bool:
    """Tell a broadcaster's short form by its make ("TVP", "VTV", "TV5", "BFMTV", "KPAL-TV")."""
    letters = token.text.rstrip("0123456789")
    return (
        2 < len(token.text) <= _LONG + 3
        and letters.isupper()
        and (letters[:2] == "TV" or letters[-2:] == "TV")
    ) or _is_call_sign(token)


def is_broadcaster(token: Token, words: Lexicon) -> bool:
    """Tell a broadcaster by the make of its name ("BFMTV", "Radio-Ostrel")."""
    lead, dash, name = token.text.partition("-")
    joined = bool(dash) and name[:1].isupper() and lead.casefold() in words.media_leads
    return joined or is_channel(token) or _is_numbered(token) or _is_edition(token, words)


def _is_numbered(token: Token) -> bool:
    """Tell a channel by the number joined to its name ("Digi24", "Kanal7")."""
    letters = token.text.rstrip("0123456789")
    number = len(token.text) - len(letters)
    return 0 < number <= _COUNTRY and len(letters) > _LONG and letters.isalpha() and letters.istitle()


def _is_edition(token: Token, words: Lexicon) -> bool:
    """Tell a house's edition for a country by its make ("RBC-Ukraine")."""
    house, dash, country = token.text.partition("-")
    return bool(dash) and house.isupper() and len(house) == _LONG and country.casefold() in words.places


def _is_call_sign(token: Token) -> bool:
    """Tell a station by its call sign and sort ("KPAL-TV", "WNRT-FM")."""
    sign, dash, sort = token.text.partition("-")
    return bool(dash) and sort in _SORTS and len(sign) in (3, 4) and sign[0] in "KW" and sign.isupper()


def is_site(key: str) -> bool:
    """Tell a site by the dot within its name ("krym.realii", "livetide.net"); `key` is case-folded."""
    head, dot, tail = key.partition(".")
    return bool(dot) and len(head) > 1 and len(tail) > 1 and head.isalpha() and tail.isalpha()


def site_end(tokens: Sequence[Token], last: int, *, told: bool, medium: bool = False) -> int | None:
    """Return the token that ends the site whose name begins at `last`, None where a sentence ends there.

    `told` says that a medium is looked for, as behind "told"; elsewhere only an address will do. Behind a
    `medium`'s noun any country's ending does ("the news site Tarna.cd").
    """
    if last + 2 >= len(tokens) or tokens[last + 1].text != ".":
        return None
    dot, tail = tokens[last + 1], tokens[last + 2]
    bound = dot.is_bound and tail.is_bound and is_site(f"{tokens[last].key}.{tail.key}")
    address = tail.key in _SITES or (medium and len(tail.key) == _COUNTRY)
    return last + 2 if bound and (address if tail.is_small else told) else None


def _key(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].key if 0 <= place < len(tokens) else ""
