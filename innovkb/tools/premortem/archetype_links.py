"""What belongs to an archetype: its barriers, what helps against them, tips and quotes.

Links that people made come first; tips and quotes that share its themes fill what is left.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, F, Prefetch, QuerySet, Value, prefetch_related_objects

from innovkb.lib.publishing import published_q
from innovkb.lib.relations import public_prefetch
from innovkb.tools.navigator.suggestions import WITH_TARGETS, Suggestion, suggest
from practices.models import Barrier, Tip
from sessions.models import Quote

MOST_SUGGESTIONS = 3
MOST_TIPS = 2
MOST_QUOTES = 1

_OWN, _OF_BARRIER = 100, 50
"""How close a quote is that voices the archetype, or one of its barriers; how close any other
quote or tip is, is the number of themes that it shares."""
_SHARED_THEMES = {"quote": 3, "tip": 2}
"""Quotes and tips with fewer themes in common don't belong."""

Candidates = dict[int, list[int]]
"""For each archetype's primary key those of quotes or tips, the closest first."""


@dataclass
class Belongings:
    """Public rows only, with their speakers and write-ups."""

    barriers: list[Barrier] = field(default_factory=list)
    suggestions: list[Suggestion] = field(default_factory=list)
    tips: list[Tip] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    @property
    def items(self) -> list[Any]:
        """Everything that somebody may have said."""
        return [*(one.target for one in self.suggestions), *self.tips, *self.quotes]


def belongings(archetypes: Sequence[Any]) -> dict[int, Belongings]:
    """What belongs to each archetype, by its primary key; no tip or quote stands twice.

    The first archetype chooses first. Five queries.
    """
    if not archetypes:
        return {}
    found = {archetype.pk: _with_remedies(archetype) for archetype in _fetch_barriers(archetypes)}
    quotes, tips = _candidates(found)
    helping = {
        one.target.pk
        for own in found.values()
        for one in own.suggestions
        if isinstance(one.target, Tip)
    }
    tips = {key: [tip for tip in own if tip not in helping] for key, own in tips.items()}
    for key, own in _fetch(Quote, deal(quotes, found, MOST_QUOTES)).items():
        found[key].quotes = own
    for key, own in _fetch(Tip, deal(tips, found, MOST_TIPS)).items():
        found[key].tips = own
    return found


def deal(candidates: Mapping[int, Sequence[int]], order: Iterable[int], most: int) -> Candidates:
    """For each of ``order`` at most ``most`` of its candidates, none of them given out twice.

    Who comes first chooses first.
    """
    given: set[int] = set()
    hands: Candidates = {}
    for key in order:
        hands[key] = [one for one in candidates.get(key, ()) if one not in given][:most]
        given.update(hands[key])
    return hands


def _fetch_barriers(archetypes: Sequence[Any]) -> Sequence[Any]:
    remedies = public_prefetch(Barrier, "remedies", *WITH_TARGETS, order_by=("position", "pk"))
    barriers = Barrier.objects.published().prefetch_related(remedies)
    prefetch_related_objects(archetypes, Prefetch("barriers", barriers, to_attr="public_barriers"))
    return archetypes


def _with_remedies(archetype: Any) -> Belongings:
    barriers = archetype.public_barriers
    remedies = [remedy for barrier in barriers for remedy in barrier.public_remedies]
    return Belongings(barriers, suggest(remedies)[:MOST_SUGGESTIONS])


def _candidates(archetypes: Iterable[int]) -> tuple[Candidates, Candidates]:
    """The quotes and the tips that may belong to each archetype, the closest first."""
    keys = list(archetypes)
    quotes = Quote.objects.published().order_by()
    of_barriers = quotes.filter(published_q("barriers__write_up__"), barriers__archetypes__in=keys)
    parts = [
        _links(quotes.filter(archetypes__in=keys), "quote", "archetypes", _OWN),
        _links(of_barriers, "quote", "barriers__archetypes", _OF_BARRIER),
        _by_themes(quotes, "quote", keys),
        _by_themes(Tip.objects.published().order_by(), "tip", keys),
    ]
    closeness: dict[str, dict[int, dict[int, int]]] = defaultdict(lambda: defaultdict(dict))
    for kind, archetype, item, close in parts[0].union(*parts[1:], all=True):
        own = closeness[kind][archetype]
        own[item] = max(close, own.get(item, 0))
    quotes_of, tips_of = (
        {key: sorted(own, key=lambda item: (-own[item], item)) for key, own in found.items()}
        for found in (closeness["quote"], closeness["tip"])
    )
    return quotes_of, tips_of


def _links(rows: QuerySet[Any], kind: str, path: str, close: int) -> QuerySet[Any, Any]:
    return rows.values_list(Value(kind), F(path), "pk", Value(close))


def _by_themes(rows: QuerySet[Any], kind: str, archetypes: list[int]) -> QuerySet[Any, Any]:
    near: QuerySet[Any, Any] = (
        rows.filter(themes__archetypes__in=archetypes)
        .values("themes__archetypes", "pk")
        .annotate(shared=Count("themes", distinct=True))
        .filter(shared__gte=_SHARED_THEMES[kind])
        .values_list(Value(kind), "themes__archetypes", "pk", "shared")
    )
    return near


def _fetch(model: type[Any], hands: Candidates) -> dict[int, list[Any]]:
    """The rows of the dealt primary keys, in one query."""
    keys = [key for hand in hands.values() for key in hand]
    rows = model.objects.published().select_related("write_up", "speaker").in_bulk(keys)
    return {owner: [rows[key] for key in hand] for owner, hand in hands.items()}
