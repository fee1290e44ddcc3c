"""Quotes: spoken words with their speaker, between marks, in turns, or as a pull quote."""

from __future__ import annotations

from collections import defaultdict

from innovkb.ingest.recognise.names.people import People
from innovkb.ingest.recognise.proposals import QuoteProposal
from innovkb.ingest.recognise.speech.attribution import attribute
from innovkb.ingest.recognise.speech.marks import Marked, dialogue, find_marked
from innovkb.ingest.recognise.speech.signature import NOBODY, Attribution, signature_at
from innovkb.ingest.recognise.speech.subject import SubjectTracker
from innovkb.ingest.recognise.speech.turns import (
    Turn,
    interview_answers,
    name_lines,
    table_turns,
    turns,
)
from innovkb.ingest.recognise.speech.verdict import AFTER_VERB, is_one_question, is_quotation
from innovkb.ingest.recognise.text.document import Block, SourceText

_MAX_CANDIDATES = 8
_MAX_GAP = 80
_MAX_PULL_QUOTE = 450


def find_quotes(document: SourceText, people: People) -> tuple[QuoteProposal, ...]:
    """Return the quotes in the order of the text; note in `people` who is quoted."""
    marked = _spoken(document)
    by_place = turns(document, people, marked) or name_lines(document, people)
    by_place = by_place | table_turns(document, people)
    by_block: dict[int, list[Marked]] = defaultdict(list)
    for one in marked:
        by_block[document.index_at(one.outer_start)].append(one)
    tracker = SubjectTracker(document, people)
    answers = interview_answers(document, people)
    proposals: list[QuoteProposal] = []
    for index, block in enumerate(document.blocks):
        tracker.enter(index)
        if index in by_place and not by_block[index]:
            found = _turn_quote(document, people, block, by_place[index])
            tracker.say((by_place[index].speaker,), block.end)
        elif index in answers and not by_block[index]:
            found = _turn_quote(document, people, block, answers[index])
        else:
            found = _block_quotes(document, people, block, by_block[index], tracker)
        if not found:
            found = _pull_quote(document, people, index) or _comment(document, people, index)
        proposals += found
        tracker.leave(index)
    return tuple(proposals)


def _spoken(document: SourceText) -> list[Marked]:
    """Return the passages between marks that are quotations, the outer of nested ones."""
    kept: list[Marked] = []
    for one in find_marked(document):
        if kept and one.start < kept[-1].end:
            continue
        if not one.opened and not _follows_a_quote_or_name(document, one, kept):
            continue
        block = document.blocks[document.index_at(one.outer_start)]
        if _goes_on(document, one, kept) or is_quotation(document, block, one):
            kept.append(one)
    behind_dashes = (dialogue(document, block) for block in document.blocks)
    kept += [one for one in behind_dashes if one is not None]
    return sorted(kept, key=lambda one: one.start)


def _goes_on(document: SourceText, one: Marked, kept: list[Marked]) -> bool:
    """Whether the words carry on the quotation before: "A", lacht Anna, "b"."""
    if not kept or not 0 < one.outer_start - kept[-1].outer_end < _MAX_GAP:
        return False
    gap = document.flat[kept[-1].outer_end : one.outer_start]
    return bool(AFTER_VERB.match(gap)) and gap.rstrip().endswith(",") and "\n" not in gap


def _follows_a_quote_or_name(document: SourceText, one: Marked, kept: list[Marked]) -> bool:
    """Whether words whose opening mark is missing stand where a quotation would go on."""
    if kept and 0 <= one.start - kept[-1].outer_end <= 3:
        return True
    return document.flat[max(0, one.start - 3) : one.start].rstrip().endswith(":")


def _block_quotes(
    document: SourceText,
    people: People,
    block: Block,
    marked: list[Marked],
    tracker: SubjectTracker,
) -> list[QuoteProposal]:
    proposals = []
    previous: tuple[Marked, Attribution] | None = None
    for one in marked:
        subject = tracker.at(block, one.outer_start)
        attribution = attribute(document, people, block, one, subject, previous)
        previous = (one, attribution)
        speaker = () if attribution.speaker is None else (attribution.speaker,)
        tracker.say(speaker, one.outer_end)
        proposals.append(_proposal(document, people, block, one.start, one.end, attribution, one))
    return proposals


def _proposal(
    document: SourceText,
    people: People,
    block: Block,
    start: int,
    end: int,
    attribution: Attribution,
    marked: Marked | None = None,
) -> QuoteProposal:
    while end > start and document.flat[end - 1] in " ,":
        end -= 1
    first, last, text = document.passage(start, end)
    confidence, reason = attribution.confidence, attribution.reason
    if marked is not None and not (marked.closed and marked.opened):
        confidence = round(confidence - 0.2, 2)
        missing = "sluiten" if not marked.closed else "openen"
        reason += f" De aanhalingstekens {missing} niet: controleer waar het citaat "
        reason += "eindigt." if not marked.closed else "begint."
    if attribution.speaker is not None:
        people.quoted.add(attribution.speaker)
    asks = is_one_question(text)
    return QuoteProposal(
        start=first,
        end=last,
        text=text,
        confidence=confidence,
        reason=f"{reason} Het is een vraag." if asks else reason,
        tier="possible" if asks else "sure",
        speaker=None if attribution.speaker is None else people.name(attribution.speaker),
        candidates=tuple(people.name(index) for index in attribution.candidates[:_MAX_CANDIDATES]),
        section=document.heading(block),
    )


def _turn_quote(
    document: SourceText, people: People, block: Block, turn: Turn
) -> list[QuoteProposal]:
    attribution = Attribution(
        turn.speaker, (turn.speaker,), 0.9, "Beurt in een gesprek: de naam staat erboven of ervoor."
    )
    return [_proposal(document, people, block, turn.start, turn.end, attribution)]


def _pull_quote(document: SourceText, people: People, index: int) -> list[QuoteProposal]:
    """Return the block as a quote without marks when a signature stands on the next line."""
    block = document.blocks[index]
    if block.kind not in ("paragraph", "quote") or index + 1 >= len(document.blocks):
        return []
    text = document.text(block).strip()
    if len(text) > _MAX_PULL_QUOTE or len(text.split()) < 4 or text[-1] not in ".!?…":
        return []
    following = document.blocks[index + 1]
    if following.kind not in ("paragraph", "quote") or (
        block.kind == "paragraph" and not following.tight and not _dashed(document, following)
    ):
        return []
    if any(mark in text for mark in "“”„"):
        return []
    signature = signature_at(document, people, index + 1)
    if signature is None or (signature is NOBODY and block.kind != "quote"):
        return []
    if signature is not NOBODY:
        reason = "Losse tekst met een naam op de regel eronder, zonder aanhalingstekens."
        signature = Attribution(signature.speaker, signature.candidates, 0.88, reason)
    return [_proposal(document, people, block, block.start, block.end, signature)]


def _comment(document: SourceText, people: People, index: int) -> list[QuoteProposal]:
    """Return the block as what a reader wrote, below "Naam | 9 september 2020, 09:57"."""
    block = document.blocks[index]
    if block.kind not in ("paragraph", "quote") or not index:
        return []
    above = document.blocks[index - 1]
    mention = next(iter(people.between(above.start, above.start + 3)), None)
    context = people.by_start.get(mention.start) if mention else None
    if mention is None or context is None or not context.comments:
        return []
    attribution = Attribution(mention.people[0], mention.people, 0.85, "Reactie van een lezer.")
    return [_proposal(document, people, block, block.start, block.end, attribution)]


def _dashed(document: SourceText, block: Block) -> bool:
    return document.text(block).lstrip()[:1] in "–—-"
