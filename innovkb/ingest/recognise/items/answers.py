"""Tips and barriers in the answers to a question that asks for them."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.items.candidates import Announcement, Candidates
from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.items.forms import form_signs
from innovkb.ingest.recognise.items.passages import Passages
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.scopes import question_scopes

_ASKS_ADVICE = re.compile(
    r"\bwat (?:moet|moeten|kan|kun|kunnen|zou|zouden) [^?]{2,60}\b(?:doen|weten|onthouden)\b"
    r"|\bwat (?:zou|zouden|wil|willen) [^?]{2,50}\b(?:zeggen|meegeven|adviseren|aanraden)\b"
    r"|\bwaar (?:moet|moeten|let|begin|beginnen|start) [^?]{0,40}\b(?:op|mee|letten|beginnen)\b"
    r"|\bhoe (?:begin|start|doe|pak|krijg|zorg|maak|voorkom|houd|kan|kun|moet) (?:je|jij|u|een"
    r"|iemand|we)\b",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"[*_]*[A-ZÀ-Þ][\w.’'-]*(?: [\w.’'-]+){0,4}(?: ?\([^()\n]{1,80}\))?[*_]*\s?:[*_]*\s+"
    r"|(?:Antwoord|A|Reactie)\b[^:\n–—]{0,60}\s?[:–—]\s+"
)
_JOINS = re.compile(r"(?:en|maar|dus|verder|ook|ten \w+)\b,? +", re.IGNORECASE)
# A sentence that only goes on about the one before.
_GOES_ON = re.compile(
    r"(?:daardoor|daarom|dus|zo|dat|dit|die|dan|daarmee|want|hierdoor|anders|bovendien|en dat|want"
    r"|voor wie|wie|hij|zij|het)\b",
    re.IGNORECASE,
)


def add_answers(document: SourceText, found: Candidates, passages: Passages) -> None:
    """Note the sentences of every answer to a question for advice or for obstacles."""
    for scope in question_scopes(document):
        asked = document.blocks[scope.question]
        words = document.text(asked).strip()
        kind = category_of(words)
        if kind not in ("tip", "barrier") and _ASKS_ADVICE.search(words):
            kind = "tip"
        if kind not in ("tip", "barrier"):
            continue
        told = Announcement(kind, words, "question", words[:70])
        for index in scope.answers:
            _answer(document, found, passages, told, document.blocks[index])


def _answer(
    document: SourceText, found: Candidates, passages: Passages, told: Announcement, block: Block
) -> None:
    flat = document.flat
    turn = _TURN.match(flat, block.start, block.end)
    begins = turn.end() if turn else block.start
    own_words = turn is not None or flat[block.start : block.end].lstrip()[:1] in "“„‘\"'«"
    opened = False
    last = False
    for one in passages.of(block):
        start = max(one.start, begins)
        if one.tail or start >= one.end:
            continue
        text = flat[start : one.end]
        joined = _JOINS.match(text)
        start += joined.end() if joined else 0
        order = {"order", "advice"}.intersection(form_signs(flat[start : one.end]))
        if told.category == "tip" and not order:
            last = False
            continue
        if last and _GOES_ON.match(text) and not order:
            continue
        more = ("opens answer",) if own_words and not opened else ()
        opened = last = True
        found.add(told, block, start, one.end, 0, more=more)
