"""Tips in running text: "Haar advies? Trek je laarzen uit. Neem nooit een laptop mee."

A sentence announces them; the orders behind it, or the counted points, are the tips.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from innovkb.ingest.recognise.items.candidates import SENTENCE, Announcement, Candidates
from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.grammar import is_imperative

_NOUN = (
    r"(?:tips?|adviezen|advies|lessen|les|aanbevelingen|aanbeveling|vuistregels?|raad"
    r"|wenken|suggesties"
    r"|(?:twee|drie|vier|vijf|zes|gouden|eenvoudige|simpele) regels)"
)
_INVITES = re.compile(
    r"\b(?:meer (?:tips|lessen|weten)|heb je|zin om|vragen over)\b", re.IGNORECASE
)
_ANNOUNCES = re.compile(
    rf"\b{_NOUN}\b(?! (?:zat|zit|is aan|van de week))|\b(?:meegeven|aanraden|meegegeven)\b"
    r"|\bwat (?:kun|kan|kunnen) [^?]{2,40} doen\?"
    r"|\b(?:twee|drie|vier|vijf|zes) (?:dingen|punten|zaken|manieren|oproepen|ideeën)\b"
    r"|\b(?:raadt?|raadde) [^.?!:]{2,40} aan\b|\bwat (?:kun|kan) je (?:zelf|morgen)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\b(?:geeft|gaf|gaven|geven|heeft|had|hebben|deelt|deelde|deelden|noemt|noemde|sloot|besloot"
    r"|volgen|zijn|is|kreeg|kregen|luidt|luidde|luiden|formuleerde|vatte|deed|trok|trekt|mee)\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:(?:en|dus) )?(?:ten (?:eerste|tweede|derde|vierde|vijfde)|allereerst|tot slot|ten slotte"
    r"|tenslotte|de (?:eerste|tweede|derde|vierde|laatste)(?: (?:tip|les))?(?: is)?"
    r"|(?:nummer )?(?:één|een|twee|drie|vier|vijf|[1-9]))(?:[:,.)]| is:?) +(?=\S)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:;|,)? +en (?=\S)|[;,] +(?=\S)")
_AND = re.compile(r"(?:en|dus|maar|of|dan)\b,? +", re.IGNORECASE)
_ADVICE_IS = re.compile(
    r"(?:(?:Mijn|Haar|Zijn|Hun|Ons|Onze) (?:\w+ ){0,2}(?:tip|advies|les|raad)"
    r"|(?:Het|De|Een) (?:\w+ ){0,2}(?:tip|advies|les) (?:van|aan|voor) [^.:?!]{2,50}?)"
    r" (?:is|was|luidt|blijft)(?: dan ook| dus| daarom| simpel| altijd)?,? (?=(?:om|dat)\b)"
)
_MAX_LEAD = 260


def add_prose_tips(
    document: SourceText, people: People, builder: Candidates, taken: set[int]
) -> None:
    """File the tips that a sentence announces, in its paragraph or in the turns below it."""
    for index, block in enumerate(document.blocks):
        if block.kind != "paragraph" or index in taken or block.start in builder.filed:
            continue
        sentences = list(SENTENCE.finditer(document.flat, block.start, block.end))
        for place, sentence in enumerate(sentences):
            words = sentence[0].strip()
            if advice := _ADVICE_IS.match(words):
                told = Announcement("tip", "", "advice is", advice[0].strip(" ,"))
                start = sentence.start() + sentence[0].index(words) + advice.end()
                builder.add(told, block, start, sentence.end(), 0)
                for more in _following(document, sentences[place + 1 :]):
                    builder.add(told, block, *more, 0)
                break
            if not _announces(words):
                continue
            found = list(_orders(document, sentence, sentences[place + 1 :]))
            told = Announcement("tip", words, "cue", _short(words))
            for position, (start, end) in enumerate(found, 1):
                builder.add(told, block, start, end, position)
            if not found and place == len(sentences) - 1 and not words.endswith("?"):
                _turns_below(document, people, builder, index, told)
            break


def _announces(words: str) -> bool:
    lead = words[:_MAX_LEAD].partition(":")[0]
    if not _ANNOUNCES.search(lead) or _INVITES.search(lead):
        return False
    return ":" in words or words.endswith("?") or bool(_GIVES.search(lead))


def _short(words: str) -> str:
    lead = words.partition(":")[0].strip(" ?.!")
    return lead if len(lead) <= 50 else f"…{lead[-50:]}"


def _orders(
    document: SourceText, sentence: re.Match[str], rest: list[re.Match[str]]
) -> Iterator[tuple[int, int]]:
    """Yield the places of the tips: behind the colon, and in the sentences that follow."""
    flat = document.flat
    colon = flat.find(": ", sentence.start(), sentence.end())
    behind = list(_clauses(flat, colon + 2, sentence.end())) if colon >= 0 else []
    yield from behind
    if colon >= 0 and not behind and not flat[colon:].startswith((": “", ": ‘")):
        return
    if rest and sentence[0].rstrip().endswith("?") and _announces(rest[0][0].strip()):
        rest = rest[1:]  # "Wat kun je doen? Anna noemt drie dingen. Begin …"
    yield from _following(document, rest)


def _following(document: SourceText, rest: list[re.Match[str]]) -> Iterator[tuple[int, int]]:
    """Yield the orders and counted points at the head of `rest`."""
    flat = document.flat
    for following in rest:
        start = following.start() + len(following[0]) - len(following[0].lstrip())
        counted = _COUNT.match(flat, start, following.end())
        joined = _AND.match(flat, start, following.end())
        begin = counted.end() if counted else joined.end() if joined else start
        if not counted and not is_imperative(flat[begin : following.end()]):
            return
        if flat[begin] in "“‘\"'„":
            return
        yield begin, following.end()


def _clauses(flat: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the clauses between `start` and `end` if each of them is an order."""
    edges = [start]
    ends = []
    for mark in _CLAUSE.finditer(flat, start, end):
        if is_imperative(flat[mark.end() : end]):
            ends.append(mark.start())
            edges.append(mark.end())
    ends.append(end)
    counted = _COUNT.match(flat, start, end)
    if counted or (flat[start] not in "“‘\"'„" and is_imperative(flat[start:end])):
        edges[0] = counted.end() if counted else start
        yield from zip(edges, ends, strict=True)


def _turns_below(
    document: SourceText, people: People, builder: Candidates, index: int, told: Announcement
) -> None:
    """Take "Anna: Begin klein." below "Ieder panellid gaf één advies mee."."""
    position = 0
    for block in document.blocks[index + 1 :]:
        if not _is_order_by_name(document, people, block):
            return
        if "“" in document.text(block) or block.kind == "heading":
            continue
        position += 1
        builder.add(told, block, block.start, block.end, position)


def _is_order_by_name(document: SourceText, people: People, block: Block) -> bool:
    mention = next(iter(people.between(block.start, block.start + 3)), None)
    if mention is None or document.flat[mention.end : mention.end + 2] != ": ":
        return False
    return block.tight or is_imperative(document.flat[mention.end + 2 : block.end])
