"""What the source texts say, checked without having them: hashes that give no text away.

The texts are third parties' and no part of the project. ``fingerprints.json`` holds two things
for each of them, and neither can be turned back into its words:

* a hash of every passage that an item gives as the words of the source. Somebody had the text
  and found the passage in it, letter by letter; change one letter and the hash is not there.
  What is hashed is in our fixtures already, so nothing of the rest of the text is.
* hashes of runs of words, to see that the connecting text is ours. Overlapping runs could be
  read word by word, starting from a passage that we show; so only every sixth run is kept, and
  the next one that is known lies six unknown words away.

Make them anew, with the texts at hand: ``python -m tests.content.fingerprints FOLDER``.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.content.fixtures import items, rows, source_of, wording

FILE = Path(__file__).with_name("fingerprints.json")
LONGEST_BORROWED_RUN = 18
"""Words in a row that a body may share with its source: a list of names, a title with its date."""
STEP = 6
_QUOTE_MARKS = str.maketrans(dict.fromkeys("“”‘’„\"'´`", "'"))


def normal(text: str) -> str:
    """The text to the letter, but for line breaks, the form of quotation marks and a capital at
    the start, which a sentence in the middle of another lacks."""
    text = " ".join(text.translate(_QUOTE_MARKS).split())
    return text[:1].lower() + text[1:]


def digest(source: str, text: str) -> str:
    return hashlib.blake2b(f"{source}\n{normal(text)}".encode(), digest_size=10).hexdigest()


def given_as_theirs() -> Iterator[tuple[str, str, str]]:
    """Source, name and words of everything that the fixtures give as the words of a source."""
    for row in items():
        yield source_of(row), f"{row['slug']} (passage)", row["excerpt"]
        if row.get("text") and wording(row) in ("verbatim", "second_hand"):
            yield source_of(row), f"{row['slug']} (text)", row["text"]
    barriers = {row["slug"]: row for row in items("barrier")}
    for row in rows("remedy"):
        if row.get("passage"):
            barrier = barriers[row["barrier"][0]]
            yield source_of(barrier), f"{barrier['slug']} (what helps)", row["passage"]


def words(text: str) -> list[str]:
    """The words of a text, with the hyphens at line ends undone."""
    return re.findall(r"\w+", re.sub(r"[-\u00ad]\s*\n\s*", "", text).lower())


def runs(found: list[str], step: int = 1) -> Iterator[str]:
    """Hashes of the runs of words that are too long to borrow."""
    length = LONGEST_BORROWED_RUN + 1
    for start in range(0, len(found) - length + 1, step):
        text = " ".join(found[start : start + length])
        yield hashlib.blake2b(text.encode(), digest_size=6).hexdigest()


@cache
def known() -> dict[str, dict[str, set[str]]]:
    """By source: ``passages`` and ``runs``."""
    stored = json.loads(FILE.read_text())
    return {
        source: {kind: set(hashes) for kind, hashes in kinds.items()}
        for source, kinds in stored.items()
    }


def _as_printed(text: str) -> re.Pattern[str]:
    """Matches the text in a source, whose lines may break anywhere, with a hyphen in a word."""
    printed = (
        r"(?:[-\u00ad]\s*\n\s*)?".join(re.escape(letter) for letter in word)
        for word in normal(text).split()
    )
    return re.compile(r"\s+".join(printed).replace(r"\-", r"\-\s*"), re.IGNORECASE)


def make(folder: Path) -> tuple[dict[str, dict[str, list[str]]], list[str]]:
    """The contents of the file, and the passages that don't stand in their source."""
    texts = {row["slug"]: (folder / f"{row['slug']}.txt").read_text() for row in rows("writeup")}
    folded = {source: text.translate(_QUOTE_MARKS) for source, text in texts.items()}
    found: dict[str, set[str]] = {source: set() for source in texts}
    missing = []
    for source, name, passage in given_as_theirs():
        if _found(passage, folded[source]):
            found[source].add(digest(source, passage))
        else:
            missing.append(f"{source}: {name}")
    stored = {
        source: {"passages": sorted(found[source]), "runs": sorted(set(runs(words(text), STEP)))}
        for source, text in texts.items()
    }
    return stored, missing


def _found(passage: str, text: str) -> bool:
    """Whether it stands there to the letter; only the case of its first letter may differ."""
    wanted = _letters(passage)
    return any(_letters(match.group()) == wanted for match in _as_printed(passage).finditer(text))


def _letters(text: str) -> str:
    """Letters and marks, without the white space and hyphens that a line break may have added."""
    return re.sub(r"[\s\-\u00ad]+", "", normal(text))


if __name__ == "__main__":
    contents, lost = make(Path(sys.argv[1]))
    FILE.write_text(json.dumps(contents, indent=0) + "\n")
    sys.exit("\n".join(lost))
