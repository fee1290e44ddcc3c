"""What stands around a sentence of running text: the sentence that announces it, its neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from innovkb.ingest.recognise.items.categories import Category, category_of
from innovkb.ingest.recognise.items.forms import form_signs
from innovkb.ingest.recognise.items.passages import ItemPassage, Passages
from innovkb.ingest.recognise.items.sections import is_title
from innovkb.ingest.recognise.items.troubles import TROUBLES
from innovkb.ingest.recognise.text.document import Block, SourceText

# A sentence that says how many things follow, or that there are some.
_COUNTS = re.compile(
    r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|[2-9]) (?:[\w-]+ ){0,2}[a-z]+(?:en|s|’s)\b"
    r"|\b(?:een paar|enkele|diverse|allerlei|een rij|een lijst(?:je)?|het volgende|van alles"
    r"|andere dingen|een en ander)\b",
    re.IGNORECASE,
)
_TROUBLE_CUE = re.compile(
    r"\b(?:redenen?|oorza(?:ak|ken)|verklaring(?:en)?|waarom (?:het|dat|dit|er|zo|we)|niet vanzelf"
    r"|niet zonder|niet (?:mee|ge)?h[ie]+lp\w*|taai|weerbarstig|makkelijk|eenvoudig|dwars"
    r"|klacht(?:en)?"
    r"|zorgen|kritiek|frustrati\w+|tegen\w*|vast\w*|mis|stuk|stokt|lastig\w*|moeilijk\w*|moeite|pijn"
    r"|schuurt|wringt|knelt|hapert|stroef|kanttekening\w*|nadeel|keerzijde|minder goed|slecht"
    r"|niet door\w*|stil\w*|faalt|mislukt\w*|ontbre\w+|gemist)\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:(?:en|maar) )?(?:één|een|twee|drie|vier|vijf|ten (?:eerste|tweede|derde|vierde|slotte)"
    r"|allereerst|tot slot|om te beginnen|ook|bovendien|daarnaast|daarbij|verder|evenmin|voorts"
    r"|daar (?:komt|kwam) (?:nog )?bij|dan (?:is|zijn|was) er|het (?:eerste|tweede|derde)|en dan"
    r"|dat"
    r"|omdat|doordat|de (?:eerste|tweede|derde|andere)|nog)\b",
    re.IGNORECASE,
)
_REACH = 8
_AMONG = 2
# How many blocks below a heading are about what it announces.
_NEAR = 6


@dataclass(slots=True)
class Announced:
    """The announcing sentence that holds here, its kind, and how many sentences ago it stood."""

    kind: Category | None = None
    words: str = ""
    ago: int = 0


@dataclass(frozen=True, slots=True)
class Around:
    """The signs that the surroundings of a sentence give, for a tip and for a barrier."""

    tip: tuple[str, ...] = ()
    barrier: tuple[str, ...] = ()
    cue: str = ""


@dataclass(slots=True)
class Surroundings:
    """Reads the blocks in order; `of` answers for the sentences of one block."""

    document: SourceText
    passages: Passages
    _announced: Announced = field(default_factory=Announced)
    _section: int = -1

    def of(self, block: Block) -> list[tuple[ItemPassage, Around]]:
        """Return the sentences of the block with what stands around each."""
        flat = self.document.flat
        section = block.path[-1] if block.path else -1
        if section != self._section:
            self._announced, self._section = Announced(), section
        ones = self.passages.of(block)
        texts = [flat[one.start : one.end] for one in ones]
        forms = [form_signs(text) for text in texts]
        troubled = [not TROUBLES.isdisjoint(signs) for signs in forms]
        advised = [not {"order", "advice"}.isdisjoint(signs) for signs in forms]
        heading = None
        near = block.path and self.document.index_of(block) - block.path[-1] <= _NEAR
        if near and not is_title(self.document, block.path[-1]):
            heading = category_of(self.document.heading(block))
        found = []
        for place, (one, text) in enumerate(zip(ones, texts, strict=True)):
            found.append((one, self._around(place, text, heading, troubled, advised)))
            self._take(one, text)
        self._announced.ago += _REACH // 2
        return found

    def _around(
        self,
        place: int,
        text: str,
        heading: Category | None,
        troubled: list[bool],
        advised: list[bool],
    ) -> Around:
        """Gather the signs of one sentence."""
        told = self._announced
        both: list[str] = []
        if _GOES_ON.match(text):
            both.append("goes on")
        tip, barrier = list(both), list(both)
        if heading in ("tip", "barrier"):
            (tip if heading == "tip" else barrier).append("in section")
        if told.kind and told.ago < _REACH:
            sign = "right after" if told.ago == 0 else "after"
            (tip if told.kind == "tip" else barrier).append(sign)
        if sum(troubled[max(place - 2, 0) : place + 3]) - troubled[place] >= _AMONG:
            barrier.append("among")
        if any(advised[max(place - 1, 0) : place]) or any(advised[place + 1 : place + 2]):
            tip.append("beside")
        return Around(tuple(tip), tuple(barrier), told.words)

    def _take(self, one: ItemPassage, text: str) -> None:
        """Note what the sentence announces, for those that follow it."""
        if one.spoken:
            self._announced.ago += 1
            return
        kind = category_of(text)
        if kind not in ("tip", "barrier"):
            trouble = _TROUBLE_CUE.search(text)
            kind = "barrier" if trouble and (_COUNTS.search(text) or len(text) < 90) else None
        if kind is not None:
            self._announced = Announced(kind, text)
        else:
            self._announced.ago += 1
