"""What is in the index: a document for every public page, and one for every passage."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import quote as percent_encode

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from innovkb.kinds import KINDS, Kind
from innovkb.lib.markdown import render
from innovkb.lib.publishing import scheduled_q
from innovkb.lib.text import shorten
from innovkb.search.index.document import IndexDocument
from sessions.models import WriteUp
from sessions.serialize import IndexText

_LEAST_PASSAGE = 40
"""Characters; shorter stretches say too little by themselves."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS = ("p", "li", "td", "th", "dt", "dd", "pre")


def documents(keys: Iterable[tuple[str, int]] | None = None) -> Iterator[IndexDocument]:
    """The documents of all public objects, or of those among ``keys``; a few queries a kind."""
    wanted: dict[str, list[int]] | None = None
    if keys is not None:
        wanted = {kind.key: [] for kind in KINDS}
        for kind_key, object_id in keys:
            wanted[kind_key].append(object_id)
    for kind in KINDS:
        if wanted is not None and not wanted[kind.key]:
            continue
        rows = kind.indexed().order_by("pk")
        if wanted is not None:
            rows = rows.filter(pk__in=wanted[kind.key])
        for thing in rows.iterator(chunk_size=500):
            yield from _documents_of(kind, thing)


def next_due() -> datetime | None:
    """When the next scheduled write-up becomes public; None when none is waiting."""
    times = WriteUp.objects.filter(scheduled_q()).values_list("publish_at", flat=True)
    return times.order_by("publish_at").first()


def _documents_of(kind: Kind, thing: Any) -> Iterator[IndexDocument]:
    entry = kind.entry(thing)
    is_write_up = kind.key == "write_up"
    yield IndexDocument(
        kind=kind.key,
        object_id=thing.pk,
        title=entry.title,
        body=thing.summary if is_write_up else entry.body,
        context=entry.context,
        url=thing.get_absolute_url(),
        heading=_heading(kind, thing),
        language=getattr(thing, "title_language", "nl"),
        byline=entry.byline or _byline(kind, thing),
        speaker=_speaker(kind, thing),
        facets=_facets(entry),
    )
    if is_write_up:
        yield from _passages(kind, thing, entry)


def _heading(kind: Kind, thing: Any) -> str:
    if kind.key == "question":
        return str(thing.question)
    return str(getattr(thing, "label", "") or getattr(thing, "title", "") or thing)


def _byline(kind: Kind, thing: Any) -> str:
    """Who and from what: the line below a result's title."""
    if kind.is_item:
        names = [thing.voice if kind.key == "quote" else thing.speaker, thing.write_up]
        return " · ".join(str(name) for name in names if name)
    return str(getattr(thing, "date_display", ""))


def _speaker(kind: Kind, thing: Any) -> str:
    if kind.key == "speaker":
        return str(thing.name)
    return str(thing.speaker or "") if kind.is_item else ""


def _facets(entry: IndexText) -> tuple[tuple[str, str], ...]:
    many = {
        "theme": entry.themes,
        "speaker": entry.speakers,
        "organisation": entry.organisations,
        "series": entry.series,
        "year": (str(entry.year),) if entry.year else (),
    }
    return tuple((name, value) for name, values in many.items() for value in values)


@dataclass
class _Passage:
    """A stretch of a body: its heading, the anchor there, its text and how that begins."""

    heading: str
    anchor: str
    text: str
    start: str


def _passages(kind: Kind, thing: WriteUp, entry: IndexText) -> Iterator[IndexDocument]:
    """Each paragraph and list item of the body, under its heading."""
    url = thing.get_absolute_url()
    for number, passage in enumerate(_stretches(render(thing.body)), start=1):
        yield IndexDocument(
            kind=kind.key,
            object_id=thing.pk,
            passage=number,
            title=passage.heading,
            body=passage.text,
            context=entry.title,
            url=f"{url}#{passage.anchor}:~:text={percent_encode(passage.start, safe='')}",
            heading=thing.title,
        )


def _stretches(html: str) -> list[_Passage]:
    """The blocks of a body; a short one joins its neighbour under the same heading."""
    found: list[_Passage] = []
    heading, anchor, is_first = "", "tekst", True
    for block in BeautifulSoup(html, "html.parser").find_all([*_HEADINGS, *_BLOCKS]):
        if block.name in _HEADINGS:
            heading, anchor, is_first = _text(block), str(block.get("id") or "tekst"), True
            continue
        text = " ".join("".join(_own_texts(block)).split())
        if not text:
            continue
        if not is_first and min(len(text), len(found[-1].text)) < _LEAST_PASSAGE:
            found[-1].text += f" {text}"
        else:
            found.append(_Passage(heading, anchor, text, shorten(text, 60).removesuffix("…")))
        is_first = False
    return found


def _text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def _own_texts(block: Tag) -> Iterator[str]:
    """The text of a block without that of the blocks within it."""
    for child in block.descendants:
        if isinstance(child, NavigableString) and child.find_parent(_BLOCKS) is block:
            yield str(child)
