"""What the search shows above its results: what helps, or the quotes, as things to show."""

from dataclasses import dataclass, field
from typing import Any

from innovkb.frame.pages import attach_capacities
from innovkb.kinds import Kind, kind
from innovkb.lib.relations import select_light
from innovkb.search.ask.answers import FoundAnswer
from innovkb.search.ask.asked import Form
from innovkb.search.models import SearchEntry
from innovkb.tools.navigator.suggestions import Suggestion, remedies_of, suggest

MOST_REMEDIES = 2


@dataclass(frozen=True)
class ShownAnswer:
    """An answer, with what its template shows of it."""

    form: str
    barrier: Any = None
    remedies: list[Suggestion] = field(default_factory=list)
    total: int = 0
    """How many things help against the barrier."""
    quotes: list[Any] = field(default_factory=list)
    entry: SearchEntry | None = None
    sentence: tuple[str, str, str] = ("", "", "")

    @property
    def kind(self) -> Kind | None:
        """The kind of ``entry``."""
        return kind(self.entry.kind) if self.entry else None


def shown_answer(answer: FoundAnswer | None) -> ShownAnswer | None:
    """The answer as it is shown; None when there is none, or nothing of it is public any more.

    At most three queries.
    """
    if answer is None:
        return None
    if answer.form is Form.NUMBER:
        return ShownAnswer(answer.form.value, entry=answer.entries[0], sentence=answer.sentence)
    return _helps(answer) if answer.form is Form.HELPS else _quotes(answer)


def _helps(answer: FoundAnswer) -> ShownAnswer | None:
    barrier = kind("barrier").published().filter(pk=answer.entries[0].object_id).first()
    found = suggest(remedies_of([barrier])) if barrier else []
    if not found:
        return None
    first = found[:MOST_REMEDIES]
    attach_capacities([one.target for one in first])
    return ShownAnswer(answer.form.value, barrier=barrier, remedies=first, total=len(found))


def _quotes(answer: FoundAnswer) -> ShownAnswer | None:
    places = {entry.object_id: place for place, entry in enumerate(answer.entries)}
    rows = select_light(kind("quote").published(), "write_up", "speaker").filter(pk__in=places)
    quotes = sorted(rows, key=lambda quote: places[quote.pk])
    attach_capacities(quotes)
    return ShownAnswer(answer.form.value, quotes=quotes) if quotes else None
