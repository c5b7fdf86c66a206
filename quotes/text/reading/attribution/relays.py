"""Relays: the phrases by which a medium named in a sentence passes its words on.

A medium is a relay where it is told something ("told CNN", "told CNN's Mara Quill", "telling the daily X"),
where one speaks to it, with it, on it ("an interview with", "speaking to", "appeared on", "lashed out on"),
where it carries, publishes or asks ("aired by", "questioned by"), where an interview is called by its name
("during a CNN panel", "in the ITV interview"), and where it heads the sentence ("On Fox News, he said").
A medium that is only named is none; nor is the channel on which a commercial runs.
"""

from itertools import pairwise

from quotes.text.reading.lexicon import Lexicon
from quotes.text.reading.marking.frames import Sentence
from quotes.text.reading.names.parties import Parties
from quotes.text.reading.names.party import Party, is_possessive
from quotes.text.reading.types import SourceKind

_NEAR = 9
_QUOTATION_MARKS = frozenset('„“”"«»‚‘’‹›')
_TOLD = frozenset({"told", "tells", "tell", "telling"})
_APOSTROPHES = frozenset({"'s", "'", "’"})
# So many words may stand between an owner and what is owned ("Quill's morning radio show").
_MODIFIERS = 4


class Relays:
    """Tells which media of one sentence are relays, and from which word on the text says so."""

    def __init__(self, sentence: Sentence, parties: Parties) -> None:
        self.tokens = sentence.tokens
        self.keys = sentence.keys
        self.parties = parties
        self.words: Lexicon = parties.words

    def medium_at(self, place: int) -> Party | None:
        """Return the medium that ends at `place`, None where it only owns something that is no relay."""
        party = self.parties.ending(place, attach=False)
        if party is None or not party.is_medium or party.phrase.casefold() in self.words.platforms:
            return None
        if party.key == "website" and self.tokens[party.first].key in self.words.possessives:
            return None  # "on its website": the speaker's own, a setting
        if self._is_network(party):
            return None  # "CBS affiliate KWQX": told to the station
        behind = self.keys[party.last + 1 : party.last + 3]
        shown = not self.words.hosted.isdisjoint(behind[1:])  # "on an NHK debate programme"
        if not shown and not self.words.gatherings.isdisjoint(behind[:1]):
            return None  # "the network's conference": where it was said
        if not is_possessive(self.tokens, party.last):
            return party
        owns = self._owns_programme(party.last + 2) or self._owns_person(party.last + 2)
        return party if owns or self._is_occasion(party.last + 2) else None

    def trigger(self, party: Party) -> int | None:  # noqa: PLR0911 one way a line
        """Return the first token of the phrase that makes the medium a relay, None where it is just named."""
        if self._carries(party.last + 1):
            return party.first
        at = party.first - 1
        network = self.parties.inside.get(at)
        if network is not None and self.keys[network.name.last] in self.words.medium_nouns:
            at = network.name.start - 1
        while at >= 0 and (self._leads(at) or self._airs(at)):
            at -= 1
        if at < 0:
            return None
        key = self.keys[at]
        if key in _TOLD or key == "via":
            return at
        if (told := self._told(at)) is not None:
            return told
        if key in self.words.staffed and (asked := self._told_its_own(at)) is not None:
            return asked
        if self.words.dative and (spoken := self._told_in_dative(party)) is not None:
            return spoken
        return self._behind(at, party)

    def _airs(self, at: int) -> bool:
        """Tell the station in "on Ostrel News programme Lakeside"."""
        naming = self.parties.covered.get(at)
        behind = self.keys[at + 1 : at + 2]
        within = naming is not None and naming.sources[0].is_medium
        return within and (at < naming.name.last or not self.words.hosted.isdisjoint(behind))  # type: ignore[union-attr]

    def _is_network(self, party: Party) -> bool:
        """Tell a medium whose kind and the name of another follow: it says whose the other is."""
        behind = self.parties.inside.get(party.last + 1)
        named = behind is not None and behind.sources[0].kind is SourceKind.OUTLET
        return named and self.keys[party.last] in self.words.medium_nouns and party.head < party.last

    def host(self, place: int) -> Party | None:
        """Return the person whose programme the word at `place` is ("Mara Quill's podcast")."""
        owner = place - 1
        while owner > 0 and owner > place - _MODIFIERS and self.tokens[owner].is_word:
            if self.keys[owner] in _APOSTROPHES:
                break
            owner -= 1
        if self.keys[owner] not in _APOSTROPHES:
            return None
        party = self.parties.ending(owner - 1, attach=False)
        named = party is not None and party.sources and party.sources[0].is_person
        return party if named and self.trigger(party) is not None else None  # type: ignore[arg-type]

    def _behind(self, at: int, party: Party) -> int | None:
        """Return the word that makes a medium behind the small word at `at` a relay."""
        key = self.keys[at]
        beyond = party.last + (2 if is_possessive(self.tokens, party.last) else 1)
        aired = self.words.episodes | self.words.hosted
        episode = key in self.words.genitives and at and self.keys[at - 1] in aired
        if episode or (key in self.words.during and self._is_occasion(beyond)):
            return at
        near = range(max(0, at - _NEAR), at + 1)
        advert = not self.words.adverts.isdisjoint(self.keys[near.start : near.stop])
        if advert or (key in self.words.during and self._is_topic(at)):
            return None
        if key in self.words.aired and (at == 0 or party.kind is SourceKind.PROGRAMME):
            return at
        if key in self.words.aired and self._owns_programme(beyond):
            return at
        wanted = self.words.carriers.get(key)
        if self.words.inverts and wanted:
            return self._about(at, party, wanted | self.words.cues)
        return self._last_of(near, wanted) if wanted else None

    def _is_topic(self, at: int) -> bool:
        """Tell "asked about a report in X": what the medium had, not who asked."""
        article = (
            at > 2 and self.keys[at - 2] in self.words.articles and self.keys[at - 1] in self.words.carrying
        )
        return article and self.keys[at - 3] in ("about", "to", "on")

    def _about(self, at: int, party: Party, wanted: frozenset[str]) -> int | None:
        """Return the preposition at `at`, where a verb that makes a relay stands on either side."""
        near = range(max(0, at - _NEAR), min(len(self.tokens), party.last + _NEAR))
        found = self._last_of(near, wanted)
        return None if found is None else min(found, at)

    def _carries(self, place: int) -> bool:
        """Tell "KCNA carried a statement by …": a medium that prints what somebody else has issued."""
        place += place < len(self.keys) and self.keys[place] == ")"
        place += place < len(self.keys) and self.keys[place] in self.words.adverbs
        if place >= len(self.keys) or self.keys[place] not in self.words.carrying:
            return False
        issued = self.words.setting_nouns | self.words.documents | self.words.carrying
        near = list(pairwise(self.keys[place + 1 : place + _NEAR]))
        if any(
            key in issued and following in ("by", "from", "with") for key, following in near[: _MODIFIERS + 1]
        ):
            return True
        return ("in", "which") in near  # "KCNA ran a shorter account, in which Kim called it “…”"

    def _is_occasion(self, place: int) -> bool:
        """Tell "interview" or "panel" at `place`, behind a word that may say when."""
        near = self.keys[place : place + 2]
        return bool(near) and (
            near[0] in self.words.occasions
            or (near[0] in self.words.calendar and near[-1] in self.words.occasions)
        )

    def _owns_programme(self, place: int) -> bool:
        """Tell whether what a medium owns at `place` is a programme ("CNN's “State of the Union”")."""
        if place >= len(self.tokens) or not is_possessive(self.tokens, place - 2):
            return False
        sort = place
        leads, hosted = self.words.phrase_leads, self.words.hosted
        while sort < len(self.keys) - 1 and self.keys[sort] in leads and self.keys[sort] not in hosted:
            sort += 1
        if self.keys[sort] in self.words.hosted and sort + 1 < len(self.keys):
            place = sort + 1  # "Ostrel Radio's phone-in programme Lakeside"
        naming = self.parties.inside.get(place)
        return self.tokens[place].is_quote or (naming is not None and naming.sources[0].is_medium)

    def _owns_person(self, place: int) -> bool:
        """Tell "CNN's Mara Quill", "CNN's anchor Mara Quill": told to its reporter is told to the medium."""
        for at in range(place, min(place + _MODIFIERS, len(self.tokens))):
            if self.keys[at] in self.words.interviewers and self._is_told_at(place - 2):
                return True
            naming = self.parties.covered.get(at)
            if naming is not None:
                return naming.sources[0].is_person
            if self.keys[at] not in self.words.people:
                return False
        return False

    def _is_told_at(self, last: int) -> bool:
        """Tell "told the network", "told CNN": the words went to the medium that ends at `last`."""
        party = self.parties.ending(last, attach=False)
        at = -1 if party is None else party.first - 1
        at -= at > 0 and self.keys[at] in self.words.articles
        return at >= 0 and self.keys[at] in _TOLD

    def _told_in_dative(self, party: Party) -> int | None:
        """Return the dative article of a medium with a verb of telling near it ("sagte sie dem Sender X")."""
        for place in range(party.first - 1, max(-1, party.first - 4), -1):
            if self.tokens[place].text.casefold() in self.words.dative:
                governed = place > 0 and self.tokens[place - 1].key in self.words.prepositions
                near = range(max(0, place - _NEAR), min(len(self.tokens), party.last + _NEAR))
                return None if governed or self._last_of(near, self.words.carriers["to"]) is None else place
            if not self.tokens[place].text[0].islower() and self.tokens[place].is_word:
                return None
        return None

    def _told(self, at: int) -> int | None:
        """Look over adjectives for the verb ("told private broadcaster", "told the mass-circulation")."""
        for place in range(at, max(-1, at - 3), -1):
            token = self.tokens[place]
            if token.key in _TOLD:
                return place
            known = token.key in self.words.people or token.key in self.words.function
            small = token.text[:1].islower() or token.key in self.words.demonyms
            if not token.is_word or not small or (known and token.key != "the"):
                return None
        return None

    def _told_its_own(self, at: int) -> int | None:
        """Return the verb of "told Mara Quill of CNN", where the words went to the medium's own person."""
        person = self.parties.ending(at - 1, attach=False)
        if person is None or not person.sources or not person.sources[0].is_person:
            return None
        place = person.first - 1
        while place > 0 and (
            self.keys[place] in self.words.interviewers or self.keys[place] in self.words.articles
        ):
            place -= 1
        interview = place > 0 and self.keys[place] == "with" and self.keys[place - 1] in self.words.occasions
        return place if self.keys[place] in _TOLD or interview else None

    def _leads(self, at: int) -> bool:
        """Tell words that may stand between a preposition and the medium ("on NBC's", "to the official")."""
        token = self.tokens[at]
        if token.text in _QUOTATION_MARKS or (token.is_capital and self._is_adjective(at)):
            return True  # "dem „Spiegel“"
        if token.key == "." and at and self.tokens[at - 1].is_capital and self._is_adjective(at - 1):
            return True
        if token.key in ("the", "a", "an", "'s", "state", "local") or token.is_quote:
            return token.key != "" or False
        if token.is_word and at + 1 < len(self.tokens) and self.tokens[at + 1].key == "'s":
            return True  # "the group's Al-Manar channel"
        if at in self.parties.inside and is_possessive(self.tokens, self.parties.inside[at].name.last):
            return True
        return token.key in self.words.phrase_leads or self._is_said_of_medium(at)

    def _is_said_of_medium(self, at: int) -> bool:
        """Tell an adjective in small letters before the noun of a medium ("the military newspaper X")."""
        if at + 2 >= len(self.tokens) or self.keys[at + 1] not in self.words.definite_media:
            return False
        token, words = self.tokens[at], self.words
        listed = token.key in words.function or token.key in words.prepositions or token.key in words.cues
        return token.is_small and token.is_word and not listed and self.tokens[at + 2].is_capital

    def _is_adjective(self, at: int) -> bool:
        """Tell the people or the place of "the Gujarati news channel X"; it is no name of anybody."""
        naming = self.parties.inside.get(at)
        if naming is not None and naming.name.first != naming.name.last and naming.sources[0].is_medium:
            return False
        first, last = self._capitals(at)
        last = at if "-" in self.keys[at] else last  # "the UN-backed Radio Tarn"
        following = self.keys[last + 1 : last + 2]
        if first == 0 or self.keys[first - 1] not in self.words.articles or following == ():
            return False
        key = following[0]
        led = key == "news" or key in self.words.phrase_leads or key in self.words.medium_nouns
        return led or self._is_said_of_medium(last + 1)

    def _capitals(self, at: int) -> tuple[int, int]:
        """Return the ends of the capitalised words around the one at `at` ("St. Ostrel")."""
        first = last = at
        while first > 0 and (self.tokens[first - 1].is_capital or self.keys[first - 1] == "."):
            first -= 1
        while last + 1 < len(self.tokens) and self.tokens[last + 1].is_capital:
            last += 1
        return first, last

    def _last_of(self, near: range, wanted: frozenset[str]) -> int | None:
        for place in reversed(near):
            if self.tokens[place].key in wanted and self.tokens[place].is_word:
                return place
        return None
