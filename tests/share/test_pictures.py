"""Every page has a picture to share: its words whole, drawn once, and nothing of a draft."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from innovkb.frame import page_cache
from innovkb.kinds import KINDS, kind
from innovkb.share import pictures
from innovkb.share.layout import Face, Picture, _blocks, _fitting, draw
from innovkb.share.pictures import SHAPES, picture_of
from innovkb.share.views import picture_url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.VAR_DIR = tmp_path
    return tmp_path / "pictures"


def test_every_kind_has_a_picture_of_each_shape(content: None, client: Client) -> None:
    got = {}
    for one in KINDS:
        thing = one.cards().first()
        for shape in SHAPES:
            response = client.get(picture_url(thing, shape))
            image = Image.open(BytesIO(response.content))
            got[one.key, shape] = (response.status_code, image.format, image.size)
    assert got == {
        (one.key, shape): (200, "PNG", size) for one in KINDS for shape, size in SHAPES.items()
    }


def test_every_quote_fits_whole(content: None) -> None:
    cut = [
        quote.slug
        for quote in kind("quote").cards()
        for shape, (across, down) in SHAPES.items()
        for block in _fitting(picture_of(quote, shape), across - 144, down - 330)
        if "[…]" in " ".join(block.lines)
    ]
    assert cut == []


def test_what_is_too_long_ends_at_a_word_and_says_so() -> None:
    words = "Iedereen wil vernieuwen maar niemand wil veranderen. " * 60
    picture = Picture("Citaat", "", words, ("Anna",), "site")
    lines = [line for block in _fitting(picture, 1056, 300) for line in block.lines]
    shown = " ".join(lines).removesuffix(" […]")
    assert lines[-1].endswith(" […]")
    assert words.startswith(shown)
    assert words[len(shown)] == " "


def test_a_word_longer_than_a_line_is_broken_and_kept() -> None:
    blocks = _blocks(Picture("Tip", "x" * 300, "", (), ""), 76, 1056)
    assert "".join(blocks[0].lines) == "x" * 300
    assert all(blocks[0].face.width(line) <= 1056 for line in blocks[0].lines)


@pytest.mark.parametrize("letter", "ğĞışŞłŁżźćęąőé‘’“”–…€")
def test_names_from_turkey_and_poland_have_their_letters(letter: str) -> None:
    face = Face(40, 400)
    [(font, _)] = list(face.runs(letter))
    assert bytes(font.getmask(letter)) != bytes(font.getmask("\uffff"))


def test_a_draft_has_no_picture(make: Any, client: Client) -> None:
    tip = make.tip(write_up=make.draft(), title="Geheim plan")
    assert client.get(picture_url(tip)).status_code == 404
    assert client.get("/deel/tips/bestaat-niet/breed.png").status_code == 404
    assert client.get("/deel/onzin/x/breed.png").status_code == 404
    public = make.tip(title="Open plan")
    assert client.get(picture_url(public).replace("breed", "rond")).status_code == 404


def test_a_picture_is_drawn_once_and_again_when_its_words_change(
    make: Any, client: Client, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(
        pictures, "draw", lambda picture: drawn.append(picture.title) or draw(picture)
    )
    tip = make.tip(title="Begin klein")
    first = client.get(picture_url(tip))
    second = client.get(picture_url(tip))
    assert (drawn, second.content == first.content) == (["Begin klein"], True)
    assert client.get(picture_url(tip), headers={"if-none-match": first["ETag"]}).status_code == 304
    tip.title = "Begin groot"
    tip.save()
    assert client.get(picture_url(tip)).content != first.content
    assert drawn == ["Begin klein", "Begin groot"]
    assert len(list(folder.iterdir())) == 2


def test_where_nothing_can_be_written_it_is_drawn_all_the_same(
    make: Any, client: Client, folder: Path
) -> None:
    folder.write_text("a file in the way")
    assert client.get(picture_url(make.tip())).status_code == 200


@pytest.mark.indexed
def test_a_picture_takes_no_memory_that_is_for_pages(
    make: Any, client: Client, settings: Any
) -> None:
    settings.PAGE_CACHE_SECONDS = 60
    page_cache.PLAIN.clear()
    tip = make.tip()
    got = client.get(picture_url(tip), headers={"accept-encoding": "gzip"})
    assert (got.status_code, got.has_header("Content-Encoding")) == (200, False)
    assert len(page_cache.PLAIN) == 0
    client.get(tip.get_absolute_url())
    assert len(page_cache.PLAIN) == 1
    page_cache.PLAIN.clear()
