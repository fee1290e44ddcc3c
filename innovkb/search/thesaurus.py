"""Words that mean the same: the editors' synonyms, and organisations with their abbreviations."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from innovkb.search.analysis import Alternative, Match, QueryWord, analyse
from innovkb.search.models import SynonymGroup
from sessions.models import Organisation

_LONGEST_KEY = 4
"""Words; longer names are looked up as a whole only by their abbreviation."""

Stems = tuple[str, ...]


def stems_of(text: str) -> Stems:
    """The stems of a word or group of words, without its stop words unless it has no others."""
    analysed = analyse(text)
    content = tuple(token.word.stem for token in analysed if not token.word.is_stop)
    return content or tuple(token.word.stem for token in analysed)


class Thesaurus:
    """For each word or word group, the others of its group, and how they are written."""

    def __init__(self, groups: Iterable[Sequence[str]]) -> None:
        self._others: dict[Stems, dict[Stems, str]] = defaultdict(dict)
        for group in groups:
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

    def extend(self, words: list[QueryWord]) -> tuple[list[QueryWord], dict[Stems, str]]:
        """The words with their synonyms as alternatives, and how each synonym is written."""
        content = [index for index, word in enumerate(words) if not word.is_stop]
        labels: dict[Stems, str] = {}
        result = list(words)
        for length in range(1, _LONGEST_KEY + 1):
            for start in range(len(content) - length + 1):
                indices = content[start : start + length]
                others = self._others.get(tuple(words[i].stem for i in indices), {})
                more = [Alternative(s, Match.SYNONYM, Match.SYNONYM.value) for s in others]
                for index in indices if more else ():
                    result[index] = result[index].extended(more)
                labels |= others
        return result, labels
