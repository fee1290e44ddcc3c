"""Reads the graph from the database: an overview, or the barriers of a theme, a group, a node."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from innovkb.frame.pages import capital
from innovkb.kinds import kind
from innovkb.lib.prepared import Prepared
from innovkb.lib.relations import public_prefetch
from innovkb.tools.map.graph import Edge, Graph, Node, untangled
from practices.models import Barrier, Remedy
from practices.models.remedy import TARGETS

MOST_BARRIERS = 24
MOST_REMEDIES = 60
"""More than this nobody can read in one drawing."""
BARRIER = kind("barrier")

Named = Sequence[tuple[str, str]]
"""Slugs and names."""


@dataclass(frozen=True)
class Detail:
    """The barriers of a map with what helps, as drawn and as told in the table."""

    graph: Graph
    barriers: list[Any]
    is_cut: bool


def overview(themes: Named, groups: Named) -> Graph:
    """Themes, groups of barriers, and kinds of what helps; edges count. Two queries."""
    of_group = {slug: f"group:{slug}" for slug, _ in groups}
    edges = [
        Edge(f"theme:{theme}", of_group[group], count)
        for group, theme, count in _barriers_by_theme()
        if group in of_group
    ]
    for row in _help_by_group():
        edges += [
            Edge(of_group[row["barrier__group__slug"]], f"kind:{name}", row[f"n_{name}"])
            for name in TARGETS
            if row[f"n_{name}"] and row["barrier__group__slug"] in of_group
        ]
    used = {key for edge in edges for key in (edge.left, edge.right)}
    nodes = [
        *(Node(f"theme:{slug}", 0, name, "theme", page=_theme_page(slug)) for slug, name in themes),
        *(
            Node(of_group[slug], 1, name, "barrier", page=f"{BARRIER.list_url}?groep={slug}")
            for slug, name in groups
        ),
        *(
            Node(f"kind:{name}", 2, capital(kind(name).plural), "remedy", page=kind(name).list_url)
            for name in TARGETS
        ),
    ]
    found = Graph(tuple(node for node in nodes if node.key in used), tuple(edges))
    return untangled(found)


@Prepared
def _barriers_by_theme() -> Any:
    rows = BARRIER.published().order_by().filter(themes__isnull=False)
    return rows.values_list("group__slug", "themes__slug").annotate(count=Count("pk"))


@Prepared
def _help_by_group() -> Any:
    rows = Remedy.objects.published().order_by().values("barrier__group__slug")
    return rows.annotate(**{f"n_{name}": Count(name, distinct=True) for name in TARGETS})


def detail(condition: Q) -> Detail:
    """The barriers that meet a condition, their themes and what helps; three queries."""
    remedies = public_prefetch(
        Barrier, "remedies", "tip", "principle__set", "tool", "example",
        order_by=("position", "pk"),
    )  # fmt: skip
    chosen = BARRIER.published().filter(condition).values("pk")
    rows = (
        BARRIER.published()
        .filter(pk__in=chosen)
        .select_related("group")
        .prefetch_related("themes", remedies)
        .order_by("group__position", "group__name", "title", "pk")
    )
    barriers = list(rows[: MOST_BARRIERS + 1])
    is_cut = len(barriers) > MOST_BARRIERS
    graph, is_full = _graph(barriers[:MOST_BARRIERS])
    return Detail(graph, barriers[:MOST_BARRIERS], is_cut or is_full)


def _graph(barriers: Sequence[Any]) -> tuple[Graph, bool]:
    """The graph, and whether remedies were left out of the drawing."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    left_out = False
    remedies = 0
    for barrier in barriers:
        own = f"barrier:{barrier.slug}"
        nodes[own] = Node(
            own, 1, barrier.title, "barrier", barrier.group.name, barrier.get_absolute_url()
        )
        for theme in barrier.themes.all():
            key = f"theme:{theme.slug}"
            nodes.setdefault(key, Node(key, 0, theme.name, "theme", page=_theme_page(theme.slug)))
            edges.append(Edge(key, own))
        for remedy in barrier.public_remedies:
            node = _remedy_node(remedy)
            if node.key not in nodes:
                if remedies == MOST_REMEDIES:
                    left_out = True
                    continue
                remedies += 1
            nodes.setdefault(node.key, node)
            edges.append(Edge(own, node.key))
    return untangled(Graph(tuple(nodes.values()), tuple(edges))), left_out


def _remedy_node(remedy: Remedy) -> Node:
    target: Any = remedy.target
    name = remedy.target_kind
    return Node(
        f"{name}:{target.slug}", 2, target.title, "remedy", capital(kind(name).singular),
        target.get_absolute_url(),
    )  # fmt: skip


def _theme_page(slug: str) -> str:
    return reverse("theme", args=[slug])
