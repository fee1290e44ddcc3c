"""Marks the words that made a hit, in the original text, also inside compounds."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from innovkb.search.analysis import AnalysedToken, analyse, found_by

SNIPPET = 240
"""Characters of text that a result shows."""


@lru_cache(maxsize=4096)
def analysed(text: str) -> tuple[AnalysedToken, ...]:
    """The tokens of a text that results show; the same texts come back often."""
    return tuple(analyse(text))


def highlight(text: str, terms: set[str], *, length: int | None = SNIPPET) -> SafeString:
    """The text, or the stretch of ``length`` with most hits, escaped, with ``<mark>``s."""
    spans = _merged(span for token in analysed(text) for span in _spans(token, terms))
    start, end = (0, len(text)) if length is None else _window(text, spans, length)
    pieces = ["…" if start else ""]
    at = start
    for left, right in spans:
        if left < start or right > end:
            continue
        pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
        at = right
    pieces += [escape(text[at:end]), "…" if end < len(text) else ""]
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of text is escaped


def _spans(token: AnalysedToken, terms: set[str]) -> Iterable[tuple[int, int]]:
    """The widest stretch of the token that a term stands for."""
    if terms.isdisjoint(found_by(token.token.folded)):
        return ()
    found = [(start, end) for term, start, end in token.spans() if term in terms]
    whole = (token.token.start, token.token.end)
    return [whole] if whole in found else found


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, spans: list[tuple[int, int]], length: int) -> tuple[int, int]:
    """The stretch with most marks, from a word's start to a word's end."""
    if len(text) <= length:
        return 0, len(text)
    best, most = 0, 0
    for first, (start, _) in enumerate(spans):
        inside = sum(1 for _, end in spans[first:] if end <= start + length - 40)
        if inside > most:
            best, most = start, inside
    start = max(0, best - 40)
    if start:
        start = text.find(" ", start) + 1 or start
    end = min(len(text), start + length)
    if end < len(text):
        end = text.rfind(" ", start + length // 2, end) if " " in text[start:end] else end
        end = end if end > start else min(len(text), start + length)
    return start, end
