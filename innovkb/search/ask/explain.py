"""Says why a result was found, where it doesn't hold the words as they were typed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from innovkb.search.analysis import (
    BY_THESAURUS,
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

_MOST_ALSO = 4
"""Words that the note above the results names."""
_LEAST_WITHIN = 3
"""Letters of a word that is said to stand within a longer one."""
_WORD = re.compile(r"[^\W\d_]{2}")
Matched = list[tuple[QueryWord, Alternative]]


def snippet(entry: SearchEntry, shown: SearchEntry, marks: Marks) -> SafeString:
    """A sentence or more of what was found; nothing when it says no more than the heading."""
    heading, text = fold(entry.heading or entry.title), shown.body.strip()
    if fold(text).strip(" .!?…‘’“”\"'") in heading:
        return SafeString()
    return highlight(text, marks)


def matched_words(query: Query, entry: SearchEntry) -> Matched:
    """For each word of the query that the entry has: the alternatives by which it has it."""
    return matched_in(query, _texts(entry))


def matched_in(query: Query, texts: Sequence[str]) -> Matched:
    """For each word of the query that one of the texts has: the alternatives by which.

    A synonym of several words counts only where those stand together.
    """
    tokens = (token for text in texts for token in analysed(text))
    terms = frozenset().union(*(found_by(token.token.folded) for token in tokens))
    return [
        (word, alternative)
        for word in query.words
        for alternative in word.alternatives
        if terms.issuperset(alternative.terms)
        and (
            alternative.match not in BY_THESAURUS
            or len(alternative.terms) == 1
            or any(any(together(text, alternative.terms)) for text in texts)
        )
    ]


def marked(words: Matched) -> Marks:
    """What to mark: each word that was asked for or stands for one, and synonyms of several words
    only where those stand together."""
    terms: set[str] = set()
    groups: set[tuple[str, ...]] = set()
    for _, alternative in words:
        if alternative.match in BY_THESAURUS and len(alternative.terms) > 1:
            groups.add(alternative.terms)
        else:
            telling = {term for term in alternative.terms if not analyse_word(term).is_stop}
            terms |= telling or set(alternative.terms)
    return Marks(frozenset(terms), frozenset(groups))


@dataclass(frozen=True)
class Reasons:
    """Why a result was found, where it has a word of the query in another form only."""

    also: tuple[str, ...] = ()
    """Words that mean the same, which were searched for too: for a note above all results."""
    why: tuple[str, ...] = ()
    """Dutch sentences on this result."""


def reasons(query: Query, words: Matched, entry: SearchEntry, first: str = "") -> Reasons:
    """At most one reason for each word of the query; before them ``first``, unless empty."""
    tokens = _tokens(entry)
    stems = {token.word.stem for token in tokens}
    found: dict[str, tuple[QueryWord, list[Alternative]]] = {}
    for word, alternative in words:
        found.setdefault(word.stem, (word, []))[1].append(alternative)
    also, why = [], [first] if first else []
    for word, alternatives in found.values():
        if word.stem in stems:
            continue
        best = max(alternatives, key=lambda alternative: alternative.weight)
        if best.match in (Match.SYNONYM, Match.NARROWER):
            also += [query.synonyms[best.terms]] if best.terms in query.synonyms else []
        elif text := _sentence(query, word, best, tokens):
            why.append(text)
    return Reasons(tuple(dict.fromkeys(also)), tuple(dict.fromkeys(why)))


def also_searched(found: Iterable[Reasons]) -> str:
    """‘We zochten ook op leidinggevende en manager.’, the most found first; empty for nothing."""
    counted = Counter(text for reason in found for text in reason.also)
    most = [text for text, _ in counted.most_common(_MOST_ALSO)]
    if not most:
        return ""
    listed = " en ".join([", ".join(most[:-1]), most[-1]] if most[1:] else most)
    return f"We zochten ook op {listed}."


def _tokens(entry: SearchEntry) -> list[AnalysedToken]:
    return [token for text in _texts(entry) for token in analysed(text)]


def _texts(entry: SearchEntry) -> tuple[str, ...]:
    return entry.heading, entry.title, entry.body, entry.context


def _sentence(
    query: Query, word: QueryWord, found: Alternative, tokens: Sequence[AnalysedToken]
) -> str:
    """Why the result is there: what it has instead of the word, and what that is of it.

    Empty where that goes without saying, or is too far off to be said: a number for ‘procent’, a
    group of which the words stand apart, the root of what belongs with a word.
    """
    typed = word.analysed.token.surface
    here = _surface(found.terms[0], tokens)
    if found.match is Match.RELATED:
        return _belongs(query, word, found)
    if found.match is Match.STEM and len(found.terms) > 1:
        return ""
    if found.match is Match.JOINED:
        return f"Hier staat ‘{typed}’ in één woord: ‘{here}’." if fold(typed) in fold(here) else ""
    if found.match is Match.PARTS:
        parts = " en ".join(_part(term, tokens) for term in found.terms)
        return f"Hier staan de delen van ‘{typed}’: {parts}."
    if found.match is Match.PART and fold(typed) not in fold(here):
        return f"Hier staat een deel van ‘{typed}’: {_part(found.terms[0], tokens)}."
    if fold(typed) in fold(here):
        long = len(typed) >= _LEAST_WITHIN
        return f"Hier staat ‘{typed}’ in een langer woord: ‘{here}’." if long else ""
    return f"{_opening(here)} is verwant aan ‘{typed}’."


def _belongs(query: Query, word: QueryWord, found: Alternative) -> str:
    """What belongs with a word, or what both belong with: ‘te laat’ not with ‘te vroeg’."""
    other, asked = query.synonyms.get(found.terms, ""), _asked(query, word)
    if not _WORD.search(other):
        return ""
    through = query.through.get((word.stem, found.terms), "")
    if through and fold(through) != fold(asked):
        return f"{_opening(other)} en ‘{asked}’ horen allebei bij ‘{through}’."
    return f"{_opening(other)} hoort bij ‘{asked}’."


def _asked(query: Query, word: QueryWord) -> str:
    """The word, or its group, as it was typed; of a verb in two halves, as the thesaurus has it."""
    typed = query.groups.get(word.stem, word.analysed.token.surface)
    return typed if fold(typed) in fold(query.bare) else query.written.get(word.stem, typed)


def _opening(text: str) -> str:
    """The text in quotation marks, as a sentence begins."""
    return f"‘{text[:1].upper()}{text[1:]}’"


def _surface(term: str, tokens: Sequence[AnalysedToken]) -> str:
    """The first word of the text that is the term, or else is found by it, as it stands there."""
    token = _token(term, tokens)
    return token.token.surface.lower() if token else term


def _part(term: str, tokens: Sequence[AnalysedToken]) -> str:
    """The part of a compound as it stands in the text, and in which word: ‘gebrek’ (in
    ‘tijdgebrek’)."""
    token = _token(term, tokens)
    if token is None:
        return f"‘{term}’"
    whole = token.token.surface.lower()
    spans = [(start, end) for found, start, end in token.spans() if found == term]
    start, end = spans[0] if spans else (token.token.start, token.token.end)
    part = whole[start - token.token.start : end - token.token.start]
    return f"‘{part}’" if part == whole else f"‘{part}’ (in ‘{whole}’)"


def _token(term: str, tokens: Sequence[AnalysedToken]) -> AnalysedToken | None:
    having = [token for token in tokens if term in found_by(token.token.folded)]
    return next((token for token in having if token.word.stem == term), next(iter(having), None))
