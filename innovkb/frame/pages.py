"""What the views of every kind share."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string

from innovkb.kinds import Kind
from innovkb.lib.prepared import Prepared
from sessions.models import Appearance
from sessions.models.speaker import Part

Crumb = tuple[str, str]
_with_slug = Prepared(lambda kind, rows, slug: rows(kind).filter(slug=slug).order_by())
_appearances = Prepared(
    lambda write_ups, people: (
        Appearance.objects.published()
        .filter(write_up__in=write_ups)
        .filter(Q(speaker__in=people) | Q(part=Part.AUTHOR))
        .select_related("organisation", "speaker")
    )
)


def public_or_404(kind: Kind, slug: str, rows: Callable[[Kind], QuerySet[Any]] = Kind.full) -> Any:
    """The public object of a kind, with all that its page shows; raises Http404.

    ``rows`` gives the public rows to look in when a page needs more or less than ``full()``.
    """
    found = _with_slug(kind, rows, slug=slug)
    if not found:
        raise Http404(f"{kind.singular} {slug}")
    return found[0]


def crumbs(kind: Kind, *more: Crumb) -> list[Crumb]:
    """The way to a page: the list of its kind, then ``more``; the page itself has no address."""
    return [(capital(kind.plural), kind.list_url), *more]


def under_bar(
    page: HttpResponse, template: str, context: dict[str, Any], request: HttpRequest
) -> HttpResponse:
    """A public page for an editor's eyes, with a bar above it that says what it is."""
    bar = render_to_string(template, context, request)
    page.content = page.content.decode().replace("<main", f"{bar}<main", 1).encode()
    return page


def capital(text: str) -> str:
    """With a capital first letter; unlike ``str.capitalize`` the rest stays as it is."""
    return text[:1].upper() + text[1:]


def attach_capacities(items: Iterable[Any]) -> None:
    """Sets ``capacity`` on items: role and organisation of the speaker in that write-up; and
    ``authors``: the names of who wrote it, and so tell what others find.

    One query for all items.
    """
    items = list(items)
    said = [item for item in items if item.speaker_id]
    rows = _appearances(
        write_ups=sorted({item.write_up_id for item in said}),
        people=sorted({item.speaker_id for item in said}),
    )
    known: dict[tuple[int, int], str] = {}
    authors: dict[int, list[str]] = {}
    for row in rows:
        key = (row.write_up_id, row.speaker_id)
        known[key] = known.get(key) or row.capacity
        if row.part == Part.AUTHOR:
            authors.setdefault(row.write_up_id, []).append(row.speaker.name)
    for item in items:
        item.capacity = known.get((item.write_up_id, item.speaker_id), "")
        item.authors = authors.get(item.write_up_id, [])
