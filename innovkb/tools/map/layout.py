"""Where everything on the map is drawn; pixels at the ordinary letter size."""

from dataclasses import dataclass

from innovkb.tools.map.graph import COLUMNS, Edge, Graph, Node, NodeState, heaviest, states
from innovkb.tools.map.labels import split

WIDTH = 1080
_LEFTS = (0, 330, 740)
_WIDTHS = (210, 290, 340)
_LETTER = 15.0
_LINE = 19.0
_NOTE_LINE = 16.0
_PADDING = 8.0
_INDENT = 14.0
_GAP = 10.0
_WIDEST_GAP = 30.0
"""Boxes of a short column stand further apart, which keeps the lines apart too."""
_TOP = 36.0
_THICKNESSES = 4
_PAGE_LETTER = 18


@dataclass(frozen=True)
class Box:
    """A node with its place; the text starts at (``text_x``, ``text_y``)."""

    node: Node
    state: NodeState
    x: float
    y: float
    width: float
    height: float
    lines: tuple[str, ...]

    @property
    def spaced_lines(self) -> list[tuple[str, str]]:
        """Each line with what stands between it and the next, so that they read as the label.

        The space stands outside the line, because who reads a line by itself takes it off.
        """
        rest = " ".join(self.node.label.split())
        spaced = []
        for line in self.lines:
            for piece in line.split():
                # The hyphen or ellipsis of a broken line is not in the label itself.
                rest = rest.removeprefix(piece if rest.startswith(piece) else piece[:-1])
                is_whole = rest.startswith(" ")
                rest = rest.lstrip()
            spaced.append((line, " " if is_whole else ""))
        return spaced

    @property
    def text_x(self) -> float:
        return self.x + _INDENT

    @property
    def note_y(self) -> float:
        return self.y + _PADDING + 11

    @property
    def text_y(self) -> float:
        return self.y + _PADDING + (_NOTE_LINE if self.node.note else 0) + 14

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True)
class DrawnLine:
    """An edge as a curve; ``thickness`` is 1 to 4."""

    path: str
    state: NodeState
    thickness: int


@dataclass(frozen=True)
class Drawing:
    """All that the template draws."""

    width: int
    height: int
    boxes: list[Box]
    lines: list[DrawnLine]
    headings: list[tuple[float, str]]

    @property
    def line_height(self) -> float:
        return _LINE

    @property
    def em_width(self) -> float:
        """So that the drawing grows with the reader's letters."""
        return self.view_width / _PAGE_LETTER

    @property
    def view_width(self) -> int:
        """With room for the strokes at both sides."""
        return self.width + 4


def draw(graph: Graph, chosen: str, headings: tuple[str, str, str]) -> Drawing:
    """The drawing of a graph, with one node chosen or none."""
    of_node = states(graph, chosen)
    columns = [[_box(node, of_node[node.key]) for node in graph.column(n)] for n in range(COLUMNS)]
    tallest = max((sum(box.height + _GAP for box in column) for column in columns), default=0)
    placed: dict[str, Box] = {}
    for column in columns:
        placed |= _stacked(column, tallest)
    most = heaviest(graph.edges)
    lines = [_line(edge, placed, of_node, chosen, most) for edge in graph.edges]
    order = (NodeState.FAR, NodeState.PLAIN, NodeState.NEAR, NodeState.CHOSEN)
    return Drawing(
        WIDTH,
        round(_TOP + tallest),
        list(placed.values()),
        sorted(lines, key=lambda line: order.index(line.state)),
        list(zip(_LEFTS, headings, strict=True)),
    )


def _box(node: Node, state: NodeState) -> Box:
    wide = _WIDTHS[node.column]
    lines = tuple(split(node.label, wide - 2 * _INDENT, _LETTER))
    height = 2 * _PADDING + len(lines) * _LINE + (_NOTE_LINE if node.note else 0)
    return Box(node, state, _LEFTS[node.column], 0, wide, height, lines)


def _stacked(column: list[Box], tallest: float) -> dict[str, Box]:
    """The boxes of a column below each other, in the middle of the drawing."""
    filled = sum(box.height for box in column)
    gap = min(max((tallest - filled) / max(len(column), 1), _GAP), _WIDEST_GAP)
    y = _TOP + (tallest - filled - gap * len(column)) / 2
    placed = {}
    for box in column:
        placed[box.node.key] = _at(box, y)
        y += box.height + gap
    return placed


def _at(box: Box, y: float) -> Box:
    return Box(box.node, box.state, box.x, round(y, 1), box.width, box.height, box.lines)


def _line(
    edge: Edge, boxes: dict[str, Box], of_node: dict[str, NodeState], chosen: str, most: int
) -> DrawnLine:
    left, right = boxes[edge.left], boxes[edge.right]
    start, end = left.x + left.width, right.x
    bend = round((start + end) / 2, 1)
    path = f"M{start:g} {left.middle:g}C{bend:g} {left.middle:g} {bend:g} {right.middle:g} "
    both = {of_node[edge.left], of_node[edge.right]}
    state = NodeState.PLAIN
    if NodeState.PLAIN not in both:
        state = NodeState.FAR if NodeState.FAR in both else NodeState.NEAR
    thickness = 1 + (_THICKNESSES - 1) * (edge.weight - 1) // max(most - 1, 1)
    return DrawnLine(f"{path}{end:g} {right.middle:g}", state, thickness)
