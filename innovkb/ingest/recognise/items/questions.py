"""Questions with their answers: Vraag/Antwoord, V:/A:, question headings, questions in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from innovkb.ingest.recognise.items.asked import asked_in_text
from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.items.question_builder import ANSWERED, QuestionBuilder
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import QuestionProposal, QuoteProposal
from innovkb.ingest.recognise.speech.turns import turn_head
from innovkb.ingest.recognise.text.document import Block, SourceText

_ASKED = re.compile(
    r"(?:Vraag(?: \d+)?"
    r"(?: (?:van|uit) [^:\n]{2,40}| onbekend| [A-ZÀ-Þ][^:?\n]{2,60})?"
    r"|Q\d*|V\d*|Question)(?: ?\([^()\n]{2,80}\))?\s?[:.]\s*(?=\S)"
)
_LABELLED = re.compile(r"[A-ZÀ-Þ][\w-]*(?: [\w-]+){0,3}:\s")
_CONTEXT = re.compile(r"\b(?:vragen|vraag|faq|q&a|veelgestelde|antwoorden)\b", re.IGNORECASE)
_INVITES = re.compile(
    r"(?:zin om|wil je|wilt u|meer weten|interesse|heb je|heeft u|nieuwsgierig|vragen\?|vragen of"
    r"|doe je mee|benieuwd)",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\b(?:u|uw|je|jij|jou|jouw|jullie)\b", re.IGNORECASE)
_MIN_HEADINGS = 3
_MOSTLY = 0.7
_POSSIBLE = 0.5
_MAX_ANSWER_BLOCKS = 40
_LABEL = "Begint met ‘Vraag’."


def find_questions(
    document: SourceText, people: People, quotes: Sequence[QuoteProposal] = ()
) -> tuple[QuestionProposal, ...]:
    """Return the questions in the order of the text; note in `people` who answers.

    A question whose answer is one of the `quotes`, as in an interview, is left out.
    """
    builder = QuestionBuilder(document, people)
    found = _QuestionFinder(builder, {quote.start for quote in quotes}).run()
    found += asked_in_text(builder, found)
    return tuple(sorted(found, key=lambda question: question.start))


class _QuestionFinder:
    def __init__(self, builder: QuestionBuilder, spoken: set[int]) -> None:
        self.spoken = spoken
        self.builder = builder
        self.document = document = builder.document
        self.people = builder.people
        self.blocks = document.blocks
        headings = [i for i, block in enumerate(self.blocks) if self._question_heading(block)]
        in_context = [i for i in headings if self._asks_for_questions(self.blocks[i])]
        labelled = any(_ASKED.match(document.text(block).lstrip()) for block in self.blocks)
        enough = len(headings) >= _MIN_HEADINGS and not labelled
        told = [i for i in headings if self._asked_of_somebody(i)]
        self.headings = set(headings if enough else [*in_context, *told])
        # Where most headings ask, the text is a list of questions; else they may only be headings.
        plain = sum(block.kind == "heading" and block.start > 0 for block in self.blocks)
        lists = len(headings) >= _MOSTLY * plain
        self.sure = set(self.headings if lists else in_context)

    def run(self) -> list[QuestionProposal]:
        found: list[QuestionProposal] = []
        index = 0
        while index < len(self.blocks):
            block = self.blocks[index]
            text = self.document.text(block).lstrip()
            asked = _ASKED.match(text) if block.kind != "heading" else None
            one, following = None, index + 1
            if asked:
                one, following = self._asked(index, asked.end())
            elif index in self.headings and not self._asked_below(index):
                one, following = self._below_heading(index)
            elif block.kind == "item" and text.rstrip().endswith("?"):
                one, following = self._in_list(index)
            if one is not None:
                found.append(one)
            index = max(following, index + 1)
        return found

    def _question_heading(self, block: Block) -> bool:
        text = self.document.text(block).strip()
        asks = block.kind == "heading" and text.endswith("?") and block.start > 0
        return asks and not _INVITES.match(text)

    def _asked_of_somebody(self, index: int) -> bool:
        """Whether the heading addresses whoever's own words stand below it, as in an interview."""
        words = self.document.text(self.blocks[index])
        following = self.blocks[index + 1 : index + 2]
        return bool(_ADDRESSES.search(words) and following and self._is_spoken(following[0]))

    def _asks_for_questions(self, block: Block) -> bool:
        return any(
            _CONTEXT.search(self.document.text(self.blocks[at])) for at in block.path
        ) or bool(_CONTEXT.search(self._title()))

    def _title(self) -> str:
        first = next((b for b in self.blocks if b.kind in ("heading", "paragraph")), None)
        return self.document.text(first) if first else ""

    def _asked_below(self, index: int) -> bool:
        """Whether the heading only repeats a question that stands below it as "Vraag:"."""
        if index + 1 >= len(self.blocks):
            return True
        return bool(_ASKED.match(self.document.text(self.blocks[index + 1]).lstrip()))

    def _asked(self, index: int, mark: int) -> tuple[QuestionProposal | None, int]:
        block = self.blocks[index]
        start = (
            block.start
            + len(self.document.text(block))
            - len(self.document.text(block).lstrip())
            + mark
        )
        inside = re.compile(r"\s(?:Antwoord|A):\s").search(self.document.flat, start, block.end)
        question_end = inside.start() if inside else block.end
        at = index + 1
        while at < len(self.blocks) and not inside and self.blocks[at].kind == "rule":
            at += 1
        answer = self.blocks[at] if at < len(self.blocks) else None
        answered = ANSWERED.match(self.document.text(answer).lstrip()) if answer else None
        if inside:
            span = (inside.end(), block.end)
            return self.builder.build(start, question_end, span, span[1], _LABEL), index + 1
        if answer is None or answered is None:
            return self._without_label(start, question_end, index, at)
        last = self._end_of_answer(at, tight=answer.tight)
        answer_start = answer.start + answered.end()
        reason = "‘Vraag’ met ‘Antwoord’ eronder."
        span = (answer_start, self.blocks[last - 1].end)
        return self.builder.build(start, question_end, span, answer_start, reason, answer), last

    def _without_label(
        self, start: int, end: int, index: int, at: int
    ) -> tuple[QuestionProposal | None, int]:
        """Take as the answer what stands below on name; else there is none."""
        below = self.blocks[at] if at < len(self.blocks) else None
        if below is None or turn_head(self.document, self.people, below) is None:
            return self.builder.build(start, end, None, end, _LABEL), index + 1
        reason = "Begint met ‘Vraag’, met een antwoord op naam eronder."
        span = (below.start, below.end)
        return self.builder.build(start, end, span, below.start, reason, below), at + 1

    def _end_of_answer(self, index: int, *, tight: bool = False) -> int:
        """Return the index behind the last block of the answer that begins at `index`.

        `tight` says that question and answer stand on lines below one another: then a blank line
        ends the answer.
        """
        at = index + 1
        while at < len(self.blocks) and at - index < _MAX_ANSWER_BLOCKS:
            block = self.blocks[at]
            text = self.document.text(block).lstrip()
            label = block.kind == "heading" and block.level == 6 and not block.explicit
            if (block.kind == "heading" and not label) or _ASKED.match(text):
                break
            if block.kind == "paragraph" and (_LABELLED.match(text) or (tight and not block.tight)):
                break
            if text.endswith("?") and block.kind != "item" and len(text) < 120:
                break
            at += 1
        return at

    def _below_heading(self, index: int) -> tuple[QuestionProposal | None, int]:
        heading = self.blocks[index]
        words = self.document.text(heading).strip()
        at = index + 1
        first = self.blocks[at] if at < len(self.blocks) else None
        if first is None or first.kind in ("heading", "item", "rule"):
            return None, index + 1
        spoken = self._is_spoken(first)
        on_name = turn_head(self.document, self.people, first) is not None
        if category_of(words) and not (spoken or on_name):
            return None, index + 1
        last = self._end_of_answer(at, tight=first.tight)
        answered = ANSWERED.match(self.document.text(first).lstrip())
        answer_from = first.start + (answered.end() if answered else 0)
        span = (first.start, self.blocks[last - 1].end)
        reason = "Een vraag als kop, met het antwoord eronder."
        lead = _ASKED.match(words) or re.match(r"\d{1,2}[.)]\s+", words)
        start = heading.start + (lead.end() if lead else 0)
        found = self.builder.build(start, heading.end, span, answer_from, reason, first)
        if found and (spoken or index not in self.sure):
            found = replace(found, tier="possible", confidence=_POSSIBLE)
        return found, index + 1 if spoken else last

    def _is_spoken(self, block: Block) -> bool:
        """Whether the answer is a quotation or a turn, which is proposed as a quote already."""
        if self.document.passage(block.start, block.end)[0] in self.spoken:
            return True
        if self.document.text(block).lstrip()[:1] in "“‘\"'„«":
            return True
        mention = next(iter(self.people.between(block.start, block.start + 4)), None)
        return mention is not None and bool(
            re.compile(r"\s*:\s*[“‘\"„]").match(self.document.flat, mention.end)
        )

    def _in_list(self, index: int) -> tuple[QuestionProposal | None, int]:
        """Read a question that is an item, when somebody answers it on the next line."""
        block = self.blocks[index]
        at = index + 1
        if at >= len(self.blocks):
            return None, at
        following = self.blocks[at]
        mention = next(iter(self.people.between(following.start, following.start + 4)), None)
        turn = mention is not None and bool(
            re.compile(r"(?: ?\([^()\n]{1,80}\))?:").match(self.document.flat, mention.end)
        )
        if following.kind == "paragraph" and turn:
            reason = "Een vraag in een lijst, met een antwoord op naam eronder."
            span = (following.start, following.end)
            return self.builder.build(
                block.start, block.end, span, following.start, reason, following
            ), at + 1
        label = self.document.text(self.blocks[block.label]) if block.label >= 0 else ""
        last = at
        while (
            last < len(self.blocks)
            and self.blocks[last].kind == "item"
            and (not self.document.text(self.blocks[last]).rstrip().endswith("?"))
        ):
            last += 1
        asks = re.search(r"\b(?:vragen|thema[’']s|kwamen|terugkeerden|discussie)\b", label)
        if not asks or last == at or last >= len(self.blocks) or self.blocks[last].kind != "item":
            return None, at
        span = (following.start, self.blocks[last - 1].end)
        reason = "Een vraag in een lijst, met het antwoord in de punten eronder."
        return self.builder.build(block.start, block.end, span, following.start, reason), last
