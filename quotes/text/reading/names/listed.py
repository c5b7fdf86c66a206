"""Listed: names that the lists of agencies, media, programmes, governments and bodies know."""

from collections.abc import Callable, Sequence

from quotes.text.naming import name_key
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.media import is_broadcaster, is_site, undeclined
from quotes.text.reading.names.name import is_title, printed
from quotes.text.reading.types import SourceKind

AgencyNamed = Callable[[str], str | None]


class Listed:
    """Looks the runs of one article up; each is looked up once.

    `agency_named` says which runs are news agencies; `outlet` is the printing one.
    """

    def __init__(self, words: Lexicon, agency_named: AgencyNamed, outlet: str | None) -> None:
        self.words = words
        self.agency_named = agency_named
        self.outlet = name_key(outlet) if outlet else None
        self._agencies: dict[str, str | None] = {}
        self._known: dict[tuple[str, bool], tuple[SourceKind | None, str]] = {}

    def known(self, tokens: Sequence[Token], first: int, last: int) -> tuple[SourceKind | None, str]:
        """Look the run up among agencies, media, governments and known bodies."""
        text, alone = printed(tokens, first, last), first == last
        if (text, alone) not in self._known:
            self._known[text, alone] = self._looked_up(text, tokens[first] if alone else None)
        return self._known[text, alone]

    def agency(self, text: str) -> str | None:
        """Return the agency of that name, None where it is none."""
        if text not in self._agencies:
            self._agencies[text] = self.agency_named(text)
        return self._agencies[text]

    def stands_alone(self, word: str) -> bool:
        """Tell one word that is a name wherever it stands: an agency, a country, a known outlet or body."""
        key, words = word.casefold(), self.words
        listed = key in words.governments or key in words.media_names or key in words.organisation_names
        return (listed and key not in words.function) or self.agency(word) is not None

    def is_government(self, text: str) -> bool:
        """Tell the name of a country, which stands for its government."""
        return text.casefold() in self.words.governments

    def _looked_up(self, text: str, alone: Token | None) -> tuple[SourceKind | None, str]:
        key = text.casefold().replace("’", "'")
        if agency := self.agency(text):
            return SourceKind.AGENCY, agency
        own = self.outlet is not None and name_key(text) == self.outlet
        if (
            key in self.words.media_names
            or own
            or is_site(key)
            or (alone and is_broadcaster(alone, self.words))
        ):
            return SourceKind.OUTLET, undeclined(text, self.words)
        if key in self.words.programmes:
            return SourceKind.PROGRAMME, text
        if key in self.words.governments:
            return SourceKind.GOVERNMENT, text
        if key in self.words.organisation_names or (alone and self._is_acronym(alone)):
            return SourceKind.ORGANISATION, text
        return None, text

    def _is_acronym(self, token: Token) -> bool:
        letters = token.text.replace(".", "")
        return len(letters) > 1 and letters.isupper() and not is_title(token.key, self.words)
