"""Keeping: a reading written over an earlier one, so that ids survive and no editor's decision is lost."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q

from quotes.models import Appearance, Article, Hop, Revision, Source
from quotes.services import copying
from quotes.services.matching import wordings
from quotes.services.matching.wordings import Worded
from quotes.services.reading import anchoring
from quotes.services.reading.resolving import Named, Resolved, resolve
from quotes.text.reading.types import Appearance as Printed
from quotes.text.reading.types import Hop as Link
from quotes.text.reading.types import Kind, Reading
from quotes.text.segments import masked

LONGEST = 300  # characters of a cue, a setting or a name

Place = tuple[int, int, int]  # start, end, joint


def wordings_of(*, reading: Reading, revision: Revision) -> dict[str, Worded]:
    """Return the wordings of the quotations of `reading`, by what is said; make and commit the missing ones.

    Before the transaction that stores the reading, for its locks: writers of one wording wait for each other.
    """
    columns = (_span_columns(printed, revision) for printed in reading.quoted)
    return wordings.find_or_create(texts={_said(span) for span in columns})


def keep(
    *, article: Article, revision: Revision, reading: Reading, worded: Mapping[str, Worded], reader: str
) -> None:
    """Store the appearances and chains of `reading`, in the caller's transaction; `worded` as `wordings_of`.

    Appearances are updated in place where they stand, follow their words into a new revision, and go where
    the reader no longer finds them. What an editor decided, or judged with another, stays as it is: it
    follows its words into a new revision too, where that has them verbatim, else it stays on its old one.
    """
    stored = _Stored(article, revision)
    resolved = resolve((link for printed in reading.appearances for link in printed.chain), article)
    chains: list[tuple[Appearance, list[dict[str, Any]]]] = []
    for place, printed in _placed(reading.appearances).items():
        row = stored.take(place, printed.span.of(revision.text))
        if row is None:
            continue
        columns = _columns(place, printed, revision)
        if printed.kind != Kind.INDIRECT and _said(columns) in worded:
            columns["wording_id"] = worded[_said(columns)].id
        _update(row, {"revision": revision, **columns, "reader": reader})
        chains.append((row, [_hop(link, revision, resolved) for link in printed.chain]))
    new = [row for row, _ in chains if row._state.adding]
    made = {row.public_id for row in Appearance.objects.bulk_create(new)}
    Hop.objects.bulk_create(
        hop for row, chain in chains for hop in _new_hops(row, chain, made=row.public_id in made)
    )
    stored.drop_the_rest()
    stored.anchor_the_rest()
    copying.apply(article=article.pk)
    _follow_merges(article)


class _Stored:
    """What earlier readings and editors left on the article, locked until the transaction ends."""

    def __init__(self, article: Article, revision: Revision) -> None:
        locked = Appearance.objects.select_for_update(of=("self",)).filter(article=article)
        rows = list(locked.prefetch_related("hops").order_by("revision__number", "start", "id"))
        self.article, self.revision = article, revision
        self.taken = {_place(row) for row in rows if row.revision_id == revision.pk}
        self.decided = _decided(article)
        self.here = {_place(row): row for row in rows if row.revision_id == revision.pk}
        self.corrected = _corrected(revision)
        self.earlier: dict[str, list[Appearance]] = defaultdict(list)
        for row in rows:
            if row.revision_id != revision.pk:
                self.earlier[row.text].append(row)

    def take(self, place: Place, words: str) -> Appearance | None:
        """Return the row for words printed at `place`; None where an editor's decision stands for them."""
        row = self.here.pop(place, None)
        self.taken.add(place)
        if row is None and place[:2] in self.corrected:
            return None
        if row is None and self.earlier.get(words):
            row = self.earlier[words].pop(0)
        if row is None:
            return Appearance(article=self.article)
        if row.pk not in self.decided:
            return row
        if row.revision_id != self.revision.pk:
            anchoring.anchor(row=row, revision=self.revision, place=place)
        return None

    def anchor_the_rest(self) -> None:
        """Move what was decided earlier, and the reader does not find, to its words in this revision."""
        left = [row for rows in self.earlier.values() for row in rows if row.pk in self.decided]
        anchoring.follow(rows=left, revision=self.revision, taken=self.taken)

    def drop_the_rest(self) -> None:
        """Delete what the reader no longer finds in this revision and nobody decided on."""
        gone = [row.pk for row in self.here.values() if row.pk not in self.decided]
        Appearance.objects.filter(pk__in=gone).delete()


def _decided(article: Article) -> set[int]:
    """Return the appearances that a person decided on, whose chain, match or stance somebody did."""
    chain = Q(hops__decided_by__isnull=False, hops__copy__isnull=True)  # hops of copies are made anew
    person = Q(decided_by__isnull=False) | chain
    judged = Q(matches_as_a__decided_by__isnull=False) | Q(matches_as_b__decided_by__isnull=False)
    stance = Q(stances__decided_by__isnull=False)
    return set(article.appearances.filter(person | judged | stance).values_list("pk", flat=True))


def _corrected(revision: Revision) -> set[tuple[int, int]]:
    """Return the spans that editors corrected to others: they do not come back."""
    confirmed = Appearance.objects.filter(revision=revision, state=Appearance.State.CONFIRMED)
    events = apps.get_model("quotes", "AppearanceEvent").objects
    before = events.filter(pgh_obj__in=confirmed, revision=revision, pgh_label="update")
    return set(before.values_list("start", "end"))


def _place(row: Appearance) -> Place:
    return row.start, row.end, row.joint


def _placed(appearances: Iterable[Printed]) -> dict[Place, Printed]:
    """Give each appearance its place; those of one span, said by several together, are numbered."""
    placed: dict[Place, Printed] = {}
    joints: dict[tuple[int, int], int] = defaultdict(int)
    for printed in appearances:
        span = printed.span.start, printed.span.end
        placed[(*span, joints[span])] = printed
        joints[span] += 1
    return placed


def _columns(place: Place, printed: Printed, revision: Revision) -> dict[str, Any]:
    cue = printed.cue
    cue_end = min(cue.end, cue.start + LONGEST) if cue else None
    return {
        **_span_columns(printed, revision),
        "joint": place[2],
        "kind": printed.kind.value,
        "cue": revision.text[cue.start : cue_end] if cue else "",
        "cue_start": cue.start if cue else None,
        "cue_end": cue_end,
        "setting": printed.setting.of(revision.text)[:LONGEST] if printed.setting else "",
        "confidence": printed.confidence,
    }


def _span_columns(printed: Printed, revision: Revision) -> dict[str, Any]:
    return {
        "start": printed.span.start,
        "end": printed.span.end,
        "segments": [[part.start, part.end] for part in printed.segments],
        "text": printed.span.of(revision.text),
    }


def _said(columns: Mapping[str, Any]) -> str:
    return masked(columns["text"], columns["start"], columns["segments"])


def _hop(link: Link, revision: Revision, resolved: Mapping[Named, Resolved]) -> dict[str, Any]:
    evidence = link.evidence.of(revision.text)
    whom = resolved[link.source, link.kind] if link.source is not None else Resolved(None, link.candidates)
    return {
        "source": whom.source,
        "name": (link.source or evidence)[:LONGEST],
        "basis": link.basis.value,
        "start": link.evidence.start,
        "end": link.evidence.end,
        "evidence": evidence,
        "candidates": list(whom.candidates),
        "confidence": link.confidence,
    }


def _new_hops(row: Appearance, chain: Sequence[dict[str, Any]], *, made: bool) -> list[Hop]:
    """Update the hops that are there, delete those too many, and return the missing ones unsaved."""
    hops = {} if made else {hop.position: hop for hop in row.hops.all() if hop.copy_id is None}
    new: list[Hop] = []
    for position, columns in enumerate(chain):
        hop = hops.pop(position) if position in hops else Hop(appearance=row, position=position)
        _update(hop, columns)
        if hop._state.adding:
            new.append(hop)
    if hops:
        Hop.objects.filter(pk__in=[hop.pk for hop in hops.values()]).delete()
    return new


def _update(row: Appearance | Hop, columns: Mapping[str, Any]) -> None:
    """Set the columns; of a stored row save those that differ, so that its history tells true changes."""
    new = row._state.adding
    changed = [name for name, value in columns.items() if new or getattr(row, name) != value]
    for name in changed:
        setattr(row, name, columns[name])
    if changed and not new:
        row.save(update_fields=changed)


def _follow_merges(article: Article) -> None:
    """Let hops name the survivor where an editor merged their source while the article was being read."""
    hops = Hop.objects.filter(appearance__article=article)
    merged = Source.objects.filter(pk__in=hops.values("source_id"), merged_into__isnull=False)
    for source in merged:
        hops.filter(source=source).update(source=source.survivor())
