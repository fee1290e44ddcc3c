"""From text to analysed tokens: the same for documents, queries and highlighting."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from innovkb.search.analysis.compounds import CompoundPart, joined, split
from innovkb.search.analysis.roots import root
from innovkb.search.analysis.stemming import known_stem, unknown_stem
from innovkb.search.analysis.stopwords import is_stop_word
from innovkb.search.analysis.tokens import Token, pieces, tokenize


@dataclass(frozen=True, slots=True)
class WordAnalysis:
    """What is known of one folded word, wherever it stands.

    `stem` is the main term. `root` is the coarser term it shares with words derived from it,
    None where it equals the stem, and for compounds, whose parts have roots of their own.
    `parts` are the words within a compound, or the pieces of a composite such as `i&w`, with
    offsets into the folded word.
    """

    stem: str
    root: str | None
    parts: tuple[CompoundPart, ...]
    is_stop: bool

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Each term with the offsets in the folded word of the letters it stands for (-1: all).

        The stem comes first; then the extras: the root, each part and its root, each word
        within a part.
        """
        yield self.stem, 0, -1
        if self.root is not None:
            yield self.root, 0, -1
        for part in self.parts:
            for each in (part, *part.inner):
                yield each.stem, each.start, each.end
                if not each.inner and (derived := root(each.stem)) != each.stem:
                    yield derived, each.start, each.end

    def extras(self) -> list[str]:
        """The terms besides the stem."""
        return [term for term, _, _ in self.spans()][1:]


@dataclass(frozen=True, slots=True)
class AnalysedToken:
    """A token of a text with the analysis of its word."""

    token: Token
    word: WordAnalysis

    def spans(self) -> Iterator[tuple[str, int, int]]:
        """Each term with the offsets in the text of the letters it stands for.

        The whole token for stem and root; the part alone for parts, so that highlighting can
        mark half a compound.
        """
        for term, start, end in self.word.spans():
            whole = end < 0
            yield (
                term,
                *((self.token.start, self.token.end) if whole else self.token.slice(start, end)),
            )


@dataclass(frozen=True, slots=True)
class IndexTerms:
    """The terms of a text: `main` has one per token, in order; `extra` any number."""

    main: list[str]
    extra: list[str]


@lru_cache(maxsize=32768)
def analyse_word(folded: str) -> WordAnalysis:
    """The analysis of one folded word (`Token.folded`, or `fold_term` of what was typed)."""
    composite = pieces(folded)
    if composite:
        parts = tuple(_piece(folded, start, end) for start, end in composite)
        return WordAnalysis(_composite_stem(folded), None, parts, is_stop_word(folded))
    main, parts = _stem_and_parts(folded)
    derived = main if parts else root(main)
    return WordAnalysis(main, derived if derived != main else None, parts, is_stop_word(folded))


def _stem_and_parts(folded: str) -> tuple[str, tuple[CompoundPart, ...]]:
    known = known_stem(folded)
    if known is None:
        parts = split(folded)
        return (joined(parts) or unknown_stem(folded)), parts
    # The base form decides, so that all inflections get the same parts.
    parts = split(known)
    if not parts:
        return known, ()
    last = parts[-1]
    if folded.startswith(known[: last.start]):
        return joined(parts), (*parts[:-1], replace(last, end=len(folded)))
    return joined(parts), split(folded)


def _piece(folded: str, start: int, end: int) -> CompoundPart:
    word = analyse_word(folded[start:end])
    inner = (replace(p, start=p.start + start, end=p.end + start, inner=()) for p in word.parts)
    return CompoundPart(start, end, word.stem, tuple(inner))


def _composite_stem(folded: str) -> str:
    """That of the word without its hyphens, so that e-mail and email meet."""
    closed = folded.replace("-", "").replace("'", "")
    if closed.isalnum() and not closed.isdecimal():
        return analyse_word(closed).stem
    return folded.replace(",", ".").replace("'", "").replace(":", ".").rstrip(".")


@lru_cache(maxsize=32768)
def found_by(folded: str) -> frozenset[str]:
    """Every term that a folded word is found by."""
    return frozenset(term for term, _, _ in analyse_word(folded).spans())


def analyse(text: str) -> list[AnalysedToken]:
    """The analysed tokens of a text, in order. Never raises."""
    return [AnalysedToken(token, analyse_word(token.folded)) for token in tokenize(text)]


def index_terms(text: str) -> IndexTerms:
    """The terms by which a text is found, stop words included."""
    main: list[str] = []
    extra: list[str] = []
    for token in tokenize(text):
        word = analyse_word(token.folded)
        main.append(word.stem)
        extra.extend(word.extras())
    return IndexTerms(main, extra)
