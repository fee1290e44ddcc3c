"""A generated Dutch corpus: words as common as in real Dutch, items as on the site."""

import random
import zlib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from innovkb.search.analysis.lexicon import TABLE
from innovkb.search.analysis.stopwords import STOP_WORDS

COMMON = "innovatie"
"""A word that a third of all documents have."""
_TITLE, _BODY, _CONTEXT = 4, 17, 3
"""Tokens of each text; with the common word, 25 at most."""
_PASSAGES = 40
"""Passages of each write-up; one document in four is a passage."""
_KINDS = ("tip", "quote", "barrier", "principle", "example", "tool", "question", "session")
_THEMES, _SPEAKERS, _ORGANISATIONS, _YEARS = 24, 300, 60, range(2015, 2026)


@dataclass(frozen=True)
class Item:
    """What the index is told of a document; the fields of the index's `IndexDocument`."""

    kind: str
    object_id: int
    title: str
    body: str
    context: str
    url: str
    heading: str
    passage: int = 0
    facets: tuple[tuple[str, str], ...] = ()


@cache
def words() -> tuple[list[str], list[float]]:
    """The words of the lexicon, the most common first, and their cumulative frequencies."""
    lines = zlib.decompress(TABLE.read_bytes()).decode().replace("\0", "\n").split("\n")
    rows = (line.split("\t") for line in lines if line)
    found = [(ord(code[0]) - 48, word) for word, code in rows if ord(code[0]) > 48]
    found.sort(key=lambda row: (-row[0], row[1]))
    weights = accumulate(10 ** (frequency / 10) for frequency, _ in found)
    return [word for _, word in found], list(weights)


def documents(count: int) -> Iterator[Item]:
    """So many documents, the same each time."""
    rng = random.Random(count)
    vocabulary, weights = words()
    write_up = passage = 0
    for number in range(1, count + 1):
        drawn = rng.choices(vocabulary, cum_weights=weights, k=_TITLE + _BODY + _CONTEXT)
        if rng.random() < 1 / 3:
            drawn.insert(_TITLE + rng.randrange(_BODY), COMMON)
        title = " ".join(drawn[:_TITLE]).capitalize()
        body = " ".join(drawn[_TITLE:-_CONTEXT]).capitalize() + "."
        context = " ".join(drawn[-_CONTEXT:])
        if number % (4 * _PASSAGES) == 1:
            write_up, passage = number, 0
        if number % 4 == 2:
            passage += 1
            url = f"/verslagen/{write_up}/#tekst:~:text={number}"
            yield Item("write_up", write_up, title, body, context, url, title, passage=passage)
            continue
        kind = "write_up" if number == write_up else rng.choice(_KINDS)
        facets = (
            ("theme", f"thema-{rng.randrange(_THEMES)}"),
            ("theme", f"thema-{_THEMES + rng.randrange(3)}"),
            ("speaker", f"spreker-{rng.randrange(_SPEAKERS)}"),
            ("organisation", f"organisatie-{rng.randrange(_ORGANISATIONS)}"),
            ("year", str(rng.choice(_YEARS))),
        )
        yield Item(kind, number, title, body, context, f"/x/{number}/", title, facets=facets)


def queries(count: int, each: int) -> dict[str, list[str]]:
    """Queries of every class, `each` of them different, for a corpus of so many documents."""
    rng = random.Random(-count)
    sample = [d for d in documents(min(count, 5000)) if not d.passage]
    held = sorted({w for d in sample for w in d.body[:-1].lower().split()} - STOP_WORDS)
    vocabulary, _ = words()
    place = {word: rank for rank, word in enumerate(vocabulary)}
    middle = [w for w in held if 100 <= place[w] < 4000 and len(w) > 5 and w.isalpha()]
    rare = [w for w in held if place[w] >= 20_000 and w.isalpha()]
    pairs = [d.body[:-1].split() for d in rng.sample(sample, each)]
    one = rng.sample(middle, each)
    return {
        "one word": one,
        "two words": [" ".join(rng.sample(middle, 2)) for _ in range(each)],
        "rare word": rng.sample(rare, each),
        "a third of all": [f"{COMMON} {w}" if n else COMMON for n, w in enumerate(one)],
        "typing error": [_mistyped(word, place, rng) for word in rng.sample(middle, each)],
        "phrase": [f'"{" ".join(pair[at : at + 2])}"' for pair in pairs
                   for at in [rng.randrange(len(pair) - 1)]],
        "faceted": rng.sample(middle, each),
    }  # fmt: skip


def _mistyped(word: str, known: Container[str], rng: random.Random) -> str:
    """The word with two neighbours swapped or a letter left out, unknown to the lexicon."""
    while True:
        at = rng.randrange(1, len(word) - 1)
        swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        wrong = rng.choice((swapped, word[:at] + word[at + 1 :]))
        if wrong not in known:
            return wrong
