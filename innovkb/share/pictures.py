"""What the picture of each kind of page says, made once for the same words and then kept."""

import os
from contextlib import suppress
from dataclasses import astuple
from datetime import date
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from innovkb.frame.pages import capital
from innovkb.kinds import Kind, kind_of
from innovkb.lib.text import shorten
from innovkb.share.layout import VERSION, Picture, draw

SHAPES = {"breed": (1200, 630), "vierkant": (1080, 1080)}
"""By their name in the address: pixels across and down."""

_LONGEST = 1200
"""Characters that are laid out: more never fit."""


def picture_of(thing: Any, shape: str) -> Picture:
    """What is drawn of a public object, which comes from its kind's ``cards()``."""
    kind = kind_of(thing)
    title, words = _said(kind, thing)
    return Picture(
        label=capital(kind.singular),
        title=title,
        words=words,
        byline=tuple(part for part in _byline(kind, thing) if part),
        foot=f"{settings.SITE_NAME} · {urlsplit(settings.SITE_URL).netloc}",
        drawing=thing.slug if kind.key == "archetype" else "",
        size=SHAPES[shape],
    )


def _said(kind: Kind, thing: Any) -> tuple[str, str]:
    """Title and words; a quote has its words alone, a claim how many say so."""
    if kind.key == "quote":
        return "", f"‘{_plain(thing.text)}’"
    if kind.key == "claim":
        return thing.title, f"{thing.verdict}."
    title = str(getattr(thing, "question", "") or thing)
    for name in ("text", "description", "summary", "bio"):
        if words := _plain(getattr(thing, name, "")):
            return title, "" if words.rstrip(".") == title.rstrip(".") else words
    return title, ""


def _plain(text: str) -> str:
    return shorten(" ".join(str(text).replace("*", "").replace("_", " ").split()), _LONGEST)


def _byline(kind: Kind, thing: Any) -> list[str]:
    if kind.is_item:
        voice = thing.voice if kind.key == "quote" else thing.speaker
        return [str(voice or ""), f"Uit: {thing.write_up}" if thing.write_up else ""]
    place = getattr(thing, "place", "")
    return [" · ".join(part for part in (str(getattr(thing, "date_display", "")), place) if part)]


def png_of(picture: Picture) -> tuple[bytes, str]:
    """The picture as PNG, and the fingerprint of what it shows.

    It is kept under that fingerprint. Where nothing can be written it is drawn every time.
    """
    digest = sha256(repr((VERSION, astuple(picture))).encode()).hexdigest()[:32]
    path = _folder() / f"{digest}.png"
    with suppress(OSError):
        return path.read_bytes(), digest
    png = draw(picture)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(png)
        os.replace(file.name, path)  # noqa: PTH105
    return png, digest


def _folder() -> Path:
    return Path(settings.VAR_DIR) / "pictures"


def forget_before(day: date) -> int:
    """Removes pictures that were last drawn before a day; returns how many."""
    old = [path for path in _folder().glob("*") if date.fromtimestamp(path.stat().st_mtime) < day]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)
