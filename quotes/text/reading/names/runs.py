"""Runs: capitalised words of a sentence that stand together and may be a name."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from quotes.text.reading.agencies import SMALL_AGENCIES
from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.media import site_end

_INITIALS = 2
_DIGITS = 2
# So many words has a listed name that begins with a small one.
_LONG = 3
_TOLD = frozenset({"told", "with", "by", "citing", "quoted"})
_LONGEST = 12
# The longest particle bound to a name ("ash-Shami").
_PARTICLE = 3
# "a Constanta-based broker": the place only says more of the noun.
_BOUND = frozenset(
    {"based", "born", "led", "run", "backed", "flagged", "owned", "registered", "trained"}
    | {"funded", "financed", "sponsored", "controlled", "aligned", "linked"}
)


class RunFinder:
    """Finds the runs of capitalised words; knows which words the article also prints in lower case.

    `is_known` tells names that need no other sign ("Interfax", "China").
    """

    def __init__(
        self, words: Lexicon, sentences: Sequence[Sequence[Token]], is_known: Callable[[str], bool]
    ) -> None:
        self.words = words
        self.small_agencies = SMALL_AGENCIES | words.small_agencies
        self.is_known = is_known
        self.lower = {token.key for tokens in sentences for token in tokens if token.is_small}
        self.bound = {
            token.key
            for tokens in sentences
            for before, token in pairwise(tokens)
            if token.is_small and before.is_capital and _is_compound(token.text)
        }
        self.upper = {token.key for tokens in sentences for token in tokens[1:] if token.is_capital}

    def runs(self, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Yield first and last token of each run, in order."""
        last = -1
        for place, token in enumerate(tokens):
            if token.text in self.small_agencies:
                yield place, place  # "dpa"
            elif place <= last:
                continue
            elif token.is_small and token.key in self.bound:
                yield place, place  # "al-Qattan said"
            elif token.is_small and self._is_told_of(tokens, place):
                last = self._end(tokens, place)
                yield place, last  # "told al-Manar TV"
            elif token.is_capital and self._begins(tokens, place):
                last = self._end(tokens, place)
                if self._is_told(tokens, place, last):
                    yield place, place  # "raconte à l'AFP Joseph Tamar"
                    yield place + 1, last
                else:
                    yield place, last

    def _is_told_of(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a name behind "told" that begins with a small particle bound to it ("al-Manar")."""
        return place > 0 and tokens[place - 1].key in _TOLD and _is_compound(tokens[place].text)

    def _is_told(self, tokens: Sequence[Token], first: int, last: int) -> bool:
        """Tell an agency's short form from the name behind it, which an inverted verb may set beside it."""
        token = tokens[first]
        alone = self.words.inverts and first < last and token.text.isupper() and len(token.text) > _INITIALS
        return (
            alone
            and self.is_known(token.text)
            and not self.is_known(f"{token.text} {tokens[first + 1].text}")
        )

    def _begins(self, tokens: Sequence[Token], place: int) -> bool:
        token = tokens[place]
        if token.key == "i" or ("-" in token.key and token.key.rpartition("-")[2] in _BOUND):
            return False
        if token.key in self.words.function:
            if self._opens_known(tokens, place):
                return True  # "El País"
            if self._is_called_so(tokens, place):
                return True
            return (
                token.text.isupper()
                and len(token.text) >= _INITIALS
                and token.key in ("who", "us", "it")
                and place > 0
            )
        return not self._heads_sentence(tokens, place) or self._is_name_at_head(tokens, place)

    def _is_called_so(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell the surname of "chief officer He Ruolin" from the small word it is written like."""
        led = place > 0 and tokens[place - 1].is_small and tokens[place - 1].key in self.words.titles
        return led and not tokens[place].text.isupper() and capital(tokens, place + 1)

    def _opens_known(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a listed name that begins with a small word ("El País", "All India Radio")."""
        name = tokens[place].text
        for at in range(place + 1, min(place + _LONG, len(tokens))):
            if not tokens[at].is_capital:
                return False
            name = f"{name} {tokens[at].text}"
            if self.is_known(name):
                return True
        return False

    def _is_name_at_head(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell a name from an ordinary word that is capitalised because it comes first."""
        key = tokens[place].key
        if key in self.words.state_words and not capital(tokens, place + 1):
            return False  # "State broadcaster X": of whom the medium is
        if key in self.words.titles or self.is_known(tokens[place].text):
            return True
        if key in self.words.media_numbered and place + 1 < len(tokens) and tokens[place + 1].text.isdigit():
            return True  # "Channel 12 reported"
        if capital(tokens, place + 1) or (place + 1 < len(tokens) and tokens[place + 1].key in self.bound):
            return key not in self.words.strong and key not in self.words.adverbs
        doubted = (
            (key in self.lower and key not in self.bound)
            or key in self.words.adverbs
            or key.endswith(("ing", "ly"))
        )
        return not doubted and (key in self.upper or self._acts(tokens, place + 1))

    def _acts(self, tokens: Sequence[Token], place: int) -> bool:
        """Tell whether a verb, a possessive or an apposition follows, as it would a name."""
        if place >= len(tokens):
            return False
        token = tokens[place]
        return token.text in (",", "(") or token.key in self.words.cues or token.key in self.words.following

    def _heads_sentence(self, tokens: Sequence[Token], place: int) -> bool:
        return place == 0 or (
            not tokens[place - 1].is_word
            and tokens[place - 1].text not in (",", "(", "-", "–", "/", "’", "'")
        )

    def _end(self, tokens: Sequence[Token], place: int) -> int:
        last = place
        while last - place < _LONGEST:
            following = self._next(tokens, last, place)
            if following is None:
                break
            last = following
        return last

    def _next(self, tokens: Sequence[Token], last: int, first: int) -> int | None:
        at = last + 1
        if at >= len(tokens) or self._is_ordinary(tokens[at]):
            return None
        token = tokens[at]
        further = self._medium_goes_on(tokens, last, first)
        if further is not None:
            return further
        if self._joins(tokens, last, first) and not self._joins_known(tokens, at):
            return at + 1
        if self._goes_on(token, tokens[last]):
            return at
        return self._over_joint(tokens, at)

    def _over_joint(self, tokens: Sequence[Token], at: int) -> int | None:
        """Return the token up to which a name goes on over the small word at `at` ("bin", "of")."""
        token = tokens[at]
        if token.key in self.words.particles and capital(tokens, at + 2):
            following = tokens[at + 1].key
            return at + 2 if following in self.words.particles or following == "the" else None
        head = tokens[at - 1].key
        if token.key in ("of", "for") and (
            head in self.words.organisation_heads
            or (tokens[at - 1].is_capital and head in self.words.capital_heads)
        ):
            return _after_article(tokens, at)
        return at + 1 if token.key == "of" and self._is_known_over(tokens, at) else None

    def _is_known_over(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell a listed name with "of" in it ("Times of Israel")."""
        if not capital(tokens, at + 1) or tokens[at - 1].key not in self.words.media_heads:
            return False
        short = f"{tokens[at - 1].text} of {tokens[at + 1].text}"
        long = at > 1 and tokens[at - 2].is_capital and self.is_known(f"{tokens[at - 2].text} {short}")
        return long or self.is_known(short)  # "Associated Press of Pakistan"

    def _medium_goes_on(self, tokens: Sequence[Token], last: int, first: int) -> int | None:
        """Return the token up to which a medium's name goes on behind a mark or with a number."""
        if self._is_owned(tokens, last):
            return last + 2
        medium, token = self._is_medium_ahead(tokens, first), tokens[last + 1]
        if token.text == ".":
            told = medium or (first > 0 and tokens[first - 1].key in _TOLD)
            return site_end(tokens, last, told=told, medium=medium) if first == last else None
        if token.text == "/" and medium and last + 2 < len(tokens) and tokens[last + 2].text.isdigit():
            return last + 2  # "the newspaper Tarna/12"
        numbered = medium and token.text.isdigit() and len(token.text) <= _DIGITS
        if numbered:
            return last + 1  # "the television channel Ostrel 24"
        return self._number_end(tokens, last + 1) if token.text.isdigit() else None

    def _number_end(self, tokens: Sequence[Token], at: int) -> int | None:
        """Return the end of a number in a medium's name ("OTL 102.5 radio", "Ora 24 Vela daily")."""
        last = at
        if at + 2 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 2].text.isdigit():
            last = at + 2
        behind = last + 1
        while behind <= last + _LONG and capital(tokens, behind):
            behind += 1
        noun = behind + 1 if behind < len(tokens) and tokens[behind].key in self.words.described else behind
        medium = noun < len(tokens) and tokens[noun].is_small and tokens[noun].key in self.words.medium_nouns
        return last if medium else None

    def _is_owned(self, tokens: Sequence[Token], last: int) -> bool:
        """Tell a listed name with an owner in it ("People's Daily")."""
        if tokens[last + 1].key != "'s" or not capital(tokens, last + 2):
            return False
        return self.is_known(f"{tokens[last].key}'s {tokens[last + 2].key}")

    def _is_medium_ahead(self, tokens: Sequence[Token], first: int) -> bool:
        """Tell whether the noun before a run makes it a medium's ("the radio station X")."""
        key = tokens[first - 1].key if first else ""
        return key in self.words.medium_nouns or key in self.words.definite_media

    def _joins_known(self, tokens: Sequence[Token], at: int) -> bool:
        """Tell a particle before a medium that stands by itself ("wurde Bonetti von Ansa zitiert")."""
        return self.words.inverts and tokens[at].is_small and self.is_known(tokens[at + 1].text)

    def _is_ordinary(self, token: Token) -> bool:
        """Tell a word in small letters that no name goes on with: most words, so it is asked first."""
        return token.is_small and token.key.isalpha() and token.key not in self.words.name_joints

    def _goes_on(self, token: Token, before: Token) -> bool:
        """Tell whether a word is one more of the run: capitalised, or the number of a channel."""
        if not token.is_word or token.key in ("'s", "i"):
            return False
        if token.key in self.words.strong and token.key.endswith(("s", "ed")):
            return False
        numbered = token.text.isdigit() and len(token.text) <= 2 and before.key in self.words.media_numbered
        return token.is_capital or numbered or _is_compound(token.text)

    def _joins(self, tokens: Sequence[Token], last: int, first: int) -> bool:
        """Tell whether the token behind `last` holds two capitalised words together."""
        at = last + 1
        token = tokens[at]
        if not capital(tokens, at + 1):
            return False
        if token.text in ("’", "'"):
            beside = tokens[last].key.endswith("s") and token.is_bound
            return beside and self._is_body_ahead(tokens, at + 1, 1)
        if token.text == ".":
            return len(tokens[last].text) == 1 or tokens[last].key in self.words.abbreviations
        if token.key == "and":
            both = f"{tokens[last].key} and {tokens[at + 1].key}"
            return (
                self._is_ministry_of_two(tokens, at, first)
                or both in self.words.programmes
                or both in self.words.media_names
                or (
                    first == last
                    and first > 0
                    and tokens[first - 1].key == "the"
                    and self._is_body_ahead(tokens, at + 1, 2)
                )
            )
        return token.text == "&" or token.key in self.words.particles

    def _is_ministry_of_two(self, tokens: Sequence[Token], at: int, first: int) -> bool:
        """Tell "and" in "the Ministry of Water and Irrigation said": one word more, of a body's name."""
        of = next((place for place in range(at - 1, first, -1) if tokens[place].key in ("of", "for")), 0)
        headed = of and tokens[of - 1].key in self.words.organisation_heads
        return (
            bool(headed) and at - of <= _LONG and not capital(tokens, at + 2) and self._acts(tokens, at + 2)
        )

    def _is_body_ahead(self, tokens: Sequence[Token], place: int, least: int) -> bool:
        """Tell whether a longer name of a body follows ("the Harbour and Quay Workers’ Union")."""
        at = place
        while at < len(tokens) and (capital(tokens, at) or tokens[at].text in ("’", "'")):
            at += 1
        return at - place >= least and tokens[at - 1].key in self.words.organisation_heads


def _is_compound(word: str) -> bool:
    """Tell a name with a small particle bound to it ("al-Hajrani", "d’Arbois")."""
    for joint in "-‑'’":
        head, found, tail = word.partition(joint)
        if found and len(head) <= _PARTICLE and head.islower() and tail[:1].isupper():
            return True
    return False


def capital(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a capitalised word stands at `place`."""
    return place < len(tokens) and tokens[place].is_capital


def _after_article(tokens: Sequence[Token], at: int) -> int | None:
    following = at + 2 if at + 1 < len(tokens) and tokens[at + 1].key == "the" else at + 1
    return following if capital(tokens, following) else None
