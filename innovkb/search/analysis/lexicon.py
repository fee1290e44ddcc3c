"""The Dutch words that are known, how common each is, and its stem.

The table is prepared by `build_lexicon.py`; where its data comes from and under which licence
stands in `data/LICENSE.md`. It is read when first asked for, in some 30 ms.
"""

import zlib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self

TABLE = Path(__file__).parent / "data" / "lexicon.z"


@dataclass(frozen=True, slots=True)
class LexiconEntry:
    """What the lexicon says of one folded word.

    `frequency` is ten times the Zipf value: log10 of occurrences per billion words, 0 where
    no frequency is known. `is_dictionary` is false for names and foreign words, known only
    because they are common. `stem` is what all inflected forms share.
    """

    frequency: int
    stem: str
    is_dictionary: bool


class Lexicon:
    """Sorted blocks of lines `word TAB frequency kind cut suffix`, searched as bytes."""

    def __init__(self, blocks: list[bytes]) -> None:
        self._blocks = blocks
        self._first = [block[1 : block.index(b"\t")] for block in blocks]

    @classmethod
    def read(cls, path: Path = TABLE) -> Self:
        return cls(zlib.decompress(path.read_bytes()).split(b"\0"))

    def get(self, word: str) -> LexiconEntry | None:
        """The entry of a folded word, or None where it is unknown."""
        key = word.encode("utf-8", "ignore")
        index = bisect_right(self._first, key) - 1
        if index < 0:
            return None
        block = self._blocks[index]
        found = block.find(b"\n" + key + b"\t")
        if found < 0:
            return None
        start = found + len(key) + 2
        code = block[start : block.index(b"\n", start)].decode()
        kept = len(word) - (ord(code[2]) - 48)
        stem = word[:kept] + code[3:]
        return LexiconEntry(ord(code[0]) - 48, stem, is_dictionary=code[1] == "d")

    def __contains__(self, word: str) -> bool:
        return self.get(word) is not None


def encode(entries: dict[str, LexiconEntry], block_size: int = 64) -> bytes:
    """The bytes of a table file holding `entries`."""
    lines = []
    for word in sorted(entries, key=lambda word: word.encode()):
        entry = entries[word]
        kept = len(_common_prefix(word, entry.stem))
        kind = "d" if entry.is_dictionary else "f"
        cut = chr(48 + len(word) - kept)
        lines.append(f"{word}\t{chr(48 + entry.frequency)}{kind}{cut}{entry.stem[kept:]}")
    blocks = [
        "\n" + "\n".join(lines[start : start + block_size]) + "\n"
        for start in range(0, len(lines), block_size)
    ]
    return zlib.compress("\0".join(blocks).encode(), 9)


def _common_prefix(left: str, right: str) -> str:
    length = 0
    while length < min(len(left), len(right)) and left[length] == right[length]:
        length += 1
    return left[:length]


@cache
def lexicon() -> Lexicon:
    """The lexicon that comes with the package, read once a process."""
    return Lexicon.read()
