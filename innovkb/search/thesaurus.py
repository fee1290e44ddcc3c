"""Words that mean the same: the editors' synonyms, and organisations with their abbreviations."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from innovkb.search.analysis import Alternative, Match, QueryWord, WordAnalysis, analyse, fold
from innovkb.search.models import SynonymGroup
from sessions.models import Organisation

_LONGEST_KEY = 4
"""Words; longer names are looked up as a whole only by their abbreviation."""
_DENYING = frozenset("geen niet niets zonder weinig veel minder te".split())
"""Stop words that change what a group of words means: ‘geen geld’ is not ‘geld’."""

_ALONE = 0.3
"""What one word of a known group counts by itself."""

Stems = tuple[str, ...]


def stems_of(text: str) -> Stems:
    """The stems of a word or group of words, without those that add nothing to its meaning.

    A group of which one word would be left keeps all: ‘van buiten’ says more than ‘buiten’.
    """
    analysed = [(token.token.folded, token.word) for token in analyse(text)]
    telling = tuple(word.stem for folded, word in analysed if _tells(folded, word))
    return telling if len(telling) > 1 else tuple(word.stem for _, word in analysed)


def _tells(folded: str, word: WordAnalysis) -> bool:
    return not word.is_stop or folded in _DENYING


class Thesaurus:
    """For each word or word group, the others of its group, and how they are written."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._others: dict[Stems, dict[Stems, str]] = defaultdict(dict)
        self.words: set[str] = set()
        for group in groups:
            self.words |= {fold(text) for text in group if text.isalpha()}
            members = {stems_of(text): text for text in group if text.strip()}
            for stems in members:
                self._others[stems] |= {k: v for k, v in members.items() if k != stems}

    @classmethod
    def load(cls) -> "Thesaurus":
        """The thesaurus of the database: two queries."""
        groups = [
            [word, *synonyms]
            for word, synonyms in SynonymGroup.objects.values_list("word", "synonyms")
        ]
        rows = Organisation.objects.published()
        for name, short, aliases in rows.values_list("name", "short_name", "aliases"):
            group = [name, *([short] if short else []), *aliases]
            if len(group) > 1:
                groups.append(group)
        return cls(groups)

    def __contains__(self, stem: str) -> bool:
        return (stem,) in self._others

    def extend(self, words: Sequence[QueryWord]) -> tuple[list[QueryWord], dict[Stems, str]]:
        """The words with their synonyms as alternatives, and how each synonym is written.

        Takes all words of the query, stop words included. The longest group that is known is
        meant: in ‘geen geld’ no synonym of ‘geld’ counts, and ‘geld’ alone counts for less.
        """
        labels: dict[Stems, str] = {}
        result = list(words)
        taken: set[int] = set()
        for indices in _groups(words):
            stems = tuple(words[index].stem for index in indices)
            others = self._others.get(stems, {})
            if not others or not taken.isdisjoint(indices):
                continue
            taken.update(indices)
            labels |= others
            more = [Alternative(other, Match.SYNONYM, Match.SYNONYM.value) for other in others]
            for index in indices:
                word = result[index]
                if len(stems) > 1:
                    word = replace(
                        word,
                        alternatives=(
                            Alternative(stems, Match.STEM, 1.0),
                            *(replace(a, weight=a.weight * _ALONE) for a in word.alternatives),
                        ),
                    )
                result[index] = word.extended(more)
        return result, labels


def _groups(words: Sequence[QueryWord]) -> Iterator[list[int]]:
    """Places of words that may belong together, the longest groups first."""
    telling = [i for i, word in enumerate(words) if _tells(word.folded, word.analysed.word)]
    every = list(range(len(words)))
    for length in range(min(_LONGEST_KEY, len(words)), 0, -1):
        for places in (every, telling) if length > 1 else (telling,):
            for start in range(len(places) - length + 1):
                yield places[start : start + length]
