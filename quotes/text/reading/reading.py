"""Reading: an article's text in, its page, appearances and chains out."""

from collections.abc import Iterable, Sequence

from quotes.text.naming import name_key
from quotes.text.reading.agencies import agency_named
from quotes.text.reading.attribution.attributor import Attributor
from quotes.text.reading.attribution.confidence import weighed
from quotes.text.reading.attribution.discourse import Discourse
from quotes.text.reading.attribution.drafts import Draft
from quotes.text.reading.attribution.headlines import headline_appearances
from quotes.text.reading.attribution.indirect import Indirect, Told, apart
from quotes.text.reading.attribution.kinds import trimmed
from quotes.text.reading.attribution.segments import joined
from quotes.text.reading.languages import guessed
from quotes.text.reading.lexicon import language_of, lexicon
from quotes.text.reading.marking.frames import Sentence, frames, without_dateline
from quotes.text.reading.marking.incises import without_incises
from quotes.text.reading.marking.marks import find_marks
from quotes.text.reading.marking.papers import without_papers
from quotes.text.reading.marking.paragraphs import paragraphs
from quotes.text.reading.names.finder import NameFinder
from quotes.text.reading.names.leads import Leads
from quotes.text.reading.names.sources import Register
from quotes.text.reading.outlets import same_outlet
from quotes.text.reading.page import read_page
from quotes.text.reading.page.bylines import is_office
from quotes.text.reading.types import Appearance, Basis, Given, Hop, Kind, LeftOut, Page, Reading, SourceKind
from quotes.text.spans import Span

_BY_DRESS = 0.8  # of a credit known by the form of its sign-off; all of them in the train articles are right


def read(text: str, given: Given | None = None, agencies: Iterable[str] = ()) -> Reading:
    """Read `text`: its page, the quotes in it, and whose words they are through whom.

    Pure and deterministic, in time linear in the text; never raises on any text. What is `given` wins over
    what is read. `agencies` are further names of news agencies. All offsets are code points of `text`.
    Raises UnknownLanguageError where the given language is none there are words of.
    """
    return weighed(unweighed(text, given, agencies))


def unweighed(text: str, given: Given | None = None, agencies: Iterable[str] = ()) -> Reading:
    """Read as `read` does; the confidences are the rules' own weights, which only rank readings."""
    facts = given or Given()
    language = language_of(facts.language) if facts.language else guessed(text)
    known = tuple(agencies)
    page = read_page(text, facts, known, language)
    return _Reader(text, page, facts, known, language).read()


def attributed(text: str, given: Given | None = None) -> Attributor:
    """Return the attributor of `text` after its work, with every fragment it weighed: for training."""
    facts = given or Given()
    language = language_of(facts.language) if facts.language else guessed(text)
    page = read_page(text, facts, (), language)
    return _Reader(text, page, facts, (), language).attributed()[0]


class _Reader:
    """One article on its way through the steps."""

    def __init__(self, text: str, page: Page, given: Given, agencies: tuple[str, ...], language: str) -> None:
        self.text = text
        self.page = page
        self.given = given
        self.agencies = agencies
        self.language = language
        self.words = lexicon(language)

    def read(self) -> Reading:
        """Take the steps in order: marks, sentences, names, speakers and hops, statements."""
        attributor, sentences, strays = self.attributed()
        appearances = self._appearances(attributor.drafts, sentences)
        titled, untitled = headline_appearances(self.text, self.page, appearances, self.words)
        stray = [LeftOut(span, "a quotation mark that nothing closes") for span in strays if len(span)]
        left_out = sorted([*attributor.left_out, *stray, *untitled], key=lambda left: left.span)
        quoted = [*titled, *appearances]
        reported = attributor.indirect.told if attributor.indirect is not None else []
        told = apart(reported, [*(one.span for one in quoted), *(left.span for left in left_out)])
        ordered = sorted([*quoted, *map(self._told, told)], key=lambda appearance: appearance.span)
        return Reading(self.page, tuple(ordered), tuple(left_out))

    def attributed(self) -> tuple[Attributor, list[Sentence], tuple[Span, ...]]:
        """Return the attributor after its work, the sentences, and opening marks that nothing closes."""
        lines = paragraphs(self.text, self.page.body, [part.span for part in self.page.furniture])
        marked = find_marks(self.text, lines, words=self.words)
        passages = marked.passages
        if self.words.inverts:
            passages = without_incises(self.text, without_papers(self.text, passages, self.words), self.words)
        sentences = without_dateline(frames(self.text, lines, passages, self.words), self.page)
        finder = NameFinder(self.words, self._agency, self.given.outlet)
        register = Register(self.words, self.given.outlet)
        namings = register.read(sentences, finder.find(sentences))
        leads = Leads(sentences, namings, self.words)
        discourse = Discourse(register, namings, self.words, self._author(), leads)
        attributor = Attributor(self.text, passages, namings, discourse, self.words)
        indirect = Indirect(self.language, discourse, attributor.hearing.carry)
        attributor.read(sentences, indirect)
        return attributor, sentences, marked.strays

    def _agency(self, name: str) -> str | None:
        return self.words.agencies.get(name.casefold()) or agency_named(name, self.agencies)

    def _author(self) -> str | None:
        bylines = self.given.byline or self.page.byline
        return bylines[0] if len(bylines) == 1 and not is_office(bylines[0]) else None

    def _appearances(self, drafts: Sequence[Draft], sentences: Sequence[Sentence]) -> list[Appearance]:
        found = (self._appearance(group) for group in joined(drafts, sentences))
        return [appearance for appearance in found if appearance is not None]

    def _appearance(self, group: Sequence[Draft]) -> Appearance | None:
        first = group[0]
        segments = tuple(part for draft in group for part in trimmed(self.text, draft.passage, first.kind))
        if not segments:
            return None
        speaker = first.speaker
        spoken = Hop(
            speaker.name, speaker.kind, first.basis, first.evidence, speaker.candidates, speaker.confidence
        )
        chain = self._with_credit([spoken, *self._not_the_outlet(first.hops)])
        span = Span(segments[0].start, segments[-1].end)
        return Appearance(
            span, segments, first.kind, tuple(chain), first.cue_span, first.setting, first.confidence
        )

    def _told(self, told: Told) -> Appearance:
        chain = self._with_credit([told.spoken, *self._not_the_outlet(told.hops)])
        return Appearance(
            told.span, told.segments, Kind.INDIRECT, tuple(chain), told.cue, told.setting, told.confidence
        )

    def _not_the_outlet(self, hops: Sequence[Hop]) -> list[Hop]:
        """Drop the printing outlet: its own interview is a setting."""
        return [hop for hop in hops if hop.source is None or not self._is_outlet(hop.source)]

    def _is_outlet(self, name: str) -> bool:
        outlet = self.given.outlet
        if not outlet:
            return False
        own, other = name_key(outlet), name_key(name)
        short = " " in other and own.endswith(f" {other}")  # "told the Evening Post"
        agency = agency_named(outlet, self.agencies)
        return short or agency == name or same_outlet(outlet, name, self.words.places)

    def _with_credit(self, chain: list[Hop]) -> list[Hop]:
        """Close the chain with the agency whose copy the article is, where it is not in it yet."""
        credit, evidence = self.page.credit, self.page.credit_span
        if credit is None or evidence is None or self._is_outlet(credit):
            return chain
        if any(hop.source is not None and name_key(hop.source) == name_key(credit) for hop in chain):
            return chain
        confidence = 1.0 if self.page.credit_sure else _BY_DRESS
        return [*chain, Hop(credit, SourceKind.AGENCY, Basis.CREDIT, evidence, confidence=confidence)]
