"""The drawings of the archetypes: in one hand, small, safe inside a page, described in Dutch."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from django.template import Context, Template

ROOT = Path(__file__).resolve().parent.parent.parent
DRAWINGS = sorted((ROOT / "static" / "drawings").iterdir())
MOST_BYTES = 3072
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = {
    "viewBox": "0 0 240 240",
    "role": "img",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "6",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
MARKER = {
    "class": "kb-drawing__marker",
    "stroke": "#ffcf33",
    "stroke-width": "22",
    "stroke-linecap": "butt",
}
"""The style sheet gives the marker its colour; this is what it has in a picture of its own."""
LINE = {"d", "class", "transform", "stroke-dasharray"}
"""All that a line may say for itself: its colour, weight and ends are the canvas's."""

each_drawing = pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)


def in_a_page(slug: str, options: str = "") -> str:
    template = Template(f"{{% load kb %}}{{% drawing slug {options} %}}")
    return template.render(Context({"slug": slug}))


def canvas(path: Path) -> ElementTree.Element:
    return ElementTree.fromstring(path.read_bytes())  # noqa: S314 – our own files


def title(path: Path) -> str:
    return canvas(path).findtext(f"{SVG}title") or ""


def test_every_archetype_has_a_drawing_and_nothing_else_does() -> None:
    rows = yaml.safe_load((ROOT / "fixtures" / "16-archetypes.yaml").read_text())
    slugs = {row["fields"]["slug"] for row in rows if row["model"] == "practices.archetype"}
    assert {path.name for path in DRAWINGS} == {f"{slug}.svg" for slug in slugs}


@each_drawing
def test_is_small(path: Path) -> None:
    assert path.stat().st_size <= MOST_BYTES


@each_drawing
def test_is_drawn_on_the_same_canvas_with_the_same_line(path: Path) -> None:
    assert canvas(path).attrib == CANVAS


@each_drawing
def test_is_a_title_and_lines_without_names_references_or_words(path: Path) -> None:
    tags = [element.tag.removeprefix(SVG) for element in canvas(path)]
    assert tags[0] == "title"
    assert set(tags[1:]) == {"path"}
    assert canvas(path)[0].attrib == {}
    assert [len(element) for element in canvas(path)] == [0] * len(tags)


@each_drawing
def test_has_no_colour_or_weight_but_those_of_the_line_and_one_marker(path: Path) -> None:
    paths = canvas(path).findall(f"{SVG}path")
    markers = [one for one in paths if one.get("class") == MARKER["class"]]
    assert [one.attrib | {"d": ""} for one in markers] == [MARKER | {"d": ""}]
    assert markers == paths[:1]
    assert set().union(*(one.keys() for one in paths[1:])) <= LINE
    assert {one.get("class") for one in paths[1:]} <= {None, "kb-drawing__shade"}


@each_drawing
def test_the_title_describes_the_picture_in_one_dutch_sentence(path: Path) -> None:
    said = title(path)
    assert re.fullmatch(r"[A-Z][^.!?]*\.", said)
    assert 4 <= len(said.split()) <= 20
    assert set(re.findall(r"\w+", said.lower())) & {"de", "een", "het", "op", "van"}


def test_no_two_drawings_are_described_alike() -> None:
    assert len({title(path) for path in DRAWINGS}) == len(DRAWINGS)


def test_the_marker_has_the_colour_of_the_house() -> None:
    css = (ROOT / "static" / "css" / "site.css").read_text()
    assert f"--kb-marker: {MARKER['stroke']};" in css


@each_drawing
def test_in_a_page_it_describes_itself(path: Path) -> None:
    html = in_a_page(path.stem)
    assert html.startswith('<svg class="kb-drawing" viewBox="0 0 240 240" role="img" ')
    assert re.findall("<title>(.*)</title>", html) == [title(path)]
    assert html.endswith("</svg>")


@each_drawing
def test_beside_its_name_it_says_nothing_and_draws_the_same(path: Path) -> None:
    html = in_a_page(path.stem, "decorative=True")
    assert html.startswith('<svg class="kb-drawing" viewBox="0 0 240 240" aria-hidden="true" ')
    assert re.findall(r"<title|role=|http", html) == []
    assert re.findall("<path[^>]*>", html) == re.findall("<path[^>]*>", path.read_text())


@pytest.mark.parametrize("slug", ["", "de-mammoet", "../favicon", "../drawings/de-olifant"])
def test_what_has_no_drawing_shows_nothing(slug: str) -> None:
    assert [in_a_page(slug), in_a_page(slug, "decorative=True")] == ["", ""]
