"""Reducing text to the form in which words are compared."""

import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe",
        "ß": "ss",
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "ʹ": "'", "′": "'", "`": "'", "´": "'", "＇": "'",
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-",
        "\u00ad": None, "\u200b": None, "\u200c": None, "\u200d": None, "\u2060": None,
        "\ufeff": None, "\u0000": None,
    }
)  # fmt: skip

# Longer texts are not kept in memory.
_WORD_LENGTH = 80


def _fold_once(text: str) -> str:
    text = unicodedata.normalize("NFKC", text.translate(_LETTERS)).lower()
    decomposed = unicodedata.normalize("NFD", text)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


def fold(text: str) -> str:
    """Lower case, NFKC, no diacritics, one kind of apostrophe and hyphen, nothing invisible.

    Folding twice gives the same as folding once.
    """
    if text.isascii():
        return text.lower().replace("`", "'").replace("\0", "")
    return _fold_word(text) if len(text) <= _WORD_LENGTH else _fold_unicode(text)


@lru_cache(maxsize=4096)
def _fold_word(word: str) -> str:
    return _fold_unicode(word)


def _fold_unicode(text: str) -> str:
    # A character can fold into one that folds further (a ligature of accented letters);
    # each round only simplifies, so a handful suffices.
    for _ in range(4):
        folded = _fold_once(text)
        if folded == text:
            break
        text = folded
    return text
