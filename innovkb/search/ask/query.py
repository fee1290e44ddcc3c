"""Reads what somebody typed: phrases, words, synonyms, and words that are probably misspelt."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from innovkb.search.analysis import (
    Alternative,
    Match,
    QueryWord,
    WordAnalysis,
    analyse,
    analyse_word,
    correct,
    query_words,
)
from innovkb.search.ask import intent
from innovkb.search.ask.asked import Asked, asked
from innovkb.search.ask.names import MeantName
from innovkb.search.ask.reader import Reader
from innovkb.search.ask.scoring import gain
from innovkb.search.ask.thesaurus import Stems
from innovkb.search.index.postings import Postings

LONGEST_QUERY = 400
"""Characters that are read; the rest is left out, and the page says so."""
MOST_WORDS = 24
_HALF = 0.4
"""What half of a verb counts by itself: ‘schaal’ where ‘schaal … op’ was typed."""
_ENOUGH = 10
"""Pages for a word; with fewer, its parts count too."""
_LEAST_START, _MOST_LONGER = 6, 10
"""Letters of an unknown word that longer words may begin with, and how many of those are taken."""
_TELLING = 0.1
"""A part that more than this share of the documents has adds nothing to a word that is found."""

_ENDING = re.compile(r"('?s|en|e)$")
_MARKS = re.compile(r"[\"“”„«»]")
_QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]{1,200})[\"“”„«»]")


@dataclass
class Query:
    """A query as it was understood."""

    typed: str
    words: list[QueryWord]
    phrases: list[str]
    shortened: bool = False
    kinds: dict[str, float] = field(default_factory=dict)
    """How much the query favours a kind, as in ‘citaten van paul iske’."""
    asked: Asked | None = None
    """The form of answer that it asks for; None for a mere subject."""
    weights: dict[str, float] = field(default_factory=dict)
    """What a word counts, by stem, where that is not 1."""
    corrected: str = ""
    """The query with its spelling corrected; empty when nothing was wrong."""
    synonyms: dict[Stems, str] = field(default_factory=dict)
    through: dict[tuple[str, Stems], str] = field(default_factory=dict)
    """By stem and synonym, the head of the entry that has both, where neither means the same."""
    groups: dict[str, str] = field(default_factory=dict)
    """By stem, the group of words whose synonyms a word has."""
    written: dict[str, str] = field(default_factory=dict)
    """By stem, how the thesaurus writes the word or group that was found in it."""
    unknown: list[str] = field(default_factory=list)
    """Words that the site does not know in any form."""
    is_beside: bool = False
    """Whether what the site knows of it is not what it asks for: ‘subsidie’ of ‘subsidie
    laadpalen’."""

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
    return query


def understand(query: Query, reader: Reader, *, literal: bool) -> Mapping[str, Postings]:
    """Adds corrections, unless ``literal``, and synonyms; returns the postings to score with.

    A word that few pages have falls back on its parts.
    """
    if not literal:
        _correct(query, reader)
    typed = query.words
    words = _with_particles(typed, reader)
    found = reader.postings(query.terms)
    meant = reader.thesaurus.extend(words, lambda stems: _have_all(stems, found))
    words, query.synonyms, query.groups = meant.words, meant.labels, meant.groups
    query.written, query.through = meant.written, meant.through
    has_name = any(word.stem in reader.name_stems for word in words)
    query.kinds = intent.favours(words, has_name=has_name)
    if not query.phrases:
        words, named = intent.take_kind(words)
        if named:
            query.kinds = {named: intent.NAMED}
    query.asked = asked(meant.words, names_quotes=query.kinds.get("quote") == intent.NAMED)
    words = _content(words, query.groups)
    query.weights = intent.weights(words, query.groups)
    query.words = words
    postings = reader.postings(query.terms)
    findable = [_findable(word, reader, postings) for word in words]
    query.words = [word for word in findable if word is not None]
    unknown = [word for word, found in zip(words, findable, strict=True) if found is None]
    query.unknown = [word.folded for word in unknown]
    postings = reader.postings(query.terms)
    query.is_beside = _is_beside(query, typed, len(unknown), reader, postings)
    return postings


def _correct(query: Query, reader: Reader) -> None:
    """Corrects names that are spelt as they sound, and words that no page and no synonym has;
    then reads the query again."""
    postings = reader.postings(query.terms)

    def has(word: QueryWord) -> bool:
        return word.is_stop or word.stem in reader.thesaurus or _found(word, postings)

    names = reader.names.meant(query.words, lambda word: has(word) or word.is_known)
    better = {name.first: name for name in names}
    named = {place for name in better.values() for place in range(name.first, name.end)}
    for place, word in enumerate(query.words):
        if place in named or has(word) or _longer(word, reader):
            continue
        if correction := correct(word.folded, reader.vocabulary):
            better[place] = MeantName(place, place + 1, correction.word)
    pieces, at = [], 0
    for first, end, text in (better[place] for place in sorted(better)):
        pieces += [query.typed[at : query.words[first].analysed.token.start], text]
        at = query.words[end - 1].analysed.token.end
    if pieces:
        query.corrected = "".join((*pieces, query.typed[at:]))
        query.words = query_words(query.corrected)[:MOST_WORDS]


def _is_beside(
    query: Query,
    typed: Sequence[QueryWord],
    unknown: int,
    reader: Reader,
    postings: Mapping[str, Postings],
) -> bool:
    """Whether too little is left of a query without the words that the site does not know.

    A few loose words are a subject, of which no half may be missing; in a sentence there must be
    one telling word that is known. Who is named is always meant.
    """
    words = query.words
    if any(word.stem in reader.name_stems for word in words):
        return False
    in_part = [word for word in words if _only_part(word, postings)]
    telling = [
        word
        for word in words
        if word not in in_part
        and (word.stem not in intent.generic_stems() or word.stem in query.groups)
        and word.stem not in intent.kind_names()
    ]
    missing = unknown + len(in_part)
    return missing > 0 and (not telling if intent.is_sentence(typed) else missing >= len(telling))


def _only_part(word: QueryWord, postings: Mapping[str, Postings]) -> bool:
    """Whether a compound is found by a part only, and not by the first, its subject."""
    parts = word.analysed.word.parts
    by_part = [one.terms[0] for one in word.alternatives if one.match is Match.PART]
    whole = (one for one in word.alternatives if one.match is not Match.PART)
    return (
        bool(parts and by_part)
        and parts[0].stem not in by_part
        and not any(len(gain(one, postings)[0]) for one in whole)
    )


def _have_all(stems: Stems, postings: Mapping[str, Postings]) -> bool:
    """Whether a document has all the stems."""
    return len(gain(Alternative(stems, Match.STEM, 1.0), postings)[0]) > 0


def _found(word: QueryWord, postings: Mapping[str, Postings]) -> bool:
    """Whether a document has the word itself; one that shares its root may be chance."""
    whole = (a for a in word.alternatives if a.match is not Match.ROOT)
    return any(len(gain(alternative, postings)[0]) for alternative in whole)


def _with_particles(words: list[QueryWord], reader: Reader) -> list[QueryWord]:
    """The words, with a verb that is split in two and known in place of its second half, where an
    infinitive stands: ‘krijg mijn team mee’ is ‘team meekrijgen’."""
    result = dict(enumerate(words))
    verbs = list(intent.particle_verbs(words))
    known = reader.postings({verb.stem for _, _, verb in verbs})
    taken: set[int] = set()
    for index, place, verb in verbs:
        if place not in taken and (verb.stem in known or verb.stem in reader.thesaurus):
            half = () if words[index].is_stop else words[index].alternatives
            less = (replace(other, weight=other.weight * _HALF) for other in half)
            result[place] = verb.extended(less)
            result.pop(index, None)
            taken.add(place)
    return [result[place] for place in sorted(result)]


def _content(words: list[QueryWord], groups: Mapping[str, str]) -> list[QueryWord]:
    """Without stop words, unless there is nothing else; each word once.

    Of a known group of nothing but stop words (‘van buiten’) the last stands for the others.
    """
    said = {groups.get(word.stem) for word in words if not word.is_stop}
    last = {groups[word.stem]: word for word in words if word.stem in groups}
    kept = [word for group, word in last.items() if group not in said]
    content = [word for word in words if not word.is_stop or word in kept] or words
    return list({word.stem: word for word in reversed(content)}.values())[::-1]


def _findable(
    word: QueryWord, reader: Reader, postings: Mapping[str, Postings]
) -> QueryWord | None:
    """The word with its parts when few pages have it; None when none has it, nor a part."""
    mask = np.zeros(reader.size, np.bool_)
    for alternative in word.alternatives:
        mask[gain(alternative, postings)[0]] = True
    passages, pages = reader.parents
    mask[pages[mask[passages]]] = True
    mask[passages] = False
    if np.count_nonzero(mask) >= _ENOUGH:
        return word
    found = bool(mask.any())
    if not found and not _topic_known(word, reader, postings):
        return None
    most = reader.count * (_TELLING if found else 1)
    parts = [
        part
        for part in intent.single_parts(word)
        if 0 < len(postings.get(part.terms[0], ())) <= most
    ]
    if not found and not parts:
        longer = dict.fromkeys(one.stem for one in _longer(word, reader))
        parts = [Alternative((stem,), Match.PART, Match.PART.value) for stem in longer]
    return word.extended(parts) if parts or found else None


def _topic_known(word: QueryWord, reader: Reader, postings: Mapping[str, Postings]) -> bool:
    """Whether the site knows what an unknown compound is about: its first part, not its last.

    A subsidieaanvraag is about subsidie; a trouwambtenaar is not about ambtenaren.
    """
    parts = word.analysed.word.parts
    return not parts or parts[0].stem in postings or parts[0].stem in reader.thesaurus


def _longer(word: QueryWord, reader: Reader) -> list[WordAnalysis]:
    """Words of the site that begin with a word it does not know: deepfake, deepfakevideo."""
    start = _ENDING.sub("", word.folded)
    if len(start) < _LEAST_START:
        return []
    found = reader.vocabulary.starting(start)[:_MOST_LONGER]
    return [analyse_word(longer) for longer in found]
