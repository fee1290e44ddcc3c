"""Says why a result was found, where it doesn't hold the words as they were typed."""

import re
from collections.abc import Sequence

from innovkb.search.analysis import (
    Alternative,
    AnalysedToken,
    Match,
    QueryWord,
    analyse_word,
    fold,
    found_by,
)
from innovkb.search.ask.highlight import analysed
from innovkb.search.ask.query import Query
from innovkb.search.models import SearchEntry

_BREAKS = re.compile(r"\s*\n\s*")
Matched = list[tuple[QueryWord, Alternative]]


def shown_text(entry: SearchEntry) -> str:
    """The body on one line, as a snippet shows it."""
    return _BREAKS.sub(" · ", entry.body)


def matched_words(query: Query, entry: SearchEntry) -> Matched:
    """For each word of the query that the entry has: the alternatives by which it has it."""
    terms = frozenset().union(*(found_by(token.token.folded) for token in _tokens(entry)))
    return [
        (word, alternative)
        for word in query.words
        for alternative in word.alternatives
        if terms.issuperset(alternative.terms)
    ]


def marked(words: Matched) -> set[str]:
    """The terms to mark: of a group of words the stop words only when there are no others."""
    terms: set[str] = set()
    for _, alternative in words:
        telling = {term for term in alternative.terms if not analyse_word(term).is_stop}
        terms |= telling or set(alternative.terms)
    return terms


def reasons(query: Query, words: Matched, entry: SearchEntry) -> tuple[str, ...]:
    """One Dutch reason for each word of the query that the entry has in another form only."""
    tokens = _tokens(entry)
    found: dict[str, tuple[QueryWord, list[Alternative]]] = {}
    for word, alternative in words:
        found.setdefault(word.stem, (word, []))[1].append(alternative)
    texts = (_reason(query, word, alternatives, tokens) for word, alternatives in found.values())
    return tuple(dict.fromkeys(text for text in texts if text))


def _tokens(entry: SearchEntry) -> list[AnalysedToken]:
    texts = (entry.heading, entry.title, shown_text(entry), entry.context)
    return [token for text in texts for token in analysed(text)]


def _reason(
    query: Query,
    word: QueryWord,
    alternatives: Sequence[Alternative],
    tokens: Sequence[AnalysedToken],
) -> str:
    typed = word.analysed.token.surface
    stems = {token.word.stem for token in tokens}
    if word.stem in stems:
        return ""
    best = max(alternatives, key=lambda alternative: alternative.weight)
    here = _surface(best.terms[0], tokens)
    if best.match is Match.SYNONYM:
        group = query.groups.get(word.stem, typed)
        return f"‘{query.synonyms.get(best.terms, here)}’ betekent ongeveer ‘{group}’"
    if best.match is Match.JOINED:
        return f"‘{here}’ is ‘{typed}’ als één woord"
    if best.match in (Match.PARTS, Match.PART):
        parts = " en ".join(f"‘{_surface(term, tokens)}’" for term in best.terms)
        return f"{parts}, delen van ‘{typed}’"
    if fold(typed) in fold(here):
        return f"‘{here}’ bevat ‘{typed}’"
    return f"‘{here}’ is verwant aan ‘{typed}’"


def _surface(term: str, tokens: Sequence[AnalysedToken]) -> str:
    """The first word of the text that is found by the term, as it stands there."""
    for token in tokens:
        if term in found_by(token.token.folded):
            return token.token.surface.lower()
    return term
