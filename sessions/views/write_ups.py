"""Write-ups: the texts, with everything that was drawn from them marked in place."""

import json
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import Crumb, capital, crumbs, public_or_404
from innovkb.kinds import ITEM_KINDS, Kind, kind
from innovkb.lib.filters import listing
from innovkb.lib.markdown import render_marked, visible_text
from innovkb.lib.relations import public_prefetch
from innovkb.open_data.annotations import MEDIA_TYPE, annotations
from innovkb.open_data.cited import citation_of_page, tags
from innovkb.passages.item_marks import mark_of
from sessions.forms import WriteUpFilters
from sessions.models import WriteUp
from sessions.models.speaker import Part

WRITE_UP = kind("write_up")
WORDS_A_MINUTE = 220
"""How fast an adult reads Dutch that is not fiction."""

# Who it is by comes first, who is only mentioned last.
_PARTS = list(Part)


def _rows(form: WriteUpFilters) -> QuerySet[Any]:
    rows = form.narrow(WRITE_UP.cards()).defer("body").order_by("-date", "pk")
    return rows.prefetch_related(public_prefetch(WriteUp, "appearances", "speaker"))


@require_safe
def write_up_list(request: HttpRequest) -> HttpResponse:
    """All write-ups, the newest first."""
    form = WriteUpFilters.over(request.GET, WRITE_UP.published)
    context = {
        "kind": WRITE_UP,
        "listing": listing(request, _rows, form),
        "crumbs": crumbs(WRITE_UP),
    }
    return render(request, "sessions/write_up_list.html", context)


def _relation(one: Kind) -> str:
    """The name of the relation from a write-up to its items of a kind."""
    return f"{one.key}s"


@require_safe
def write_up(request: HttpRequest, slug: str) -> HttpResponse:
    """The heart of the site: a text, its items marked in place, and leading both ways.

    Twelve queries: one for each of the eight kinds of items, and the write-up itself, its people,
    partners and announcements. A union would save some, and lose the models' own methods.
    """
    thing = public_or_404(WRITE_UP, slug, _with_all)
    groups = _groups(thing)
    document = render_marked(
        thing.body, [mark_of(item) for _, found in groups for item in found], top=3
    )
    for _, found in groups:
        for item in found:
            item.is_placed = mark_of(item).id in document.placed
    context = {
        "kind": WRITE_UP,
        "item": thing,
        "document": document,
        "minutes": max(1, round(len(thing.body.split()) / WORDS_A_MINUTE)),
        "people": sorted(
            thing.public_appearances, key=lambda a: (_PARTS.index(Part(a.part)), a.position)
        ),
        "groups": [(one, found) for one, found in groups if found],
        "contents": _contents(thing, document.headings, groups),
        "citation_tags": tags(citation_of_page(thing)),
        "crumbs": crumbs(WRITE_UP, (thing.title, "")),
    }
    return render(request, "sessions/write_up.html", context)


def _with_all(one: Kind) -> Any:
    """Write-ups with their people, partners, announcements and items."""
    return _with_items(one).prefetch_related(
        public_prefetch(WriteUp, "appearances", "speaker", "organisation"),
        public_prefetch(WriteUp, "partners"),
        public_prefetch(WriteUp, "announcements"),
    )


def _with_items(one: Kind) -> Any:
    return one.cards().prefetch_related(*_items())


def _items() -> list[Any]:
    """What fetches the items of a write-up, of each kind."""
    return [
        public_prefetch(WriteUp, _relation(one), *_selected(one), order_by=("position",))
        for one in ITEM_KINDS
    ]


def _groups(thing: Any) -> list[tuple[Kind, list[Any]]]:
    """The items of a write-up by kind."""
    return [(one, getattr(thing, f"public_{_relation(one)}")) for one in ITEM_KINDS]


@require_safe
def write_up_annotations(request: HttpRequest, slug: str) -> HttpResponse:
    """``/verslagen/<slug>/annotaties``: what was drawn from the text, as Web Annotations."""
    thing = public_or_404(WRITE_UP, slug, _with_items)
    marks = [(mark_of(item), item) for _, found in _groups(thing) for item in found]
    text, places = visible_text(thing.body, [mark for mark, _ in marks])
    data = annotations(thing, [(mark.id, item) for mark, item in marks], text, places)
    body = json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace")
    response = HttpResponse(body, content_type=MEDIA_TYPE)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _selected(one: Kind) -> tuple[str, ...]:
    """The foreign keys that the list of a kind's items shows."""
    return tuple(name for name in ("speaker", "set", "group") if _has_field(one.model, name))


def _has_field(model: Any, name: str) -> bool:
    return any(field.name == name for field in model._meta.concrete_fields)


def _contents(thing: Any, headings: Any, groups: list[tuple[Kind, list[Any]]]) -> list[Crumb]:
    """What the table of contents holds: the text's main headings, then what was drawn from it."""
    top = min((heading.level for heading in headings), default=0)
    entries = [(h.text, f"#{h.id}") for h in headings if h.level == top]
    if thing.public_appearances:
        entries.append(("Wie er spreken", "#mensen"))
    for one, found in groups:
        if found:
            entries.append((f"{capital(one.plural)} ({len(found)})", f"#{one.path}"))
    return [*entries, ("Over deze tekst", "#over-de-tekst")]
