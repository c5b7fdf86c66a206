"""Verbs: whether a word that can report is a verb here, and which words belong to it."""

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Token
from quotes.text.reading.names.parties import Parties

# Past forms without an ending of their own.
_PAST = frozenset({"said", "told", "wrote", "spoke", "thought", "knew", "felt"})
# Nouns of the same form as a verb.
_CALLS = frozenset({"report", "call", "claim", "poll", "comment"})
_PAUSES = frozenset({",", "—", "–", "-"})


class Verbs:
    """Reads the verbs of one sentence: their auxiliaries, voice and place beside a quotation."""

    def __init__(self, parties: Parties, words: Lexicon) -> None:
        self.parties = parties
        self.tokens = parties.tokens
        self.keys = parties.keys
        self.words = words

    def _inverted(self, place: int) -> bool:
        """Tell whether the verb stands right behind a quotation, or behind a comma."""
        if not _is_finite(self.tokens[place].key) or self._key(place + 1) == "that":
            return False
        if (
            self._key(place - 1) == ","
            and not self.tokens[place - 2].is_quote
            and self.parties.beside(place - 1)
        ):
            return False
        at = place - 1
        while at >= 0 and (self.tokens[at].text in _PAUSES or self.tokens[at].key in ("then", "and", "also")):
            at -= 1
        return at >= 0 and (
            self.tokens[at].is_quote or (at == place - 2 and self.tokens[place - 1].text == ",")
        )

    def _is_silence(self, before: int, place: int) -> bool:
        """Tell words not said from words said: "did not comment", "would respond"."""
        skipped = self.keys[before + 1 : place]
        if not skipped:
            return False
        if not self.words.modals.isdisjoint(skipped):
            return True
        negated = any(key in ("not", "never") or key.endswith("n't") for key in skipped)
        return negated and self.keys[place] in self.words.silent

    def _is_verb(self, place: int, before: int, token: Token) -> bool:
        previous = self._key(place - 1)
        if previous in self.words.noun_signs:
            return previous == "to" and self._key(place - 2) in ("went", "on", "continued", "used")
        following = self._key(place + 1)
        if following in ("'s",) or self._is_office(place, token):
            return False
        if token.key.endswith("ed") or token.key in _PAST:
            return True
        if token.key.endswith("ing"):
            return True
        return before >= 0 and self.parties.beside(before) is not None

    def _is_office(self, place: int, token: Token) -> bool:
        """Tell "a US judge" from a verb of the same form."""
        naming = self.parties.ends.get(place - 1)
        key, words = token.key, self.words
        if naming is None or not (key in words.people or key in words.setting_nouns or key in _CALLS):
            return False
        lead = naming.name.start - 1
        described = self.tokens[lead].is_small and self._key(lead) not in self.words.prepositions
        return self._key(lead) in self.words.articles or (
            described and lead > 0 and self._key(lead - 1) in self.words.articles
        )

    def _before(self, place: int) -> int:
        """Skip auxiliaries and adverbs left of a verb."""
        at = place - 1
        while at >= 0 and self._is_adverb(self.tokens[at].key) and at not in self.parties.inside:
            at -= 1
        if (
            at > 1
            and self.keys[at] == ","
            and self.keys[at - 1] in self.words.asides
            and self.keys[at - 2] == ","
        ):
            at -= 3  # "The agency, however, cited"
        return at

    def _is_adverb(self, key: str) -> bool:
        return key in self.words.between or (key.endswith("ly") and len(key) > 4)

    def _verb_start(self, place: int) -> int:
        return self._before(place) + 1

    def _passive(self, place: int) -> bool:
        at = place - 1
        while at >= 0 and self._is_adverb(self.tokens[at].key):
            if self.tokens[at].key in self.words.be:
                return not self.tokens[place].key.endswith("ing")
            at -= 1
        return False

    def _is_quote(self, place: int) -> bool:
        return place < len(self.tokens) and self.tokens[place].is_quote

    def _key(self, place: int) -> str:
        return self.keys[place] if 0 <= place < len(self.keys) else ""


def _is_finite(key: str) -> bool:
    """Tell a form that can stand before its subject ("said", "asks")."""
    return key.endswith(("ed", "s")) or key in ("said", "wrote", "spoke", "thought", "began", "swore")
