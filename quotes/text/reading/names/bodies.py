"""Bodies: organisations and media, told by the words that head their names or stand beside them."""

from collections.abc import Sequence

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.listed import Listed
from quotes.text.reading.names.media import is_channel
from quotes.text.reading.names.name import Name, is_state, is_title, left_edge, printed
from quotes.text.reading.names.trades import firm_described
from quotes.text.reading.types import SourceKind

_SHORTENED = frozenset({"co", "corp", "inc", "ltd", "bros"})


class Bodies:
    """Reads runs as the names of organisations and media."""

    def __init__(self, words: Lexicon, listed: Listed) -> None:
        self.words = words
        self.listed = listed

    def is_body(self, tokens: Sequence[Token], run: list[int]) -> bool:
        """Tell a body by the word that heads its name, or an outlet ("Bank of Orsel", "Radio Ostrel")."""
        if len(run) < 2:
            return False
        keys = [token.key for token in tokens[run[0] : run[-1] + 1]]
        heads = self.words.body_heads
        joint = next((place for place, key in enumerate(keys) if key in ("of", "for")), 0)
        titled = any(is_title(key, self.words) for key in keys[:-1]) and keys[-1] not in heads
        is_outlet = self._is_outlet(tokens, run)
        headed = keys[-1] in heads if (self.words.capital_nouns or not self.words.inverts) else False
        headed = headed or (self.words.inverts and keys[0] in heads)  # "Reederei Wessels"
        return not titled and (headed or is_outlet or bool(joint and keys[joint - 1] in heads))

    def is_headed(self, tokens: Sequence[Token], run: list[int]) -> bool:
        """Tell a lone word by the noun before it ("la banque Orsel")."""
        return len(run) == 1 and tokens[run[0] - 1].key in self.words.organisation_heads

    def body(self, tokens: Sequence[Token], run: list[int]) -> Name:
        """Read the run as a body or outlet, with the country that owns it where many are called so."""
        if firm_described(tokens, run, self.words):
            run = run[1:]
        last = tokens[run[-1]].key
        is_outlet = last in self.words.media_heads or self._is_outlet(tokens, run)
        kind = SourceKind.OUTLET if is_outlet else SourceKind.ORGANISATION
        text = printed(tokens, self._owner(tokens, run), run[-1])
        if last in _SHORTENED and run[-1] + 1 < len(tokens) and tokens[run[-1] + 1].text == ".":
            text += "."
        start = left_edge(tokens, run[0], self.words)
        return Name(text, kind, start, run[0], run[-1], (), is_state(tokens, run[0], self.words))

    def medium(self, tokens: Sequence[Token], run: list[int], kind: SourceKind, last: int) -> Name:
        """Read the run as a medium of that kind, which ends with the word for its sort at `last`."""
        while len(run) > 1 and (
            tokens[run[0]].key in self.words.demonyms or tokens[run[0]].key in self.words.state_words
        ):
            run = run[1:]
        text = printed(tokens, run[0], run[-1])
        if self.listed.is_government(text) and last > run[-1]:
            text = printed(tokens, run[0], last)
        start = left_edge(tokens, run[0], self.words)
        if kind is SourceKind.AGENCY and self.words.inverts:
            text = self.listed.agency(text) or self.listed.agency(text.upper()) or text  # "agence Sana"
        else:
            text = self.listed.agency(text) or text
        return Name(text, kind, start, run[0], last, (), is_state(tokens, run[0], self.words))

    def _is_outlet(self, tokens: Sequence[Token], run: list[int]) -> bool:
        """Tell an outlet by its first words ("Radio Ostrel", "Al Jazeera Arabic", "TVP Info")."""
        first = tokens[run[0]]
        if first.key in self.words.media_leads or is_channel(first):
            return True
        return any(printed(tokens, run[0], last).casefold() in self.words.media_names for last in run[:-1])

    def _owner(self, tokens: Sequence[Token], run: list[int]) -> int:
        """Return where a name that many have begins: with its country ("Russia's Defence Ministry")."""
        first = run[0]
        if first < 2 or tokens[first - 1].key != "'s":
            return first
        heads, keys = self.words.organisation_heads, (tokens[place].key for place in run)
        plain = all(key in self.words.offices or key in heads for key in keys)
        plain = plain or (tokens[run[0]].key in heads and tokens[run[0] + 1].key == "of")
        start = first - 2
        while (
            start > 0
            and tokens[start - 1].is_word
            and tokens[start - 1].text[0].isupper()
            and start > first - 4
        ):
            start -= 1
        owned = plain and self.listed.is_government(printed(tokens, start, first - 2))
        return start if owned else first
