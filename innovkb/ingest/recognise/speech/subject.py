"""Whom a passage is about: the person who speaks where no name stands with the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.names.roster import Mention
from innovkb.ingest.recognise.names.speech import IS_CALLED
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.words import is_role

_PREPOSITIONS = frozenset(
    "van met tegen aan over door voor naar zoals als bij en of namens dankzij dat wat hoe waarom "
    "waar toen terwijl uit".split()
)
_DETERMINERS = frozenset("mijn zijn haar hun onze de het een".split())
_SENTENCE_START = re.compile(
    r"(?:^|[.!?:;…][)”’\"»]? |[”’\"»] )(?:[^.!?:;]|(?<=\d)[.:](?=\d)){0,45}$"
)
_RELATION = re.compile(
    r"\b(?:haar|zijn|mijn|hun) (?:(?:toenmalige|eerste|oude|vroegere|beste) )?"
    r"(?:chef|baas|moeder|vader|man|vrouw|leidinggevende|dochter|zoon|vriend|vriendin|leermeester)"
    r"(?:, (?:de|het)(?: \w+){0,2})? $",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"[.!?] (?:Hij|Zij|Ze)\b|^, die\b")
_ADDRESSES = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie)\b[^.!]*(?:[.!?][^.!?]*)?\?\s*$", re.I)
_MIN_ANSWERS = 3
_MAX_QUESTION = 400
_QUESTION = re.compile(r"\?\s*$")


@dataclass(slots=True)
class Subject:
    """Who is spoken of at a place: `sure` where the text has just named them."""

    people: tuple[int, ...] = ()
    sure: bool = False
    distance: int = 0


@dataclass(slots=True)
class SubjectTracker:
    """Follows the text block by block; `at` answers for an offset in the current block."""

    document: SourceText
    people: People
    _carried: Subject = field(default_factory=Subject)
    _list_subject: dict[int, Subject] = field(default_factory=dict)
    _item_subject: dict[int, Subject] = field(default_factory=dict)
    _interviewee: Subject | None = None
    _question_headings: int = 0
    _position: int = 0
    _main: Subject = field(default_factory=Subject)
    _object: Mention | None = None
    _answers: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        headings = [b for b in self.document.blocks if b.kind == "heading"]
        self._question_headings = sum(
            bool(_QUESTION.search(self.document.text(b))) for b in headings
        )
        self._answers = _answers(self.document)

    def enter(self, index: int) -> Subject:
        """Return the subject with which the block at `index` begins."""
        block = self.document.blocks[index]
        self._position = block.start
        self._object = None
        if block.kind == "heading":
            self._heading(block)
        elif self._answers_a_question(index):
            self._carried = self._main = Subject(self._interviewed(index).people, sure=True)
        elif block.kind == "item":
            self._carried = self._for_item(block)
        else:
            if self._main.people and self._carried.people != self._main.people:
                self._carried = Subject(self._main.people)
            self._carried = Subject(self._carried.people, distance=self._carried.distance + 1)
        return self._carried

    def leave(self, index: int) -> None:
        """Take in whom the block at `index` named last."""
        block = self.document.blocks[index]
        self._carried = self.at(block, block.end)
        if block.kind in ("paragraph", "quote"):
            self._list_subject[index] = self._carried
        if block.kind == "item":
            self._item_subject[block.level] = self._carried

    def say(self, speaker: tuple[int, ...], end: int) -> None:
        """Note who spoke the quotation just met; names inside it are no subjects."""
        if speaker:
            self._carried = Subject(speaker, sure=True)
        self._position = max(self._position, end)

    def at(self, block: Block, offset: int) -> Subject:
        """Return the subject just before `offset` in the block that was entered last."""
        for mention in self.people.between(self._position, offset):
            if self.is_subject(block, mention):
                if not self._is_relation(block, mention):
                    self._main = Subject(mention.people)
                self._carried = Subject(mention.people, sure=True)
                self._object = None
            elif not (self._carried.sure and self._carried.distance == 0):
                self._object = mention
        self._position = max(self._position, offset)
        return self._taken_up(block, offset) or self._carried

    def _taken_up(self, block: Block, offset: int) -> Subject | None:
        """Return whom "Het slot was voor Anna. Zij …" takes up, where nobody else is at hand."""
        named = self._object
        if named is None or len(named.people) != 1:
            return None
        if {m.people for m in self.people.between(block.start, offset)} != {named.people}:
            return None
        goes_on = _TAKES_UP.search(self.document.flat[named.end : min(offset, named.end + 160)])
        return Subject(named.people) if goes_on else None

    def is_subject(self, block: Block, mention: Mention) -> bool:
        """Whether the mention is what its sentence is about, not its object."""
        before = self.document.flat[max(block.start, mention.start - 90) : mention.start]
        context = self.people.by_start.get(mention.start)
        if context and context.author:
            return False
        if context and (context.floor or (context.role_before and context.listed)):
            return True
        if IS_CALLED.search(before):
            return True
        if _is_object(before):
            return bool(context and context.introduced and len(before) < 60)
        if context and (context.introduced or context.turn or context.speaks):
            return True
        return bool(_SENTENCE_START.search(before))

    def _is_relation(self, block: Block, mention: Mention) -> bool:
        """Whether the text brings somebody in as another's: "Haar chef, de befaamde Koos …"."""
        before = self.document.flat[max(block.start, mention.start - 50) : mention.start]
        return bool(_RELATION.search(before))

    def _heading(self, block: Block) -> None:
        named = [m for m in self.people.between(block.start, block.end) if len(m.people) == 1]
        if named:
            self._carried = Subject(named[0].people, sure=True)
        elif self._question_headings >= 3 and _QUESTION.search(self.document.text(block)):
            if self._interviewee is None:
                self._interviewee = self._first_presented(block.start)
            self._carried = Subject(self._interviewee.people, sure=bool(self._interviewee.people))
        else:
            self._carried = Subject()
        self._main = Subject(self._carried.people)
        self._item_subject.clear()

    def _answers_a_question(self, index: int) -> bool:
        """Whether the block is a quotation below a question to one interviewee: "… u …?"."""
        if index not in self._answers:
            return False
        return len(self._answers) >= _MIN_ANSWERS and bool(self._interviewed(index).people)

    def _interviewed(self, index: int) -> Subject:
        """Return who answers: whom a heading above names, else whom the text presents first."""
        for at in reversed(self.document.blocks[index].path):
            heading = self.document.blocks[at]
            mentions = self.people.between(heading.start, heading.end)
            named = {m.people for m in mentions if not self._writes(m)}
            asks = _QUESTION.search(self.document.text(heading))
            if len(named) == 1 and not asks:
                return Subject(named.pop(), sure=True)
        if self._interviewee is None:
            first = min(self._answers) - 1
            self._interviewee = self._first_presented(self.document.blocks[first].start)
        return self._interviewee

    def _writes(self, mention: Mention) -> bool:
        return any(c.author for i in mention.people for c in self.people.contexts.get(i, ()))

    def _first_presented(self, before: int) -> Subject:
        """Return the person whom the opening of an interview presents."""
        for mention in self.people.between(0, before):
            context = self.people.by_start.get(mention.start)
            if context and not self._writes(mention) and len(mention.people) == 1:
                return Subject(mention.people, sure=True)
        return Subject()

    def _for_item(self, block: Block) -> Subject:
        above = self._item_subject.get(block.level - 1)
        if block.level and above:
            return Subject(above.people)
        label = self._list_subject.get(block.label)
        if label is not None and block.label >= 0:
            text = self.document.text(self.document.blocks[block.label]).rstrip()
            return (
                Subject(label.people, sure=text.endswith(":")) if text.endswith(":") else Subject()
            )
        named = block.path and self.people.between(
            self.document.blocks[block.path[-1]].start, self.document.blocks[block.path[-1]].end
        )
        return Subject(named[0].people, sure=True) if named else Subject()


def _is_object(before: str) -> bool:
    """Whether a preposition governs the name: "met Anna", "van zijn collega Anna"."""
    if before[-1:] != " ":
        return False
    cased = before.split()
    words = before.lower().split()
    for place in range(len(words) - 1, -1, -1):
        word = words[place]
        if word == "en" and place and is_role(words[place - 1]):
            continue  # "Trainer en schrijver Anna Bos": one person of two roles.
        if word == "en" and place and words[place - 1].isalpha() and cased[place - 1].islower():
            return False  # "Het is laat en Anna bijt": a new clause, not a second name.
        if word in _PREPOSITIONS:
            return True
        if word not in _DETERMINERS and not is_role(word):
            return False
    return False


def _answers(document: SourceText) -> frozenset[int]:
    """Return the blocks that open with a mark below a question that addresses somebody."""
    found = set()
    for index, block in enumerate(document.blocks[1:], 1):
        above = document.blocks[index - 1]
        if block.kind != "paragraph" or above.kind not in ("heading", "paragraph"):
            continue
        question = document.flat[max(above.start, above.end - _MAX_QUESTION) : above.end]
        opens = document.text(block).lstrip()[:1] in "“„‘\"'«"
        if opens and above.end - above.start < _MAX_QUESTION and _ADDRESSES.search(question):
            found.add(index)
    return frozenset(found)
