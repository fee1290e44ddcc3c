"""Reads what somebody typed: phrases, words, kinds, and words that are probably misspelt."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from innovkb.kinds import KINDS
from innovkb.search.analysis import Correction, QueryWord, analyse, correct, query_words
from innovkb.search.postings import Postings
from innovkb.search.reader import Reader
from innovkb.search.thesaurus import Stems

LONGEST_QUERY = 400
"""Characters that are read; the rest is left out, and the page says so."""
MOST_WORDS = 24

_MARKS = re.compile(r"[\"“”„«»]")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,200})[\"“”„«»]")


@dataclass
class Query:
    """A query as it was understood."""

    typed: str
    words: list[QueryWord]
    phrases: list[str]
    shortened: bool = False
    kind: str = ""
    """A kind that the query names among other words, as in ‘citaten van paul iske’."""
    corrections: list[Correction] = field(default_factory=list)
    synonyms: dict[Stems, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    """Words that the site does not know in any form."""

    @property
    def corrected(self) -> str:
        """The query with its corrections; empty when there are none."""
        text = self.typed
        for correction in self.corrections:
            pattern = re.compile(re.escape(correction.typed), re.IGNORECASE)
            text = pattern.sub(correction.word, text)
        return text if self.corrections else ""

    @property
    def bare(self) -> str:
        """The query without its quotation marks."""
        return " ".join(_MARKS.sub(" ", self.typed).split())

    @property
    def terms(self) -> set[str]:
        """Every term that the postings are needed of."""
        alternatives = (
            alternative
            for word in self.words
            for alternative in (*word.alternatives, *word.fallback)
        )
        return {term for alternative in alternatives for term in alternative.terms}


def clean(text: str) -> str:
    """The text without control characters, its white space folded."""
    kept = (
        " " if unicodedata.category(c) in {"Cc", "Cs"} else c for c in text[: LONGEST_QUERY * 4]
    )
    return " ".join("".join(kept).split())


def parse(text: str) -> Query:
    """The query without a look at the index. Never raises."""
    cleaned = clean(text)
    typed = cleaned[:LONGEST_QUERY].strip()
    phrases = [phrase for match in _QUOTED.findall(typed) if (phrase := match.strip())]
    phrases = [phrase for phrase in phrases if analyse(phrase)]
    words = query_words(typed)
    query = Query(typed, words[:MOST_WORDS], phrases)
    query.shortened = len(cleaned) > LONGEST_QUERY or len(words) > MOST_WORDS
    query.words = _content(query.words)
    _take_kind(query)
    return query


def _content(words: list[QueryWord]) -> list[QueryWord]:
    """Without stop words, unless there is nothing else; each word once."""
    content = [word for word in words if not word.is_stop] or words
    return list({word.stem: word for word in reversed(content)}.values())[::-1]


def _kind_names() -> dict[str, str]:
    """The stem of each kind's name, with the kind."""
    return {
        token.word.stem: kind.key
        for kind in KINDS
        for name in (kind.singular, kind.plural)
        for token in analyse(name)[:1]
    }


def _take_kind(query: Query) -> None:
    """A kind's name at the start says what is looked for, when more words follow."""
    if len(query.words) > 1 and not query.phrases:
        query.kind = _kind_names().get(query.words[0].stem, "")
        if query.kind:
            query.words = query.words[1:]


def understand(query: Query, reader: Reader, *, literal: bool) -> Mapping[str, Postings]:
    """Adds synonyms and, unless ``literal``, corrections; returns the postings to score with.

    A word that nothing is found for falls back on its parts, and then on a near word.
    """
    query.words, query.synonyms = reader.thesaurus.extend(query.words)
    postings = reader.postings(query.terms)
    words = []
    for word in query.words:
        if _found(word, postings):
            words.append(word)
            continue
        correction = None if literal else correct(word.folded, reader.vocabulary)
        if correction is not None:
            query.corrections.append(correction)
            better, labels = reader.thesaurus.extend(query_words(correction.word))
            words.extend(_content(better))
            query.synonyms |= labels
        elif any(term in postings for part in word.fallback for term in part.terms):
            words.append(word.extended(word.fallback))
        else:
            query.unknown.append(word.folded)
    query.words = words
    return reader.postings(query.terms)


def _found(word: QueryWord, postings: Mapping[str, Postings]) -> bool:
    return any(
        all(term in postings for term in alternative.terms) for alternative in word.alternatives
    )
