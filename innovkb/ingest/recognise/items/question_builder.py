"""Makes proposals of questions: where the answer stands, and who gives it."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import QuestionProposal, Span
from innovkb.ingest.recognise.text.document import Block, SourceText

ANSWERED = re.compile(
    r"(?:Antwoord|Antw\.|Reactie|A|Answer)(?: \d+)?(?: (?:van|door) [^:\n]{2,60}"
    r"| ?\([^()\n]{2,60}\)| [A-ZÀ-Þ][^:.\n]{1,50})?(?:\s?[:.]| [–—-](?= ))\s*(?=\S)"
)
"""The label of an answer: "Antwoord:", "A (Anna Bos) –"."""
_ANSWERS_VERB = re.compile(r"(?:antwoordt?|antwoordde|zegt|zei|legt|aldus|volgens)\b")
# What a page says about itself is no knowledge.
_OF_THE_DOCUMENT = re.compile(
    r"\b(?:dit document|deze (?:factsheet|site|website|pagina|app|nieuwsbrief|brochure)|terecht met"
    r"|vragen of feedback|contact op(?:nemen)?|in contact)\b",
    re.IGNORECASE,
)


class QuestionBuilder:
    """Makes proposals of the questions of one text; notes in `people` who answers."""

    def __init__(self, document: SourceText, people: People) -> None:
        self.document = document
        self.people = people

    def build(
        self,
        start: int,
        end: int,
        answer: tuple[int, int] | None,
        answer_from: int,
        reason: str,
        block: Block | None = None,
    ) -> QuestionProposal | None:
        """Return the question `start` to `end` (flat offsets); None for one about the page itself.

        `answer` is the passage of the answer and `block` its first block; the words for who
        answers are looked for there, and the answer itself begins at `answer_from` or later.
        """
        first, last, question = self.document.passage(start, end)
        if not question or _OF_THE_DOCUMENT.search(question):
            return None
        span, words = None, ""
        people: tuple[int, ...] = ()
        if answer is not None:
            if block is not None:
                people, answer_from = self._answered_by(block, answer_from)
            answer_start, answer_end, words = self.document.passage(answer_from, answer[1])
            span = Span(answer_start, answer_end)
        if len(people) == 1:
            self.people.answered.add(people[0])
        return QuestionProposal(
            start=first,
            end=last,
            text=question,
            confidence=0.9 if words else 0.6,
            reason=reason,
            question=question,
            answer=words,
            answered_by=self.people.name(people[0]) if len(people) == 1 else None,
            candidates=tuple(self.people.name(index) for index in people),
            answer_span=span,
        )

    def _answered_by(self, block: Block, answer_from: int) -> tuple[tuple[int, ...], int]:
        """Return who answers and where the answer itself begins."""
        flat = self.document.flat
        head = flat[block.start : answer_from]
        if ANSWERED.match(head + "x"):
            mention = next(iter(self.people.between(block.start, answer_from)), None)
            return (mention.people if mention else ()), answer_from
        mention = next(iter(self.people.between(block.start, block.start + 4)), None)
        colon = mention and re.compile(r"(?: ?\([^()\n]{1,80}\))?\s*:\s*").match(flat, mention.end)
        if mention and colon:
            return mention.people, colon.end()
        for found in self.people.between(block.start, min(block.end, block.start + 300)):
            if _ANSWERS_VERB.search(flat, max(block.start, found.start - 15), found.end + 15):
                return found.people, answer_from
        return (), answer_from
