"""From text to analysed tokens: the same for documents, queries and highlighting."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from innovkb.search.analysis.compounds import Part, split
from innovkb.search.analysis.stemming import known_stem, root, stem, unknown_stem
from innovkb.search.analysis.stopwords import is_stop_word
from innovkb.search.analysis.tokens import Token, pieces, tokenize


@dataclass(frozen=True, slots=True)
class WordAnalysis:
    """What is known of one folded word, wherever it stands.

    `stem` is the main term. `root` is the coarser term it shares with words derived from it,
    None where it equals the stem. `parts` are the words within a compound, or the pieces of a
    composite such as `i&w`, with offsets into the folded word.
    """

    stem: str
    root: str | None
    parts: tuple[Part, ...]
    is_stop: bool

    def terms(self) -> Iterable[str]:
        """Every term this word is found by: the main term first, then the extras."""
        yield self.stem
        yield from self.extras()

    def extras(self) -> Iterable[str]:
        """The terms besides the main one: the root, then each part and its root."""
        if self.root is not None:
            yield self.root
        for part in self.parts:
            yield part.stem
            if (part_root := root(part.stem)) != part.stem:
                yield part_root


@dataclass(frozen=True, slots=True)
class AnalysedToken:
    """A token of a text with the analysis of its word."""

    token: Token
    word: WordAnalysis

    def spans(self) -> Iterable[tuple[str, int, int]]:
        """Each term with the offsets in the text of the letters it stands for.

        The whole token for stem and root; the part alone for parts, so that highlighting can
        mark half a compound.
        """
        token, word = self.token, self.word
        yield word.stem, token.start, token.end
        if word.root is not None:
            yield word.root, token.start, token.end
        for part in word.parts:
            start, end = token.slice(part.start, part.end)
            yield part.stem, start, end
            if (part_root := root(part.stem)) != part.stem:
                yield part_root, start, end


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
        parts = tuple(Part(start, end, stem(folded[start:end])) for start, end in composite)
        return WordAnalysis(_composite_stem(folded, parts), None, parts, is_stop_word(folded))
    main, parts = _stem_and_parts(folded)
    derived = root(main)
    return WordAnalysis(main, derived if derived != main else None, parts, is_stop_word(folded))


def _stem_and_parts(folded: str) -> tuple[str, tuple[Part, ...]]:
    """The stem of a compound is that of its parts without linking letters.

    So it meets the same words written apart, whatever is inflected.
    """
    known = known_stem(folded)
    if known is None:
        parts = split(folded)
        return (_joined(parts) or unknown_stem(folded)), parts
    # The base form decides, so that all inflections get the same parts.
    parts = split(known)
    main = _joined(parts) or known
    if parts and folded.startswith(known[: parts[-1].start]):
        last = parts[-1]
        return main, (*parts[:-1], Part(last.start, len(folded), last.stem))
    return main, split(folded)


def _joined(parts: tuple[Part, ...]) -> str:
    return "".join(part.stem for part in parts)


def _composite_stem(folded: str, parts: tuple[Part, ...]) -> str:
    if folded.replace("-", "").replace("'", "").isalpha():
        if "-" not in folded:
            return stem(folded)
        return "".join(folded[part.start : part.end] for part in parts[:-1]) + parts[-1].stem
    return folded.replace(",", ".").replace("'", "").replace(":", ".").rstrip(".")


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
