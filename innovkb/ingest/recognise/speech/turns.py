"""Words that belong to somebody by their place: turns, answers of an interview, lines of names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.speech.marks import Marked
from innovkb.ingest.recognise.text.document import Block, SourceText

_MIN_TURNS = 4
_NEAR = 4
_MIN_LINES = 3
_PERSONAL = 0.3
# "Redactie:", "Vraag:": a label at the head of a turn that names nobody.
_ASKER = re.compile(r"[ *_]*([A-ZÀ-Þ][\w-]+(?: [\w-]+){0,3})[*_]*\s?:\s")
_AFTER_NAME = re.compile(
    r"(?:, [^,.:!?\n]{2,80}(?:, [^.:!?\n]{2,60})?| ?\([^()\n]{2,80}\))?\s*:?\s*"
)
_MIN_QUESTIONS = 2
_ASKED = re.compile(r"\W*(?:Vraag|V|Q)\b[^:?\n]{0,12}:\s")
_ANSWERED = re.compile(r"\W*(?:Antwoord|Reactie|A)\s?\d{0,2}\s?:\s+")
_FIRST_PERSON = re.compile(r"\b(?:ik|mijn|mij|we|wij|ons|onze)\b", re.IGNORECASE)
_INTERVIEWS = re.compile(
    r"\b(?:interview met|(?:in )?gesprek met|vragen aan|spraken (?:we |wij )?(?:met)?|sprak met"
    r"|aan het woord:?"
    r"|interview:?|vroegen (?:we )?(?:aan )?)(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
_INTERVIEW = re.compile(r"\b(?:interview|gesprek|spraken|vragen aan|vraaggesprek)\b", re.IGNORECASE)
# What may stand before the name at the head of a turn: the time, a title, a function.
_HEAD = re.compile(
    r"[^\w\[(\n]{0,6}(?:[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?[^\w\[(\n]{0,4})?"
    r"(?:(?i:(?:de )?heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?) "
    r"|(?!Antwoord|Reactie|Vraag)[A-ZÀ-Þ][a-zà-ÿ-]+ \(?)?"
)
_TURN_END = re.compile(
    r"\)?(?: ?[(\[][^()\[\]\n]{1,100}[)\]])?(?:, [^,.:\n]{3,60})?(?:\s?:|\s[–—-]\s)\s*"
)
_HOSTS = re.compile(
    r"\b(?:(?:dag|gespreks)?(?:voorzitter|voorzitster|leider|leidster)|moderator|interview(?:er|ster)"
    r"|presentator|presentatrice|vraagsteller|host|redactie)\b",
    re.IGNORECASE,
)
# What heads the column of a table in which people's words stand.
_WORDS_COLUMN = re.compile(
    r"(?:wat )?(?:(?:hij|zij|ze|die) )?(?:zei(?:den)?|zegt|zeggen|vertelde)"
    r"|citaat|citaten|uitspra(?:ak|ken)|quotes?|(?:in )?(?:hun |eigen )+woorden",
    re.IGNORECASE,
)
_TIME_ALONE = re.compile(r"[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?")
_CUT = re.compile(r"[.!?…]+[”’\"')]*(?:\s+|$)")


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a block is, and where they begin and end (flat offsets)."""

    speaker: int
    start: int
    end: int


def turns(document: SourceText, people: People, marked: list[Marked]) -> dict[int, Turn]:
    """Return the blocks that are turns of a conversation.

    Only where most of the text is one: at least four turns without quotation marks, by two or
    more people; a label that asks counts too ("Redactie:"). What one of them asks is no quote.
    """
    found: dict[int, tuple[int, int]] = {}
    labels: Counter[str] = Counter()
    questions: Counter[int] = Counter()
    hosts: set[int] = set()
    with_marks = 0
    quoted_blocks = {document.index_at(one.outer_start) for one in marked}
    for index, block in enumerate(document.blocks):
        head = turn_head(document, people, block)
        if head is None:
            if label := _ASKER.match(document.flat, block.start, block.end):
                labels[label[1]] += 1
            continue
        if index in quoted_blocks:
            with_marks += 1
            continue
        if document.flat[head.start : head.start + 1].isupper():
            found[index] = (head.speaker, head.start)
            questions[head.speaker] += document.text(block).rstrip().endswith("?")
            if _HOSTS.search(document.flat, block.start, head.start):
                hosts.add(head.speaker)
    speakers = Counter(speaker for speaker, _ in found.values())
    asked = sum(count for count in labels.values() if count > 1)
    if len(found) + asked < _MIN_TURNS or len(speakers) + bool(asked) < 2:
        return {}
    if with_marks > len(found):
        return {}
    hosts |= {who for who, count in questions.items() if count >= 0.6 * speakers[who] and count > 1}
    return {
        index: Turn(who, start, document.blocks[index].end)
        for index, (who, start) in found.items()
        if who not in hosts and not only_asks(document.flat, start, document.blocks[index].end)
    }


def turn_head(document: SourceText, people: People, block: Block) -> Turn | None:
    """Return who has the turn that the block opens, and where the words begin; None for no turn.

    Before the name may stand the time, a title or a function: "[01:30] Voorzitter (Anna Bos):".
    """
    if block.kind == "heading":
        return None
    head = _HEAD.match(document.flat, block.start, block.end)
    reach = (head.end() if head else block.start) + _NEAR
    mention = next(iter(people.between(block.start, reach)), None)
    if mention is None or len(mention.people) != 1:
        return None
    colon = _TURN_END.match(document.flat, mention.end, block.end)
    return Turn(mention.people[0], colon.end(), block.end) if colon else None


def only_asks(flat: str, start: int, end: int) -> bool:
    """Whether every sentence of the passage is a question."""
    pieces = [mark[0] for mark in _CUT.finditer(flat, start, end)]
    return bool(pieces) and all("?" in piece for piece in pieces)


def name_lines(document: SourceText, people: People) -> dict[int, Turn]:
    """Return what stands below lines that hold a name and perhaps a function, three or more.

    A line of a name opens words of its own: it does not follow tight on a paragraph, as a
    signature does, and ends in a colon, stands in bold, or has its words right below it. Who
    mostly asks is no quote.
    """
    blocks = document.blocks
    heads = {index for index in range(len(blocks)) if _is_name_line(document, people, index)}
    if len(heads) < _MIN_LINES:
        return {}
    found: dict[int, Turn] = {}
    asked: Counter[int] = Counter()
    for head in sorted(heads):
        who = people.between(blocks[head].start, blocks[head].start + 3)[0].people[0]
        last = head
        while last + 1 < len(blocks) and blocks[last + 1].kind in ("paragraph", "quote"):
            if last + 1 in heads or _ASKER.match(document.flat, blocks[last + 1].start):
                break
            if _is_time(document, last + 1):
                break
            last += 1
        if last == head:
            continue
        asked[who] += document.text(blocks[last]).rstrip().endswith("?")
        found[head + 1] = Turn(who, blocks[head + 1].start, blocks[last].end)
    spoken = Counter(turn.speaker for turn in found.values())
    hosts = {who for who, count in asked.items() if count >= 0.5 * spoken[who]}
    return {index: turn for index, turn in found.items() if turn.speaker not in hosts}


def _is_name_line(document: SourceText, people: People, index: int) -> bool:
    block, following = document.blocks[index], document.blocks[index + 1 : index + 2]
    if block.kind not in ("paragraph", "heading") or not following or block.explicit:
        return False
    if following[0].kind not in ("paragraph", "quote"):
        return False
    mention = next(iter(people.between(block.start, block.start + 3)), None)
    if mention is None or len(mention.people) != 1:
        return False
    rest = document.flat[mention.end : block.end]
    if not _AFTER_NAME.fullmatch(rest):
        return False
    if block.tight and index and not _is_time(document, index - 1):
        return False
    return rest.rstrip().endswith(":") or block.bold or following[0].tight


def table_turns(document: SourceText, people: People) -> dict[int, Turn]:
    """Return the words in tables with a column for them ("Wie | Zei"), of one person a row."""
    found: dict[int, Turn] = {}
    heads: list[str] = []
    for index, row in enumerate(document.blocks):
        cells = document.cells(row) if row.kind == "row" else []
        if not row.tight or not cells:
            heads = [document.flat[slice(*cell)].strip() for cell in cells]
            continue
        columns = [at for at, head in enumerate(heads) if _WORDS_COLUMN.fullmatch(head)]
        if len(columns) != 1 or len(cells) != len(heads):
            continue
        start, end = cells.pop(columns[0])
        named = {who for cell in cells for one in people.between(*cell) for who in one.people}
        if len(named) == 1:
            start += len(document.flat[start:end]) - len(document.flat[start:end].lstrip())
            found[index] = Turn(named.pop(), start, end)
    return found


def _is_time(document: SourceText, index: int) -> bool:
    """Whether the line is the time of a recording: "[00:12:04]"."""
    return bool(_TIME_ALONE.fullmatch(document.text(document.blocks[index]).strip()))


def interview_answers(document: SourceText, people: People) -> dict[int, Turn]:
    """Return the paragraphs that answer the questions of an interview with one person.

    The text must say that it is one ("in gesprek met", "vragen aan"), its questions must be
    headings or stand behind "Vraag:", and most answers must be in the first person.
    """
    blocks = document.blocks
    asked = [index for index, block in enumerate(blocks) if _is_asked(document, block)]
    answered = {index: _paragraphs_below(document, index) for index in asked}
    answered = {index: below for index, below in answered.items() if below}
    personal = sum(
        bool(_FIRST_PERSON.search(" ".join(document.text(blocks[i]) for i in below)))
        for below in answered.values()
    )
    marked = sum(
        document.text(blocks[below[0]]).lstrip()[:1] in "“„‘\"'«" for below in answered.values()
    )
    if marked > 0.5 * len(answered):
        return {}  # The answers stand between marks, so what does not is a question.
    if len(answered) < _MIN_QUESTIONS or personal < _PERSONAL * len(answered):
        return {}
    who = _interviewee(document, people, blocks[asked[0]].start)
    if who is None:
        return {}
    found = (_answer(document, who, blocks[i]) for below in answered.values() for i in below)
    # Who answers says "I": a paragraph that names them is the writer's.
    return {
        document.index_at(turn.start): turn
        for turn in found
        if not any(who in mention.people for mention in people.between(turn.start, turn.end))
    }


def _is_asked(document: SourceText, block: Block) -> bool:
    """Whether the block is a question as a heading, or one behind "Vraag:"."""
    text = document.text(block)
    if not text.rstrip().endswith("?"):
        return False
    return block.kind == "heading" or bool(block.kind == "paragraph" and _ASKED.match(text))


def _answer(document: SourceText, who: int, block: Block) -> Turn:
    label = _ANSWERED.match(document.flat, block.start, block.end)
    return Turn(who, label.end() if label else block.start, block.end)


def _paragraphs_below(document: SourceText, index: int) -> list[int]:
    below = []
    for at in range(index + 1, len(document.blocks)):
        block = document.blocks[at]
        if block.kind != "paragraph" or _is_asked(document, block):
            break
        below.append(at)
    return below


def _interviewee(document: SourceText, people: People, before: int) -> int | None:
    """Return the one person with whom the text above the first question is a conversation."""
    for mention in people.between(0, before):
        block = document.blocks[document.index_at(mention.start)]
        lead = document.flat[max(block.start, mention.start - 60) : mention.start]
        if len(mention.people) == 1 and _INTERVIEWS.search(lead):
            return mention.people[0]
    present = {
        mention.people[0]
        for mention in people.between(0, before)
        if len(mention.people) == 1
        and not any(c.author for c in people.contexts.get(mention.people[0], ()))
    }
    said = _INTERVIEW.search(document.flat, 0, before)
    return present.pop() if said and len(present) == 1 else None
