"""What is on the map: nodes in three columns, and edges between columns that lie side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

COLUMNS = 3


class NodeState(StrEnum):
    """How a node or an edge shows in the light of the one that was chosen."""

    PLAIN = "plain"
    """Nothing was chosen."""
    CHOSEN = "chosen"
    NEAR = "near"
    FAR = "far"


@dataclass(frozen=True)
class Node:
    """One box. ``key`` is ``<kind>:<slug>``."""

    key: str
    column: int
    label: str
    variant: str
    """Decides how it looks: theme, barrier, remedy."""
    note: str = ""
    """A few words above the label: what kind of thing it is, or how many."""
    page: str = ""
    """The page that is about it."""


@dataclass(frozen=True)
class Edge:
    """A link from a node in one column to a node in the next."""

    left: str
    right: str
    weight: int = 1


@dataclass(frozen=True)
class Graph:
    """The nodes in drawing order, and the edges between them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def node(self, key: str) -> Node | None:
        return next((node for node in self.nodes if node.key == key), None)

    def column(self, number: int) -> list[Node]:
        return [node for node in self.nodes if node.column == number]

    def near(self, key: str) -> set[str]:
        """The keys of the nodes to which a line leads from ``key``, left or right, no turning."""
        found: set[str] = set()
        for here, there in (("left", "right"), ("right", "left")):
            front = {key}
            while front:
                front = {
                    getattr(edge, there) for edge in self.edges if getattr(edge, here) in front
                }
                found |= front
        return found - {key}

    def neighbours(self, key: str) -> list[Node]:
        """The nodes with an edge to ``key``, in drawing order."""
        keys = {edge.right for edge in self.edges if edge.left == key}
        keys |= {edge.left for edge in self.edges if edge.right == key}
        return [node for node in self.nodes if node.key in keys]


def states(graph: Graph, chosen: str) -> dict[str, NodeState]:
    """The state of every node when ``chosen`` is chosen; all plain when nothing is."""
    if graph.node(chosen) is None:
        return {node.key: NodeState.PLAIN for node in graph.nodes}
    near = graph.near(chosen)
    found = {
        node.key: NodeState.NEAR if node.key in near else NodeState.FAR for node in graph.nodes
    }
    return found | {chosen: NodeState.CHOSEN}


def untangled(graph: Graph, *, fixed: int) -> Graph:
    """The graph with few crossings: nodes stand by the middle of what they are linked to.

    The column ``fixed`` keeps its order (the barycenter heuristic of Sugiyama, Tagawa and Toda,
    1981, in one pass).
    """
    order = {node.key: place for place, node in enumerate(graph.column(fixed))}
    columns = []
    for number in range(COLUMNS):
        column = graph.column(number)
        if number != fixed:
            column.sort(key=lambda node: _middle(graph, node, order))
        columns += column
    return replace(graph, nodes=tuple(columns))


def _middle(graph: Graph, node: Node, order: dict[str, int]) -> float:
    places = [
        order[other]
        for edge in graph.edges
        for own, other in ((edge.left, edge.right), (edge.right, edge.left))
        if own == node.key and other in order
    ]
    return sum(places) / len(places) if places else len(order)


def heaviest(edges: Sequence[Edge]) -> int:
    return max((edge.weight for edge in edges), default=1)
