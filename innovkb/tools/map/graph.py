"""What is on the map: nodes in three columns, and edges between columns that lie side by side."""

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

COLUMNS = 3
SWEEPS = 6
"""How often the columns are sorted; the site's own maps get no better after six."""


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


def crossings(graph: Graph) -> int:
    """How many pairs of lines cross."""
    place = _places(graph.nodes)
    column = {node.key: node.column for node in graph.nodes}
    total = 0
    for number in range(COLUMNS - 1):
        ends: list[int] = []
        # Of the lines that start higher, those that end lower cross this one.
        for _, end in sorted(
            (place[edge.left], place[edge.right])
            for edge in graph.edges
            if column[edge.left] == number
        ):
            total += len(ends) - bisect_right(ends, end)
            insort(ends, end)
    return total


def untangled(graph: Graph) -> Graph:
    """The graph with few crossings: nodes stand by the middle of what they are linked to.

    The barycenter heuristic of Sugiyama, Tagawa and Toda (1981): columns are sorted in turn, heavy
    links pull harder, and the order with the fewest crossings is kept. The same graph always gives
    the same order.
    """
    best, fewest = graph, crossings(graph)
    for _ in range(SWEEPS):
        for number in (0, 2, 1):
            graph = _sorted_column(graph, number)
            if (found := crossings(graph)) < fewest:
                best, fewest = graph, found
    return best


def _places(nodes: Sequence[Node]) -> dict[str, int]:
    """Where each node stands in its column."""
    count = [0] * COLUMNS
    place = {}
    for node in nodes:
        place[node.key] = count[node.column]
        count[node.column] += 1
    return place


def _sorted_column(graph: Graph, number: int) -> Graph:
    """The graph with one column in the order of what its nodes are linked to."""
    place = _places(graph.nodes)
    columns = [graph.column(one) for one in range(COLUMNS)]
    size = {node.key: len(column) for column in columns for node in column}
    moved = {node.key for node in columns[number]}
    pull: dict[str, list[tuple[float, int]]] = {}
    for edge in graph.edges:
        for own, other in ((edge.left, edge.right), (edge.right, edge.left)):
            if own in moved:
                pull.setdefault(own, []).append(((place[other] + 0.5) / size[other], edge.weight))

    def middle(node: Node) -> float:
        pulls = pull.get(node.key, [(1.0, 1)])
        return sum(at * weight for at, weight in pulls) / sum(weight for _, weight in pulls)

    columns[number].sort(key=middle)
    return replace(graph, nodes=tuple(node for column in columns for node in column))


def heaviest(edges: Sequence[Edge]) -> int:
    return max((edge.weight for edge in edges), default=1)
