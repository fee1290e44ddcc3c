"""The source text with its spans: each numbered, marked, and leading to its proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe


@dataclass(frozen=True, slots=True)
class SourceSpan:
    """A passage (offsets in the text) and where its number leads.

    ``label`` is shown; ``name`` says, before it, what it is to who can't see the colours.
    """

    start: int
    end: int
    anchor: str
    href: str
    label: str
    kind: str
    name: str


def marked_source(text: str, spans: Iterable[SourceSpan], start: int, end: int) -> SafeString:
    """The text from ``start`` to ``end`` as safe HTML.

    Each span is a link with its number, and a ``<mark>`` after it. The Tab key passes by the
    numbers, for each proposal has its own. Marks nest; where two overlap without one holding the
    other, the inner one ends with the outer one.
    """
    parts: list[str] = []
    open_ends: list[int] = []
    at = start

    def write_up_to(place: int) -> None:
        nonlocal at
        while open_ends and open_ends[-1] <= place:
            close = open_ends.pop()
            parts.extend((escape(text[at:close]), "</mark>"))
            at = close
        parts.append(escape(text[at:place]))
        at = place

    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if not start <= span.start < end:
            continue
        write_up_to(span.start)
        stop = min(span.end, end, *open_ends[-1:])
        parts.append(_number(span))
        if stop > span.start:
            parts.append(f'<mark class="rv-span rv-span--{span.kind}">')
            open_ends.append(stop)
    write_up_to(end)
    return mark_safe("".join(parts))  # noqa: S308 - the text is escaped piece by piece


def _number(span: SourceSpan) -> str:
    return format_html(
        '<a class="rv-number rv-number--{}" id="{}" href="{}" title="{}" tabindex="-1">'
        '<span class="kb-visually-hidden">{} </span>{}</a>',
        span.kind,
        span.anchor,
        span.href,
        span.name,
        span.name,
        span.label,
    )
