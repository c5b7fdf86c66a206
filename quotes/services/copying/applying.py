"""Applying: an accepted copy as hops of what the article has from there, whatever was read anew since."""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.apps import apps
from django.db.models import Q

from quotes.models import Appearance, Copy, Hop
from quotes.services.copying.finding import compared
from quotes.services.copying.stories import Told, stories
from quotes.text.spans import Span

LEAST_TAKEN = 0.5  # of a quote's length that must stand in the words in common


def apply(*, article: int) -> None:
    """Make the article's chains name the sources of the copies that people accepted, and no others.

    In the caller's transaction. Each appearance whose words the giver prints too gets the source as its
    outermost hop, of basis editor, where its chain does not name it yet; the words in common around it are
    the evidence. Hops of copies that are not accepted any more go. A chain that an editor put right after
    the copy was accepted stays as the editor left it.
    """
    accepted = _accepted(article)
    given = Hop.objects.filter(appearance__article=article, copy__isnull=False)
    if not accepted and not given.exists():
        return
    told = stories(articles={article, *(copy.a_id for copy in accepted), *(copy.b_id for copy in accepted)})
    taken = [(copy, _shared(told, copy, article)) for copy in accepted]
    revision = told[article].revision if article in told else None
    dropped = _dropped(accepted)
    rows = Appearance.objects.filter(article=article).select_related("revision")
    for row in rows.prefetch_related("hops__copy").order_by("pk"):
        here = taken if row.revision_id == revision else []
        mine = [(copy, shared) for copy, shared in here if is_taken(row.start, row.end, shared)]
        if not _put_right_since(row, accepted, dropped):
            _apply(row, mine)


def _dropped(accepted: Collection[Copy]) -> set[int]:
    """Return the appearances out of whose chains a person took the hop of a copy that is in force."""
    events = apps.get_model("quotes", "HopEvent").objects
    gone = events.filter(copy__in=accepted, pgh_label="delete", pgh_context__metadata__has_key="user")
    return set(gone.values_list("appearance", flat=True))


def _put_right_since(row: Appearance, accepted: Collection[Copy], dropped: Collection[int]) -> bool:
    """Tell whether a person decided on the chain after every copy that it names or could name."""
    if row.pk in dropped:
        return True
    times = [hop.decided_at for hop in row.hops.all() if hop.decided_at and not _of_copy(hop)]
    return bool(times and accepted) and max(times) > max(
        copy.decided_at for copy in accepted if copy.decided_at
    )


def _of_copy(hop: Hop) -> bool:
    """Tell whether the hop stands as its copy gave it."""
    return hop.copy is not None and hop.decided_at == hop.copy.decided_at


def is_taken(start: int, end: int, shared: Iterable[Span]) -> bool:
    """Tell whether the words of a quote stand in passages that another article prints; they may overlap."""
    covered, at = 0, start
    for span in sorted(shared):
        covered += max(0, min(span.end, end) - max(span.start, at))
        at = max(at, span.end)
    return covered >= LEAST_TAKEN * (end - start)


def _accepted(article: int) -> list[Copy]:
    """Return the accepted copies the article takes part in as the taker, the earliest giver first."""
    mine = Q(a=article, giver="b") | Q(b=article, giver="a")
    rows = Copy.objects.current().filter(mine, state=Copy.State.ACCEPTED).select_related("a", "b", "source")
    return sorted(rows, key=_when)


def _when(copy: Copy) -> tuple[bool, str, int]:
    giver = copy.a if copy.giver == Copy.Side.A else copy.b
    return giver.published_at is None, str(giver.published_at or ""), copy.pk


def _shared(told: dict[int, Told], copy: Copy, article: int) -> list[Span]:
    """Return what the article's newest text has in common with the giver's."""
    other = copy.b_id if copy.a_id == article else copy.a_id
    if article not in told or other not in told:
        return []
    likeness = compared(told[article], told[other]).likeness
    return [one.a if copy.a_id == article else one.b for one in likeness.passages]


def _apply(row: Appearance, taken: Sequence[tuple[Copy, Sequence[Span]]]) -> None:
    """Set the hops of copies behind those that the text shows."""
    hops = sorted(row.hops.all(), key=lambda hop: hop.position)
    chain = [hop for hop in hops if hop.copy_id is None]
    before = {hop.source_id: hop for hop in hops if hop.copy_id is not None}
    named = {hop.source_id for hop in chain}
    position = len(chain)
    for copy, shared in taken:
        source = copy.source.survivor() if copy.source else None
        if source is None or source.pk in named:
            continue
        named.add(source.pk)
        hop = before.pop(source.pk, None) or Hop(appearance=row)
        _set(hop, {**_columns(row, copy, shared), "source_id": source.pk, "position": position})
        position += 1
    Hop.objects.filter(pk__in=[hop.pk for hop in before.values()]).delete()


def _set(hop: Hop, columns: dict[str, Any]) -> None:
    """Set the columns, and save the row where it is new or says something else."""
    new = hop._state.adding
    changed = [name for name, value in columns.items() if getattr(hop, name) != value]
    for name in changed:
        setattr(hop, name, columns[name])
    if new or changed:
        hop.save(force_insert=new, update_fields=None if new else changed)


def _columns(row: Appearance, copy: Copy, shared: Collection[Span]) -> dict[str, Any]:
    evidence = _evidence(row, shared)
    return {
        "copy_id": copy.pk,
        "name": copy.source.name if copy.source else "",
        "basis": Hop.Basis.EDITOR,
        "start": evidence.start,
        "end": evidence.end,
        "evidence": evidence.of(row.revision.text),
        "decided_by_id": copy.decided_by_id,
        "decided_at": copy.decided_at,
        "reason": copy.reason,
    }


def _evidence(row: Appearance, shared: Collection[Span]) -> Span:
    """Return the words in common that hold most of the quote, within its paragraph."""
    span = max(shared, key=lambda one: min(one.end, row.end) - max(one.start, row.start))
    text = row.revision.text
    start = max(span.start, text.rfind("\n", 0, row.start) + 1)
    below = text.find("\n", row.end)
    return Span(start, min(span.end, below if below >= 0 else len(text)))
