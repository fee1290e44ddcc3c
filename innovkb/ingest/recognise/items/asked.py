"""Questions inside a text: who asks is told before or behind them, or an answer follows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from innovkb.ingest.recognise.items.question_builder import QuestionBuilder
from innovkb.ingest.recognise.items.signs import SIGNS, chance
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import QuestionProposal, Tier
from innovkb.ingest.recognise.speech.turns import turn_head
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.sentences import sentences

_ASKS = re.compile(r"\?[”’\"'»)*_]*$")
# Where the question begins in a sentence that says who asks: behind a colon or an opening mark.
_LEAD = re.compile(
    r"(?::|->|→)\s+[“„‘\"'«]?(?=\w)|(?:(?<=[\s(:])|^)(?:[“„\"«]|[‘'](?!(?:s|t|n|m|k)\b))(?=\w)"
)
_ASKING = re.compile(
    r"\b(?:vraag|vragen|vroeg|vroegen|vraagt|gevraagd|rondvraag|vragenronde|vragensteller\w*"
    r"|(?:wil|wilde|wou|willen|wilden) [^.?!:]{0,40}\bweten|benieuwd|uit de zaal|in de chat"
    r"|informeerde|steekt [^.?!:]{0,20}hand op|stak [^.?!:]{0,20}hand op)\b",
    re.IGNORECASE,
)
_SOMEBODY_ASKS = re.compile(
    r"\b(?:vroeg|vroegen|vraagt|(?:wil|wilde|wou|willen|wilden) [^.?!:]{0,40}\bweten"
    r"|uit de zaal|informeerde|hand op)\b",
    re.IGNORECASE,
)
_ASKED_BEHIND = re.compile(
    r"[”’\"'»)*_]*,? (?:zo )?(?:vroeg|vraagt|vroegen|vragen|wil|wilde|wou|wilden|luidde|luidt"
    r"|informeerde|was (?:de|een)|is (?:de|een)|(?:die|deze|dat was de) vraag|klonk|klinkt)\b"
)
_SECTION = re.compile(
    r"\b(?:\w*vragen|\w*vraag|vragenronde|rondvraag|q ?& ?a|faq|gesprek met de zaal|uit de zaal"
    r"|discussie|nagesprek|reacties)\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\W{0,8}(?:antwoord|ja|jawel|nee|neen|nog niet|nog geen|deels|soms|zeker|klopt|natuurlijk"
    r"|helaas|(?:dat|die|daar) (?:kan|kon|mag|mocht|is|was|hangt|gaat|weten|wordt|worden|ging)"
    r"|goede vraag|ongeveer|niet|half|te (?:laat|vroeg))\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:antwoord\w*|aldus|volgens|zei|zegt|noemde|noemt|gaf|geeft|verwees|verwijst|denkt|dacht"
    r"|vertelde|vertelt|legde|legt|lachte|lacht|knikte|knikt|schudde|schudt|reageerde|reageert)\b"
)
_SHOWN_ANSWER = re.compile(r"[”’\"'»)*_]*(?: ?\([^()\n]{2,80}\)\.?)?\s*(?:[–—-]|->|→|=>)\s+\S")
_INVITES = re.compile(
    r"(?:zin om|wil je|wilt u|meer (?:weten|lezen|info\w*)|interesse"
    r"|heb je (?:vragen|interesse|zin)|heeft u (?:vragen|interesse)|nieuwsgierig|vragen"
    r"|reageren|doe je mee|benieuwd|meedoen|aanmelden|afmelden|suggesties|tips|opmerkingen)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"[*_]*[A-ZÀ-Þ][^.?!:\n]{1,70}:[*_]*\s+")
# What a meeting is about is asked by nobody: "rond de vraag: …".
_ABOUT = re.compile(
    r"\b(?:rond|over|met|op|van) (?:de|deze|die|een) (?:[\w-]+ )?vra(?:ag|gen)\b", re.I
)
_SOMEBODY = re.compile(
    r"(?:iemand|een \w+|uit de zaal|vraag\w*|interviewer|redactie|moderator|zaal|publiek)\b", re.I
)
# "Vraag bij elke klacht:" is an order, "Vraag uit de zaal:" is none.
_ORDERS = re.compile(
    r"[“„‘\"']?Vraag (?!uit|van|door|voor|aan (?-i:[A-ZÀ-Þ])|\d)(?-i:[a-zà-ÿ])", re.I
)
_MOST_LABEL = 9
_LEAST_WORDS = 3
_REACH = 220
_MOST_READ = 400_000
# From which chance a sentence that asks is possible, and sure.
_LEAST, _SURE = 0.25, 0.6


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question (flat offsets) with its evidence; the answer runs to `answer_end`.

    `answer` is where the answer begins, -1 where none stands there; `block` is what holds it.
    """

    start: int
    end: int
    signs: tuple[str, ...]
    answer: int
    answer_end: int
    block: Block | None


def asked_in_text(
    builder: QuestionBuilder, found: Sequence[QuestionProposal]
) -> list[QuestionProposal]:
    """Return the sentences that likely ask somebody something, besides what was `found`."""
    spans = [(one.start, one.answer_span.end if one.answer_span else one.end) for one in found]
    asked = []
    for question in _sentences_that_ask(builder.document, builder.people):
        first, last, _ = builder.document.passage(question.start, question.end)
        if any(begin < last and first < stop for begin, stop in spans):
            continue
        one = _weighed(builder, question)
        asked += [one] if one else []
    return asked


def _weighed(builder: QuestionBuilder, asked: _Asked) -> QuestionProposal | None:
    likely = chance("question", asked.signs)
    if likely < _LEAST:
        return None
    best = max(asked.signs, key=lambda name: SIGNS[name].weigh("question"))
    span = (asked.answer, asked.answer_end) if asked.block else None
    found = builder.build(
        asked.start, asked.end, span, asked.answer, SIGNS[best].reason, asked.block
    )
    tier: Tier = "sure" if likely >= _SURE else "possible"
    return found and replace(found, confidence=round(likely, 2), tier=tier, evidence=asked.signs)


def _sentences_that_ask(document: SourceText, people: People) -> Iterator[_Asked]:
    for index, block in enumerate(document.blocks):
        if block.start > _MOST_READ:
            return
        if block.kind == "heading" or document.flat.find("?", block.start, block.end) < 0:
            continue
        ones = sentences(document.flat, block.start, block.end)
        for place, (start, end) in enumerate(ones):
            if not _ASKS.search(document.flat[start:end]):
                continue
            begin = _begin(document.flat, start, end)
            if len(document.flat[begin:end].split()) > 1:
                yield _Reader(document, people, index, ones, place, begin).read()


def _begin(flat: str, start: int, end: int) -> int:
    leads = [lead.end() for lead in _LEAD.finditer(flat, start, end - 3)]
    return leads[-1] if leads else start


def _asks_it(words: str) -> bool:
    return bool(_ASKING.search(words)) and not (_ABOUT.search(words) or _ORDERS.match(words))


class _Reader:
    """Reads what stands around one question."""

    def __init__(
        self,
        document: SourceText,
        people: People,
        index: int,
        ones: list[tuple[int, int]],
        place: int,
        begin: int,
    ) -> None:
        self.document, self.people, self.index = document, people, index
        self.block = document.blocks[index]
        self.ones, self.place, self.begin = ones, place, begin
        self.end = ones[place][1]
        self.following = document.blocks[index + 1] if index + 1 < len(document.blocks) else None

    def read(self) -> _Asked:
        """Return the question with its evidence and its answer."""
        answer, answer_end, block = self._answer()
        signs = ["in text", *self._before(), *self._behind(), *self._place()]
        signs += ["no answer"] if block is None else []
        return _Asked(self.begin, self.end, tuple(signs), answer, answer_end, block)

    def _before(self) -> Iterator[str]:
        flat = self.document.flat
        first = self.ones[self.place][0]
        lead = flat[max(self.block.start, self.begin - _REACH, first) : self.begin]
        if self.begin > first and _asks_it(lead):
            yield "somebody asks" if _SOMEBODY_ASKS.search(lead) else "asked before"
        elif self.begin - first < 3:
            told = self._told_before()
            if told.rstrip(" “„‘\"'«*_").endswith(":") and _asks_it(told):
                yield "somebody asks" if _SOMEBODY_ASKS.search(told) else "asked before"
            elif re.search(r"\bvraag\b", told):
                yield "asked earlier"
            if told.rstrip().endswith("?"):
                yield "asks on"
        opened = flat[first : self.begin].rstrip(" “„‘\"'«*_")
        labelled = opened.endswith(":") and len(opened.split()) <= _MOST_LABEL
        somebody = self.people.between(first, self.begin) or _SOMEBODY.match(opened)
        if self.place == 0 and labelled and somebody:
            yield "asked by name"

    def _told_before(self) -> str:
        """Return the sentence before the question, also where it ends the line above."""
        if self.place:
            return self.document.flat[self.ones[self.place - 1][0] : self.ones[self.place][0]]
        above = self.document.blocks[self.index - 1] if self.index else None
        if above is None or not self.block.tight or above.kind not in ("paragraph", "item"):
            return ""
        text = self.document.flat[max(above.start, above.end - _REACH) : above.end].rstrip()
        return re.split(r"[.!?] ", text)[-1] if text.endswith(":") else ""

    def _behind(self) -> Iterator[str]:
        flat = self.document.flat
        after = flat[self.end : min(self.block.end, self.end + _REACH)]
        if _ASKED_BEHIND.match(after):
            yield "asked behind"
        if _SHOWN_ANSWER.match(after):
            yield "answer shown"
        elif _ANSWERED.match(after):
            yield "answered"
        if self.place + 1 < len(self.ones):
            start, end = self.ones[self.place + 1]
            if self.people.between(start, end) and _ANSWERS.search(flat, start, end):
                yield "somebody answers"
            if _ASKS.search(flat[start:end]):
                yield "asks on"
        elif self._next_speaks():
            yield "next answers"

    def _next_speaks(self) -> bool:
        if self.following is None or self.following.kind == "heading":
            return False
        head = turn_head(self.document, self.people, self.following)
        own = turn_head(self.document, self.people, self.block)
        if head is not None:
            return own is None or own.speaker != head.speaker
        text = self.document.text(self.following).lstrip(" >*_")
        return bool(re.match(r"(?:Antwoord|A|Reactie|R)\b[^:\n]{0,50}:", text))

    def _place(self) -> Iterator[str]:
        document, block = self.document, self.block
        label = document.text(document.blocks[block.label]) if block.label >= 0 else ""
        above = " ".join(document.text(document.blocks[at]) for at in block.path[1:] or block.path)
        opens = self.place == 0 and self.begin - self.ones[0][0] < 3
        if _SECTION.search(label) or _SECTION.search(above):
            yield "point of questions" if opens else "question section"
        words = document.flat[self.begin : self.end].split()
        if len(words) <= _LEAST_WORDS:
            yield "short question"
        if _INVITES.match(document.flat, self.begin):
            yield "invites reader"
        if self._within_speech():
            yield "within speech"
        if turn_head(document, self.people, block) is not None:
            yield "turn asks"

    def _within_speech(self) -> bool:
        """Whether more words stand with the question between the same marks."""
        flat = self.document.flat
        before = flat[self.block.start : self.begin]
        opened = max(before.rfind(mark) for mark in "“„«")
        closed = max(before.rfind(mark) for mark in "”»")
        straight = before.count('"') % 2 == 1
        inside = opened > closed or (straight and opened < 0)
        if not inside:
            return False
        alone_before = before.rstrip()[-1:] in "“„«\"‘'"
        alone_behind = flat[self.end : self.end + 1] in "”»\"’'" or flat[self.end - 1] in "”»\"’'"
        return not (alone_before and alone_behind)

    def _goes_on_with_an_answer(self, following: Block) -> bool:
        text = self.document.text(following)
        if following.kind not in ("paragraph", "quote", "item") or text.rstrip().endswith("?"):
            return False
        return following.tight or bool(_ANSWERED.match(text))

    def _answer(self) -> tuple[int, int, Block | None]:
        flat, block = self.document.flat, self.block
        last = self.end
        for start, end in self.ones[self.place + 1 :]:
            if _ASKS.search(flat[start:end]):
                break
            last = end
        if last > self.end:
            start = self.end
            while start < last and flat[start] in " ”’\"'»)*_–—->→.":
                start += 1
            return start, last, block
        if self.place + 1 == len(self.ones) and self.following is not None:
            following = self.following
            if self._next_speaks() or self._goes_on_with_an_answer(following):
                return following.start, following.end, following
        return -1, -1, None
