"""Markdown: what it may hold, and how passages are marked in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovkb.lib.markdown import render, render_marked
from innovkb.passages.marking import Mark

VOID = {"br", "hr"}


class Nesting(HTMLParser):
    """Fails when an element is closed that is not the innermost open one."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.ids += [value or "" for name, value in attrs if name == "id"]
        assert not (tag == "a" and "a" in self.stack), "a link in a link"
        if tag not in VOID:
            self.stack.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def nesting(html: str) -> Nesting:
    parser = Nesting()
    parser.feed(html)
    parser.close()
    assert parser.stack == []
    return parser


def mark(excerpt: str, kind: str = "tip", slug: str = "een", occurrence: int | None = None) -> Mark:
    return Mark(kind, slug, excerpt, occurrence, kind.title(), "Titel", f"/{kind}/{slug}/")


def test_paragraphs_lists_and_emphasis_are_rendered() -> None:
    assert render("Eén *twee*\n\n- drie\n") == (
        "<p>Eén <em>twee</em></p>\n<ul>\n<li>drie</li>\n</ul>\n"
    )


def test_headings_start_at_the_level_the_page_needs_and_have_ids() -> None:
    assert render("# A\n\n## A\n\n### B", top=3) == (
        '<h3 id="kop-a">A</h3>\n<h3 id="kop-a-2">A</h3>\n<h4 id="kop-b">B</h4>\n'
    )


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "<img src=x onerror=alert(1)>",
        "![x](https://example.org/x.png)",
        '[x](https://example.org "onclick=alert(1)")',
        "<a href='x' style='color:red'>x</a>",
        "<https://example.org/\"onmouseover='alert(1)'>",
    ],
)
def test_no_markdown_can_bring_in_script_style_or_an_image(text: str) -> None:
    html = render(text)
    tags = re.findall(r"<[^>]*>", html)
    assert not [
        tag for tag in tags if re.search(r"<(script|img|style)|javascript:|data:", tag, re.I)
    ]
    assert not [
        tag for tag in tags if re.search(r"\s(on\w+|style)=", re.sub(r'"[^"]*"', '""', tag))
    ]


def test_a_link_leads_out_without_an_opener() -> None:
    assert render("[x](https://example.org)") == (
        '<p><a href="https://example.org" rel="noopener noreferrer">x</a></p>\n'
    )


def test_a_passage_is_marked_and_leads_to_its_item() -> None:
    document = render_marked("Voor. Begin toch. Na.", [mark("Begin toch.")])
    assert document.html == (
        '<p>Voor. <mark class="kb-mark kb-mark--tip" id="passage-tip-een">Begin toch.</mark>'
        ' <a class="kb-mark__link kb-mark__link--tip" href="/tip/een/" aria-label="Tip: Titel">'
        "Tip</a> Na.</p>\n"
    )
    assert document.placed == {"passage-tip-een"}


def test_an_excerpt_that_is_not_in_the_text_leaves_the_text_alone() -> None:
    document = render_marked("Voor.", [mark("Iets anders")])
    assert document.html == "<p>Voor.</p>\n"
    assert document.placed == frozenset()


def test_the_occurrence_says_which_of_two_passages_is_marked() -> None:
    html = render_marked("Ja. En ja. Ja.", [mark("Ja.", occurrence=2)]).html
    assert html.startswith("<p>Ja. En ja. <mark ")


@pytest.mark.parametrize(
    ("text", "excerpt", "marked"),
    [
        ("- een\n- twee drie", "twee drie", ["twee drie"]),
        ("- een", "- een", ["een"]),
        ("1. een", "1. een", ["een"]),
        ("> woorden hier", "woorden hier", ["woorden hier"]),
        ("## Een kop", "Een kop", ["Een kop"]),
        ("**vet** en dan", "**vet** en", ["vet", " en"]),
        ("_schuin_", "_schuin_", ["schuin"]),
        ("een _schuin_ woord", "_schuin_ woord", ["schuin", " woord"]),
        ("een **vet woord** hier", "een **vet", ["een ", "vet"]),
        ("een [lange link](https://example.org) na", "lange link", ["lange link"]),
        ("alinea een\n\nalinea twee", "een alinea", ["een", "alinea"]),
    ],
)
def test_a_passage_is_marked_across_markup(text: str, excerpt: str, marked: list[str]) -> None:
    document = render_marked(text, [mark(excerpt)])
    parser = nesting(document.html)
    assert re.findall(r"<mark[^>]*>([^<]*)</mark>", document.html) == marked
    assert parser.ids.count("passage-tip-een") == 1
    plain = nesting(render(text))
    kept = [tag for tag in parser.tags if tag not in {"mark"}]
    kept.remove("a")
    assert kept == plain.tags


def test_overlapping_and_nested_passages_are_all_marked() -> None:
    text = "Een twee drie vier vijf."
    marks = [
        mark("Een twee drie", "quote", "q"),
        mark("twee drie vier", "tip", "t"),
        mark("twee", "barrier", "b"),
        mark("Een twee drie vier vijf.", "tool", "h"),
    ]
    document = render_marked(text, marks)
    parser = nesting(document.html)
    assert sorted(parser.ids) == [
        "passage-barrier-b", "passage-quote-q", "passage-tip-t", "passage-tool-h",
    ]  # fmt: skip
    assert parser.tags.count("a") == 4


def test_a_link_to_an_item_never_stands_inside_another_link() -> None:
    html = render_marked("[een lange link](https://example.org)", [mark("lange")]).html
    assert html.index("</a>") < html.index("kb-mark__link")
    nesting(html)


def test_a_title_of_an_item_is_escaped() -> None:
    bad = Mark("tip", "een", "woord", None, "Tip", '"><script>', "/tips/een/")
    assert "<script>" not in render_marked("woord", [bad]).html


def test_private_use_characters_in_a_text_are_dropped() -> None:
    assert render("a\ue000b\ue001") == "<p>ab</p>\n"
    assert "\ue000" not in render_marked("[x](https://e.org/\ue000)", [mark("x")]).html


words = st.sampled_from(
    ["een", "twee", "*drie*", "**vier", "vijf**", "_zes_", "`zeven`", "[acht](https://e.org)", "\n",
     "\n\n", "- ", "> ", "## ", "1. ", "<b>", "&amp;", "|", "negen.", "\ue000", "“tien”", "***"]
)  # fmt: skip


@given(st.lists(words, min_size=1, max_size=25), st.data())
def test_marking_any_stretch_gives_valid_html_with_unique_ids(
    parts: list[str], data: st.DataObject
) -> None:
    text = " ".join(parts)
    marks = []
    for number in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(parts) - 1))
        end = data.draw(st.integers(start + 1, len(parts)))
        marks.append(mark(" ".join(parts[start:end]), slug=str(number), occurrence=1))
    document = render_marked(text, marks)
    parser = nesting(document.html)
    assert len(parser.ids) == len(set(parser.ids))
    assert not re.search("[\ue000-\uf8ff]|%EE%8", document.html)


def test_the_link_to_an_item_comes_after_the_punctuation_that_closes_the_passage() -> None:
    html = render_marked("Zij zei: ‘begin toch’. Dus.", [mark("begin toch")]).html
    assert re.sub(r"<[^>]*>", "", html) == "Zij zei: ‘begin toch’. Tip Dus.\n"
