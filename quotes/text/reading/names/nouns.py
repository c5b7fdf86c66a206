"""Nouns: phrases for somebody without a name ("a senior official", "state television", "one of them")."""

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.party import Form, Party, is_plural_owner
from quotes.text.reading.names.sources import Naming
from quotes.text.reading.types import SourceKind

_APOSTROPHES = frozenset({"'s", "'", "’"})
_PHRASE = 9
# How a person's age ends ("the 26-year-old").
AGED = "-year-old"
# What opens the words that tell one unnamed person from others, by its first word.
_DEFINING = {
    "of": (),
    "at": (),
    "with": (),
    "inside": (),
    "familiar": ("with",),
    "close": ("to",),
    "briefed": ("on",),
    "involved": ("in",),
    "knowledgeable": ("about",),
}
_DEFINITION = 10
# Of these "to" names whom they serve ("an adviser to the mayor").
SERVING = frozenset({"adviser", "advisers", "advisor", "advisors", "aide", "aides", "ambassador", "envoy"})


class Nouns:
    """Reads the noun phrases of one sentence that can speak.

    `inside` gives the naming at each token of a bare name, `covered` at each token of its titles too.
    """

    def __init__(
        self,
        text: str,
        sentence: Sentence,
        words: Lexicon,
        inside: dict[int, Naming],
        covered: dict[int, Naming],
    ) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.words = words
        self.inside = inside
        self.covered = covered

    def ending(self, place: int) -> Party | None:
        token, words = self.tokens[place], self.words
        ends_medium = token.key in words.unnamed_media_ends
        if token.key.endswith(AGED):
            return self._aged(place)
        if not (ends_medium or token.key in words.noun_heads) or place in self.covered:
            return None
        if self._is_adjective(place) or self._opens_medium(place):
            return None
        medium = self._unnamed_medium(place) if ends_medium else None
        if medium is not None or token.key not in words.noun_heads:
            return medium
        first, definite, determined = self._phrase_start(place)
        lone = token.key in words.people or token.key in ("police", "parliament")
        if not determined and not token.key.endswith("s") and not lone:
            return None
        while first < place and self.tokens[first].key in words.anonymous:
            first += 1  # "unnamed" says nothing of whom
        kind = self._noun_kind(token.key)
        if kind is SourceKind.UNNAMED and self._is_one_of(first):
            first, definite = first - 3, False
        phrase = self.phrase(first, place)
        return Party(Form.NOUN, first, place, place, phrase, token.key, definite=definite, kind=kind)

    def _aged(self, place: int) -> Party | None:
        """Read "the 26-year-old" before a verb."""
        acts = place + 1 < len(self.tokens) and self.tokens[place + 1].key in self.words.cues
        first, definite, _ = self._phrase_start(place)
        key = self.tokens[place].key
        return (
            Party(Form.NOUN, first, place, place, self.phrase(first, place), key, definite=definite)
            if acts
            else None
        )

    def _is_adjective(self, place: int) -> bool:
        """Tell "daily" in "a daily briefing" from the paper."""
        if self.tokens[place].key not in ("daily", "weekly") or place + 1 >= len(self.tokens):
            return False
        following = self.tokens[place + 1]
        return following.key in self.words.setting_nouns or following.key in ("news", "press", "media")

    def _opens_medium(self, place: int) -> bool:
        """Tell "televisión" in "televisión estatal": the medium's name goes on."""
        keys, media = self.sentence.keys, self.words.unnamed_media
        if place + 1 >= len(keys):
            return False
        pair = f"{keys[place]} {keys[place + 1]}"
        return pair in media or (place + 2 < len(keys) and f"{pair} {keys[place + 2]}" in media)

    def definition_end(self, last: int) -> int | None:
        """Return the last token of what defines the noun at `last` ("familiar with the talks"), if anything.

        It ends before a verb of saying, an auxiliary, a day or a mark.
        """
        at = self._opened(last + 1)
        if at is None:
            return None
        end = at
        while end < len(self.tokens) and end < at + _DEFINITION and self._defines(end):
            end += 1
        return end - 1 if end > at else None

    def _opened(self, place: int) -> int | None:
        """Return the token behind the words that open a definition at `place`."""
        keys = [token.key for token in self.tokens[place : place + 2]]
        rest = _DEFINING.get(keys[0]) if keys else None
        if keys[:1] == ["to"] and self.tokens[place - 1].key in SERVING:
            return place + 1
        if keys[:1] == ["in"] and self._is_house(place + 1):
            return place + 1  # "a source in the Harbour Office"
        if rest is None or (rest and (len(keys) < 2 or keys[1] not in rest)):
            return None
        return place + 1 + len(rest)

    def _is_house(self, place: int) -> bool:
        """Tell a name, no day, at `place` or behind its article, and a noun before that stays unnamed."""
        at = place + (place < len(self.tokens) and self.tokens[place].key == "the")
        named = at < len(self.tokens) and self.tokens[at].is_capital
        unnamed = self.tokens[place - 2].key in self.words.anonymous
        return named and unnamed and self.tokens[at].key not in self.words.calendar

    def _defines(self, place: int) -> bool:
        token, words = self.tokens[place], self.words
        ended = token.key in words.parting or token.key in words.adverbs or token.key in words.calendar
        verb = token.key in words.cues and self.tokens[place - 1].key not in words.determiners
        acts = token.key in words.be or token.key in words.modals or verb or token.key.endswith("ly")
        owner = token.key in _APOSTROPHES
        return owner or (token.is_word and not (ended or acts) and token.key not in words.pronouns)

    def defined_by(self, place: int) -> Party | None:
        """Return the unnamed person whose definition ends at `place` ("the head of the harbour")."""
        for at in range(place - 1, max(0, place - _DEFINITION), -1):
            if self._opened(at) is None or not at > 0:
                continue
            party = self.ending(at - 1)
            if party is None or party.kind is not SourceKind.UNNAMED or self.definition_end(at - 1) != place:
                continue
            return party._replace(last=place, phrase=self.phrase(party.first, place))
        return None

    def one_of(self, place: int) -> Party | None:
        """Read "one of them", of people without names."""
        if self.tokens[place].key != "them" or place < 2 or self.tokens[place - 1].key != "of":
            return None
        if self.tokens[place - 2].key not in ("one", "another", "some", "many", "several", "both"):
            return None
        return Party(Form.NOUN, place - 2, place, place, self.printed(place - 2, place), "one")

    def _is_one_of(self, first: int) -> bool:
        """Tell "one of the" before a noun."""
        keys = [token.key for token in self.tokens[max(0, first - 3) : first]]
        return keys in (["one", "of", "the"], ["one", "of", "those"], ["one", "of", "its"])

    def phrase(self, first: int, last: int) -> str:
        """Return the words as inside a sentence: a common noun at its head in lower case."""
        printed, head = self.printed(first, last), self.tokens[first]
        common = first == 0 and head.text[1:].islower() and first not in self.covered
        named = any(
            head.key in known for known in (self.words.demonyms, self.words.capitals, self.words.titles)
        )
        return printed[:1].lower() + printed[1:] if common and not named else printed

    def _noun_kind(self, key: str) -> SourceKind:
        words = self.words
        if key in words.people or key in words.titles:
            return SourceKind.UNNAMED
        if key in words.definite_media:
            return SourceKind.OUTLET
        return SourceKind.ORGANISATION if key in words.organisation_heads else SourceKind.DOCUMENT

    def _unnamed_medium(self, place: int) -> Party | None:
        """Read "state television", "the state-run news agency" as a medium without a name."""
        for length in (3, 2):
            first = place - length + 1
            if first < 0:
                continue
            phrase = " ".join(token.key for token in self.tokens[first : place + 1])
            if phrase in self.words.unnamed_media:
                start, definite, _ = self._phrase_start(first)
                return Party(
                    Form.NOUN,
                    start,
                    place,
                    place,
                    self.phrase(start, place),
                    phrase,
                    definite=definite,
                    kind=SourceKind.OUTLET,
                )
        return None

    def _phrase_start(self, place: int) -> tuple[int, bool, bool]:
        """Return the phrase's first token behind its article, whether it is definite, whether determined."""
        at = place - 1
        while at >= 0 and place - at < _PHRASE:
            key = self.tokens[at].key
            if key in self.words.determiners:
                keep = key not in self.words.articles
                return (at if keep else at + 1), key in ("the", "this", "that"), True
            if key in self.words.possessives:
                return self._owner_start(at), True, True
            if not (self.tokens[at].is_word or is_plural_owner(self.tokens, at)):
                break
            told = at > 0 and key.endswith("ed") and self.tokens[at - 1].key in self.words.articles
            if not (self._qualifies(key) or told or self._joins_plural(at, place)):
                break
            at -= 1
        return at + 1, False, False

    def _joins_plural(self, at: int, place: int) -> bool:
        """Tell the "and" of two bodies in one phrase ("the interior and railways ministries")."""
        both = self.tokens[at].key == "and" and place - at <= 2
        return (
            both
            and self.tokens[place].key.endswith("ries")
            and self.tokens[place].key in self.words.organisation_heads
        )

    def _owner_start(self, at: int) -> int:
        if self.tokens[at].key != "'s":
            return at
        owner = self.inside.get(at - 1)
        if owner is not None:
            return owner.name.first
        if self.tokens[at - 1].key in self.words.plain_owners:
            return at + 1
        start, _, _ = self._phrase_start(max(0, at - 1))
        return start

    def _qualifies(self, key: str) -> bool:
        """Tell an adjective or noun that may stand inside the phrase from words that end it."""
        words = self.words
        return (
            key not in words.attaching
            and key not in words.parting
            and key not in words.cues
            and key not in words.adverbs
            and not key.endswith("ly")
        )

    def printed(self, first: int, last: int) -> str:
        """Return the words from token `first` to `last` as printed, blanks made one."""
        return " ".join(self.sentence.span_of(first, last).of(self.text).split())
