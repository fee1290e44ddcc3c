"""Says why a result was found, where it doesn't hold the words as they were typed."""

from collections.abc import Sequence

from django.utils.safestring import SafeString

from innovkb.search.analysis import (
    Alternative,
    AnalysedToken,
    Match,
    QueryWord,
    analyse_word,
    fold,
    found_by,
)
from innovkb.search.ask.highlight import Marks, analysed, highlight, together
from innovkb.search.ask.query import Query
from innovkb.search.models import SearchEntry

Matched = list[tuple[QueryWord, Alternative]]


def snippet(entry: SearchEntry, shown: SearchEntry, marks: Marks) -> SafeString:
    """A sentence or more of what was found; nothing when it says no more than the heading."""
    heading, text = fold(entry.heading or entry.title), shown.body.strip()
    if fold(text).strip(" .!?…‘’“”\"'") in heading:
        return SafeString()
    return highlight(text, marks)


def matched_words(query: Query, entry: SearchEntry) -> Matched:
    """For each word of the query that the entry has: the alternatives by which it has it.

    A synonym of several words counts only where those stand together.
    """
    terms = frozenset().union(*(found_by(token.token.folded) for token in _tokens(entry)))
    return [
        (word, alternative)
        for word in query.words
        for alternative in word.alternatives
        if terms.issuperset(alternative.terms)
        and (
            alternative.match is not Match.SYNONYM
            or len(alternative.terms) == 1
            or any(any(together(text, alternative.terms)) for text in _texts(entry))
        )
    ]


def marked(words: Matched) -> Marks:
    """What to mark: each word that was asked for or stands for one, and synonyms of several words
    only where those stand together."""
    terms: set[str] = set()
    groups: set[tuple[str, ...]] = set()
    for _, alternative in words:
        if alternative.match is Match.SYNONYM and len(alternative.terms) > 1:
            groups.add(alternative.terms)
        else:
            telling = {term for term in alternative.terms if not analyse_word(term).is_stop}
            terms |= telling or set(alternative.terms)
    return Marks(frozenset(terms), frozenset(groups))


def reasons(query: Query, words: Matched, entry: SearchEntry) -> tuple[str, ...]:
    """One Dutch reason for each word of the query that the entry has in another form only."""
    tokens = _tokens(entry)
    found: dict[str, tuple[QueryWord, list[Alternative]]] = {}
    for word, alternative in words:
        found.setdefault(word.stem, (word, []))[1].append(alternative)
    texts = (_reason(query, word, alternatives, tokens) for word, alternatives in found.values())
    return tuple(dict.fromkeys(text for text in texts if text))


def _tokens(entry: SearchEntry) -> list[AnalysedToken]:
    return [token for text in _texts(entry) for token in analysed(text)]


def _texts(entry: SearchEntry) -> tuple[str, ...]:
    return entry.heading, entry.title, entry.body, entry.context


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
