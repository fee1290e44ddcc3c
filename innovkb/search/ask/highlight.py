"""Marks what made a hit, in the original text, also inside compounds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe

from innovkb.search.analysis import AnalysedToken, analyse, found_by

SNIPPET = 240
"""Characters of text that a result shows."""
_SENTENCE = re.compile(r"\s*\S.*?(?:[.!?…]+[\"'”’)\]]*(?=\s)|\n|$)", re.DOTALL)
_STOPS = re.compile(r"[.!?;:\n]")
Span = tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """What is marked: words, by each of their terms, and groups of words that stand together."""

    terms: frozenset[str] = frozenset()
    groups: frozenset[tuple[str, ...]] = frozenset()


@lru_cache(maxsize=4096)
def analysed(text: str) -> tuple[AnalysedToken, ...]:
    """The tokens of a text that results show; the same texts come back often."""
    return tuple(analyse(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line ends one too."""
    return [match.group().strip() for match in _SENTENCE.finditer(text)]


def highlight(text: str, marks: Marks, *, length: int | None = SNIPPET) -> SafeString:
    """The text, or of a text longer than ``length`` the sentences with most marks, escaped, with
    ``<mark>``s."""
    spans = _merged(_spans(text, marks))
    start, end = (0, len(text)) if length is None else _window(text, spans, length)
    pieces = ["… " if text[:start].rpartition("\n")[2].strip() else ""]
    at = start
    for left, right in spans:
        if left < start or right > end:
            continue
        pieces += [escape(text[at:left]), "<mark>", escape(text[left:right]), "</mark>"]
        at = right
    more = " …" if text[:end].endswith((".", "!", "?")) else "…"
    pieces += [escape(text[at:end]), more if text[end:].partition("\n")[0].strip() else ""]
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of text is escaped


def together(text: str, terms: Sequence[str]) -> Iterator[Span]:
    """Where all the terms stand in one row, in any order, with nothing but stop words between."""
    tokens = analysed(text)
    for first, token in enumerate(tokens):
        left = set(terms) - found_by(token.token.folded)
        if len(left) == len(set(terms)):
            continue
        end = token.token.end
        for other in tokens[first + 1 :]:
            if not left or _STOPS.search(text, end, other.token.start):
                break
            found = left & found_by(other.token.folded)
            if not found and not other.word.is_stop:
                break
            left -= found
            end = other.token.end
        if not left:
            yield token.token.start, end


def _spans(text: str, marks: Marks) -> Iterator[Span]:
    for token in analysed(text):
        yield from _within(token, marks.terms)
    for group in marks.groups:
        yield from together(text, group)


def _within(token: AnalysedToken, terms: frozenset[str]) -> Iterable[Span]:
    """The widest stretch of the token that a term stands for."""
    if terms.isdisjoint(found_by(token.token.folded)):
        return ()
    found = [(start, end) for term, start, end in token.spans() if term in terms]
    whole = (token.token.start, token.token.end)
    return [whole] if whole in found else found


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _window(text: str, spans: Sequence[Span], length: int) -> Span:
    """Whole sentences of one line: from the one with most marks on, as many as fit, or as much of
    it as fits.

    A line that fits is shown whole.
    """
    if len(text) <= length and "\n" not in text:
        return 0, len(text)
    sentences = [match.span() for match in _SENTENCE.finditer(text)]

    def marks(sentence: Span) -> int:
        return sum(sentence[0] <= start < sentence[1] for start, _ in spans)

    first = max(range(len(sentences)), key=lambda index: (marks(sentences[index]), -index))
    start, end = sentences[first]
    if end - start > length:
        return _cut(text, [span for span in spans if start <= span[0] < end], (start, end), length)
    for _, later in sentences[first + 1 :]:
        if later - start > length or "\n" in text[start:later].strip():
            break
        end = later
    for earlier, _ in reversed(sentences[:first]):
        if end - earlier > length or "\n" in text[earlier:end].strip():
            break
        start = earlier
    return end - len(text[start:end].lstrip()), len(text[:end].rstrip())


def _cut(text: str, spans: Sequence[Span], sentence: Span, length: int) -> Span:
    """The stretch of one long sentence with most marks, from a word's start to a word's end."""
    start, end = sentence
    best, most = start, 0
    for first, (left, _) in enumerate(spans):
        inside = sum(1 for _, right in spans[first:] if right <= left + length - 40)
        if inside > most:
            best, most = left, inside
    if best > start + length - 40:
        start = text.find(" ", best - 40, best) + 1 or best
    if end - start > length:
        space = text.rfind(" ", start + length // 2, start + length)
        end = space if space > 0 else start + length
    return start, end
