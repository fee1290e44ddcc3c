"""Plain-text helpers: slugs, names, shortening."""

import re
import unicodedata
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django.utils.text import slugify

from innovkb.lib.names import PARTICLES, PATRONYMIC

_INNER_MARKS = str.maketrans({"“": "‘", "”": "’", "„": "‘"})


def dutch_slug(text: str, max_length: int = 80) -> str:
    """A slug cut at a word's end; texts without a letter or digit get a digest."""
    slug = slugify(text)
    if len(slug) > max_length:
        slug = slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
    return slug or sha256(text.encode()).hexdigest()[:12]


def sort_name(name: str) -> str:
    """``Dirk-Jan de Bruijn`` → ``Bruijn, Dirk-Jan de``: the Dutch order of names.

    Particles with a capital belong to the surname, as in Flanders: ``Steven Van de Walle`` →
    ``Van de Walle, Steven``.
    """
    words = name.split()
    if len(words) < 2:
        return name.strip()
    for index in range(1, len(words) - 1):
        word = words[index]
        if word.lower() not in PARTICLES:
            continue
        given = " ".join(words[:index])
        if word[0].isupper():
            return f"{' '.join(words[index:])}, {given}"
        end = index
        while end < len(words) - 1 and words[end] in PARTICLES:
            end += 1
        particles = " ".join(words[index:end])
        return f"{' '.join(words[end:])}, {given} {particles}"
    if words[0].lower() in PARTICLES - PATRONYMIC:  # only a surname is known: Van Staden
        return f"{' '.join(words[1:])}, {words[0]}" if words[0].islower() else name.strip()
    return f"{words[-1]}, {' '.join(words[:-1])}"


_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def quoted(text: str) -> str:
    """On one line in double quotation marks; marks of the text itself become single."""
    return f"“{' '.join(text.split()).translate(_INNER_MARKS)}”"


def printable(text: str) -> str:
    """The text without the characters that XML 1.0 and other formats can't hold."""
    return _UNPRINTABLE.sub("", text)


def fold(text: str) -> str:
    """Lower case without diacritics, for comparing and sorting names."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def shorten(text: str, length: int = 90) -> str:
    """The text on one line, cut at a word's end with an ellipsis when longer than ``length``."""
    line = re.sub(r"\s+", " ", text).strip()
    if len(line) <= length:
        return line
    return f"{line[: length + 1].rpartition(' ')[0] or line[:length]}…"


def and_list(things: Iterable[Any]) -> str:
    """``Anna, Bo en Cas``."""
    *first, last = [str(thing) for thing in things] or [""]
    return f"{', '.join(first)} en {last}" if first else last


_NUMBERS = "nul één twee drie vier vijf zes zeven acht negen tien elf twaalf".split()


def number_word(number: int) -> str:
    """A number up to twelve as a word, above that in digits."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)
