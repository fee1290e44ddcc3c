"""How much a term weighs in a document: BM25F's term frequency over fields.

Robertson, Zaragoza and Taylor, *Simple BM25 extension to multiple weighted fields* (2004).
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from innovkb.search import analysis
from innovkb.search.analysis import fold_term, tokenize
from innovkb.search.analysis.analyser import analyse_word

FIELDS = ("title", "body", "context")
_FIELD_WEIGHT = {"title": 3.0, "body": 1.6, "context": 0.9}
_LENGTH_NORM = {"title": 0.3, "body": 0.7, "context": 0.5}
_EXTRA = 0.6
"""What a root or a part of a compound counts beside the word itself."""
LONGEST_TERM = 100
WORD = "="
"""Marks a folded word in the postings: the vocabulary for typing errors."""
FACET = "@"
"""Marks a facet value in the postings, as in ``@theme:ruimte``."""

DEFAULT_AVERAGES = {"title": 6.0, "body": 30.0, "context": 12.0}


@dataclass(frozen=True)
class AnalysedField:
    """A field's terms: counts of main terms and extras, its words, its length in tokens."""

    main: Mapping[str, int]
    extra: Mapping[str, int]
    words: frozenset[str]
    length: int


def fingerprint() -> str:
    """Changes with the analyser or its word list, and then the index must be rebuilt."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(Path(analysis.__file__).parent.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.read_bytes())
    return digest.hexdigest()[:32]


def analyse_field(text: str) -> AnalysedField:
    """Counts what a text is found by."""
    main: dict[str, int] = defaultdict(int)
    extra: dict[str, int] = defaultdict(int)
    words = set()
    length = 0
    for token in tokenize(text):
        word = analyse_word(token.folded)
        length += 1
        if len(token.folded) > LONGEST_TERM:
            continue
        main[word.stem] += 1
        for term in set(word.extras()):
            extra[term] += 1
        words.add(fold_term(token.folded))
    return AnalysedField(main, extra, frozenset(words), length)


def term_weights(
    fields: Mapping[str, AnalysedField], averages: Mapping[str, float]
) -> dict[str, float]:
    """Each term's weighted and length-normalised frequency in one document."""
    weights: dict[str, float] = defaultdict(float)
    for name, field in fields.items():
        norm = 1 + _LENGTH_NORM[name] * (field.length / averages[name] - 1)
        factor = _FIELD_WEIGHT[name] / max(norm, 0.1)
        for term, count in field.main.items():
            weights[term] += factor * count
        for term, count in field.extra.items():
            weights[term] += factor * count * _EXTRA
    return weights


def average_lengths(texts: Iterable[tuple[str, ...]]) -> dict[str, float]:
    """The mean length in words of each field, in the order of FIELDS; at least 1."""
    totals, count = [0] * len(FIELDS), 0
    for count, fields in enumerate(texts, start=1):  # noqa: B007
        for index, text in enumerate(fields):
            totals[index] += len(text.split())
    if not count:
        return dict(DEFAULT_AVERAGES)
    means = (max(total / count, 1.0) for total in totals)
    return dict(zip(FIELDS, means, strict=True))
