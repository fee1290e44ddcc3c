"""``/kaart/``: the map, the same in a table, and how much there is on each theme."""

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import public_or_404
from innovkb.kinds import ITEM_KINDS, Kind, kind
from innovkb.lib.addresses import absolute, read_fields
from innovkb.lib.filters import Options, load_options
from innovkb.lib.text import fold
from innovkb.tools.cards.qr import qr_svg
from innovkb.tools.map.content import Detail, detail, overview
from innovkb.tools.map.forms import MapForm
from innovkb.tools.map.graph import Graph, Node
from innovkb.tools.map.heat import HELPING, SHADES, HelpRow, heat, help_heat
from innovkb.tools.map.layout import Box, draw
from practices.models import BarrierGroup
from practices.models.remedy import TARGETS

_HEADINGS = ("Thema’s", "Groepen barrières", "Wat helpt")
_DETAIL_HEADINGS = ("Thema’s", "Barrières", "Wat helpt")


@require_safe
def knowledge_map(request: HttpRequest) -> HttpResponse:
    """The overview; with a theme, a group or a node of one barrier, the map of those barriers."""
    options = load_options(
        thema=Options(kind("theme").published(), "slug", "name", "name"),
        groep=Options(BarrierGroup.objects.published(), "slug", "name", "name"),
    )
    themes, groups = options["thema"], options["groep"]
    fields, is_cut = read_fields(request)
    form = MapForm(fields, options)
    condition = _condition(form)
    found: Detail | None = detail(condition) if condition else None
    graph = found.graph if found else overview(themes, groups)
    chosen = graph.node(form.value("knoop"))
    ignored = [*form.ignored, *(["Dit adres is te lang. We lazen niet alles."] if is_cut else [])]
    if form.value("knoop") and chosen is None:
        ignored.append(f"‘{form.value('knoop')}’ staat niet op deze kaart.")
    drawing = draw(graph, form.value("knoop"), _DETAIL_HEADINGS if found else _HEADINGS)
    context = {
        "form": form,
        "ignored": ignored,
        "detail": found,
        "drawing": drawing,
        "boxes": [(box, _address(form, box), _spoken(box)) for box in drawing.boxes],
        "chosen": chosen,
        "neighbours": _neighbours(graph, chosen),
        "drill": _drill(chosen) if not found else "",
        "plain_url": _address(form, None),
        "rows": _overview_rows(graph) if not found else [],
        "help": _help(graph, found),
        "helping": HELPING,
        "poster": _poster(form) if found else "",
        "heat": heat(themes),
        "heat_kinds": ITEM_KINDS,
        "heat_shades": range(1, SHADES + 1),
        "crumbs": _crumbs(form, found),
    }
    return render(request, "tools/map/map.html", context)


def _condition(form: MapForm) -> Q | None:
    """Which barriers to draw one by one; None for the overview."""
    condition = Q()
    if theme := form.value("thema"):
        condition &= Q(themes__slug=theme)
    if group := form.value("groep"):
        condition &= Q(group__slug=group)
    if condition:
        return condition
    name, _, slug = form.value("knoop").partition(":")
    if name == "barrier":
        return Q(group__barriers__in=kind("barrier").published().filter(slug=slug).values("pk"))
    if name in TARGETS:
        return Q(**{f"remedies__{name}__in": kind(name).published().filter(slug=slug).values("pk")})
    return None


def _address(form: MapForm, box: Box | None) -> str:
    """The map with this node chosen; chosen again, or without a box, with none."""
    fields = {name: value for name, value in form.chosen.items() if name != "knoop"}
    if box is not None and box.node.key != form.value("knoop"):
        fields["knoop"] = box.node.key
    query = urlencode(fields, safe=":")
    return f"{reverse('map')}?{query}#kaart" if query else f"{reverse('map')}#kaart"


def _spoken(box: Box) -> str:
    """What a screen reader says of a node besides its label."""
    return {"chosen": "gekozen", "near": "hoort bij de keuze"}.get(box.state.value, "")


def _neighbours(graph: Graph, chosen: Node | None) -> list[tuple[str, list[Node]]]:
    """What the chosen node is linked to, by column."""
    if chosen is None:
        return []
    found = graph.neighbours(chosen.key)
    names = ("Thema’s", "Barrières", "Wat helpt")
    grouped = [(name, [n for n in found if n.column == at]) for at, name in enumerate(names)]
    return [(name, nodes) for name, nodes in grouped if nodes]


def _drill(chosen: Node | None) -> str:
    """The map of the barriers behind a theme or a group of the overview."""
    name, _, slug = chosen.key.partition(":") if chosen else ("", "", "")
    field = {"theme": "thema", "group": "groep"}.get(name)
    return f"{reverse('map')}?{field}={slug}#kaart" if field else ""


def _overview_rows(graph: Graph) -> list[dict[str, Any]]:
    """The overview's left half as a table: a group and its themes, with numbers."""
    return [
        {
            "node": group,
            "drill": _drill(group),
            "themes": [
                (graph.node(edge.left), edge.weight)
                for edge in graph.edges
                if edge.right == group.key
            ],
        }
        for group in graph.column(1)
    ]


def _help(graph: Graph, found: Detail | None) -> list[HelpRow]:
    """The right half of the map as a table: how much of each kind helps against what."""
    if found is not None:
        return help_heat(
            (
                barrier.title,
                barrier.get_absolute_url(),
                Counter(remedy.target_kind for remedy in barrier.public_remedies),
            )
            for barrier in found.barriers
        )
    return help_heat(
        (
            group.label,
            _drill(group),
            {
                edge.right.removeprefix("kind:"): edge.weight
                for edge in graph.edges
                if edge.left == group.key
            },
        )
        for group in sorted(graph.column(1), key=lambda node: fold(node.label))
    )


def _poster(form: MapForm) -> str:
    """The poster of the theme that the map is about; there is none of less than a theme."""
    theme = form.value("thema")
    return reverse("map_poster", args=[theme]) if theme and not form.value("groep") else ""


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """The map of a theme's barriers as one sheet of A3: the drawing, and a code that leads here."""
    theme = public_or_404(kind("theme"), slug, Kind.published)
    found = detail(Q(themes__slug=slug))
    drawing = draw(found.graph, "", _DETAIL_HEADINGS)
    context = {
        "item": theme,
        "drawing": drawing,
        "is_cut": found.is_cut,
        "boxes": [(box, box.node.page, "") for box in drawing.boxes],
        "qr": qr_svg(absolute(theme.get_absolute_url())),
        "crumbs": [("Kaart", reverse("map")), (f"Poster over {theme.name}", "")],
    }
    return render(request, "tools/map/poster.html", context)


def _crumbs(form: MapForm, found: Detail | None) -> list[tuple[str, str]]:
    if found is None:
        return [("Kaart", "")]
    names = [form.label(name) for name in form.chosen if name != "knoop"]
    return [("Kaart", reverse("map")), (", ".join(names) or "Rond één barrière", "")]
