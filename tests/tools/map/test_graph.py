"""The graph, its layout and its labels, without a database."""

from itertools import pairwise

import pytest

from innovkb.tools.map.graph import Edge, Graph, Node, NodeState, crossings, states, untangled
from innovkb.tools.map.heat import shade
from innovkb.tools.map.labels import split, width
from innovkb.tools.map.layout import WIDTH, draw

HEADINGS = ("Thema’s", "Barrières", "Wat helpt")


def node(key: str, column: int, label: str = "Naam") -> Node:
    return Node(key, column, label, ("theme", "barrier", "remedy")[column])


GRAPH = Graph(
    (
        node("theme:a", 0), node("theme:b", 0), node("barrier:x", 1), node("barrier:y", 1),
        node("tip:p", 2), node("tip:q", 2),
    ),
    (
        Edge("theme:a", "barrier:x"), Edge("theme:b", "barrier:y"), Edge("theme:b", "barrier:x"),
        Edge("barrier:x", "tip:p"), Edge("barrier:y", "tip:q", 9),
    ),
)  # fmt: skip


def test_the_lines_of_a_node_are_followed_without_turning_back() -> None:
    assert GRAPH.near("theme:a") == {"barrier:x", "tip:p"}
    assert GRAPH.near("tip:p") == {"barrier:x", "theme:a", "theme:b"}
    assert GRAPH.near("barrier:y") == {"theme:b", "tip:q"}
    assert [one.key for one in GRAPH.neighbours("theme:b")] == ["barrier:x", "barrier:y"]


def test_without_a_choice_everything_is_plain() -> None:
    assert set(states(GRAPH, "").values()) == {NodeState.PLAIN}
    assert set(states(GRAPH, "theme:elders").values()) == {NodeState.PLAIN}


def test_a_choice_lights_up_what_it_is_linked_to() -> None:
    assert states(GRAPH, "theme:a") == {
        "theme:a": NodeState.CHOSEN,
        "theme:b": NodeState.FAR,
        "barrier:x": NodeState.NEAR,
        "barrier:y": NodeState.FAR,
        "tip:p": NodeState.NEAR,
        "tip:q": NodeState.FAR,
    }
    lines = draw(GRAPH, "theme:a", HEADINGS).lines
    assert [line.state for line in lines] == [NodeState.FAR] * 3 + [NodeState.NEAR] * 2


def test_nodes_move_towards_what_they_are_linked_to() -> None:
    crossed = Graph(
        (node("barrier:1", 1), node("barrier:2", 1), node("tip:b", 2), node("tip:a", 2)),
        (Edge("barrier:1", "tip:a"), Edge("barrier:2", "tip:b")),
    )
    assert [one.key for one in untangled(crossed).column(2)] == ["tip:a", "tip:b"]


def test_two_lines_that_cross_are_counted_once_and_lines_that_meet_are_not() -> None:
    left = (node("theme:1", 0), node("theme:2", 0), node("barrier:1", 1), node("barrier:2", 1))
    meeting = (Edge("theme:1", "barrier:1"), Edge("theme:2", "barrier:1"))
    crossing = (Edge("theme:1", "barrier:2"), Edge("theme:2", "barrier:1"))
    assert (crossings(Graph(left, meeting)), crossings(Graph(left, crossing))) == (0, 1)


def test_the_middle_column_moves_too_so_that_a_tangle_comes_loose() -> None:
    names = "abcdef"
    nodes = [node(f"{kind}:{one}", at) for at, kind in enumerate(("theme", "barrier", "tip"))
             for one in (names if at != 1 else reversed(names))]  # fmt: skip
    edges = [
        edge
        for one in names
        for edge in (Edge(f"theme:{one}", f"barrier:{one}"), Edge(f"barrier:{one}", f"tip:{one}"))
    ]
    tangled = Graph(tuple(nodes), tuple(edges))
    assert crossings(tangled) == 30
    loose = untangled(tangled)
    assert crossings(loose) == 0
    assert set(loose.nodes) == set(tangled.nodes)
    assert untangled(tangled) == loose


def test_boxes_do_not_overlap_and_stay_on_the_drawing() -> None:
    drawing = draw(GRAPH, "", HEADINGS)
    for column in range(3):
        boxes = sorted((b for b in drawing.boxes if b.node.column == column), key=lambda b: b.y)
        for upper, lower in pairwise(boxes):
            assert upper.y + upper.height < lower.y
    assert all(box.x >= 0 and box.x + box.width <= WIDTH for box in drawing.boxes)
    assert all(box.y + box.height <= drawing.height for box in drawing.boxes)


def test_the_thickest_line_is_the_heaviest() -> None:
    assert sorted(line.thickness for line in draw(GRAPH, "", HEADINGS).lines) == [1, 1, 1, 1, 4]


def test_an_empty_graph_is_an_empty_drawing() -> None:
    drawing = draw(Graph((), ()), "theme:a", HEADINGS)
    assert (drawing.boxes, drawing.lines) == ([], [])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Geld", ["Geld"]),
        ("Inrichting van de organisatie", ["Inrichting van de", "organisatie"]),
        ("", []),
    ],
)
def test_a_label_is_split_between_words(text: str, lines: list[str]) -> None:
    assert split(text, 160, 15) == lines


@pytest.mark.parametrize(
    ("label", "read"),
    [
        ("Inrichting van de organisatie", "Inrichting van de organisatie"),
        ("De verantwoordelijkheidsverdelingen", "De verantwoordelijkheidsver-delingen"),
        ("woord " * 30, "woord woord woord woord woord woord woord woord woord… "),
    ],
)
def test_the_lines_of_a_box_keep_the_spaces_between_words(label: str, read: str) -> None:
    (box,) = draw(Graph((node("theme:a", 0, label),), ()), "", HEADINGS).boxes
    assert "".join(line + gap for line, gap in box.spaced_lines) == read
    assert [line for line, _ in box.spaced_lines] == list(box.lines)


@pytest.mark.parametrize(
    "text", ["verantwoordelijkheidsverdelingen", "x" * 500, "WWWWW " * 80, "é" * 60, "漢字" * 40]
)
def test_no_line_is_wider_than_its_box(text: str) -> None:
    lines = split(text, 180, 15)
    assert 1 <= len(lines) <= 3
    assert all(width(line, 15) <= 180 for line in lines)


def test_a_long_word_is_broken_with_a_hyphen_and_a_long_text_with_an_ellipsis() -> None:
    first, *rest = split("verantwoordelijkheidsverdelingen", 180, 15)
    assert first.endswith("-")
    assert first[:-1] + "".join(rest) == "verantwoordelijkheidsverdelingen"
    assert split("woord " * 90, 180, 15)[-1].endswith("…")


def test_letters_with_a_diacritic_are_as_wide_as_without() -> None:
    assert width("barrière", 15) == width("barriere", 15)
    assert width("iiii", 15) < width("mmmm", 15)


@pytest.mark.parametrize(
    ("count", "most", "expected"), [(0, 28, 0), (1, 28, 1), (8, 28, 3), (28, 28, 4), (5, 0, 0)]
)
def test_shades_grow_with_the_number(count: int, most: int, expected: int) -> None:
    assert shade(count, most) == expected
