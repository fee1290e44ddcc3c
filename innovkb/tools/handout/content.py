"""What stands on a hand-out: a few tips, two quotes to the letter, a barrier with what helps."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import kind
from innovkb.lib.addresses import absolute
from innovkb.lib.prepared import Prepared
from innovkb.lib.relations import select_light
from practices.models import Remedy
from sessions.models import WriteUp
from sessions.models.item import LITERAL

KINDS = ("theme", "write_up")
"""What a hand-out can be about."""
MOST_TIPS = 5
MOST_QUOTES = 2
MOST_REMEDIES = 3
LONGEST_QUOTE = 320
"""Characters: with two of them all still fits one page."""


@dataclass(frozen=True)
class Handout:
    """All that a hand-out tells, in public rows."""

    about: Any
    kind_name: str
    lead: str
    tips: list[Any]
    quotes: list[Any]
    barrier: Any
    remedies: list[Any]

    @property
    def title(self) -> str:
        return str(self.about)

    @property
    def address(self) -> str:
        """The page that it is drawn from, which the code leads to."""
        return absolute(self.about.get_absolute_url())

    @property
    def is_empty(self) -> bool:
        return not (self.tips or self.quotes or self.barrier)


def handout(about: Any) -> Handout:
    """The hand-out about a public theme or write-up; six queries at most."""
    is_text = isinstance(about, WriteUp)
    drawn = Q(write_up=about) if is_text else Q(themes=about)
    barrier = weightiest(**{"barrier__write_up" if is_text else "barrier__themes": about.pk})
    return Handout(
        about,
        about.get_genre_display() if is_text else "thema",
        about.summary if is_text else about.description,
        list(_newest("tip", drawn)[:MOST_TIPS]),
        _quotes(drawn),
        barrier,
        barrier.public_remedies[:MOST_REMEDIES] if barrier else [],
    )


def _newest(key: str, drawn: Q) -> Any:
    rows = select_light(kind(key).published(), "speaker", "write_up").filter(drawn)
    rows = rows.prefetch_related("co_speakers")
    return rows.order_by("-write_up__date", "write_up", "position", "pk")


def _quotes(drawn: Q) -> list[Any]:
    """Two of which the words are in the source to the letter, by people with a name if it can be,
    and by two of them."""
    rows = _newest("quote", drawn).filter(wording__in=LITERAL)
    fitting = list(rows.alias(length=Length("text")).filter(length__lte=LONGEST_QUOTE))
    named = [one for one in fitting if one.speaker_id] or fitting
    first = named[:1]
    others = [one for one in named[1:] if one.speaker_id != named[0].speaker_id] or named[1:]
    found = [*first, *others[: MOST_QUOTES - 1]]
    attach_capacities(found)
    return found


_remedies = Prepared(
    lambda **having: (
        Remedy.objects.published()
        .filter(**having)
        .select_related("barrier", "tip", "principle__set", "tool", "example")
        .order_by("-barrier__write_up__date", "barrier__position", "barrier", "position", "pk")
    )
)


def weightiest(**having: int) -> Any:
    """The barrier that most is known to help against, with that as ``public_remedies``; or None.

    ``having`` are lookups that say which remedies count.
    """
    helping: dict[Any, list[Remedy]] = {}
    for remedy in _remedies(**having):
        helping.setdefault(remedy.barrier, []).append(remedy)
    if not helping:
        return None
    barrier = max(helping, key=lambda one: len(helping[one]))
    barrier.public_remedies = helping[barrier]
    return barrier
