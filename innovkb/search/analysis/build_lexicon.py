"""Make `data/lexicon.z` from the word lists of wordfreq and simplemma.

Both are needed to build only, and are no dependencies of the site:

    uv run --with wordfreq --with simplemma python -m innovkb.search.analysis.build_lexicon

Sources and licences: see `data/LICENSE.md`.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Mapping

from innovkb.search.analysis.folding import fold
from innovkb.search.analysis.lexicon import TABLE, Entry, encode
from innovkb.search.analysis.overrides import LEMMAS
from innovkb.search.analysis.stemming import bases

# Below this Zipf value (×10) a word no dictionary has is more often a typing error than a name.
LEAST_FREQUENCY = 26
_PAST = ("t", "de", "te", "den", "ten", "end", "ende")


def frequencies() -> dict[str, int]:
    """Ten times the Zipf value of each folded word."""
    from wordfreq import get_frequency_dict

    found: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("nl", "large").items():
        found[fold(word)] += frequency
    return {word: round(10 * math.log10(frequency * 1e9)) for word, frequency in found.items()}


def dictionary() -> dict[str, str]:
    """The lemma of each folded word form."""
    from simplemma.strategies.dictionaries.dictionary_factory import (
        DefaultDictionaryFactory,
    )

    lemmas: dict[str, str] = {}
    for form, lemma in DefaultDictionaryFactory().get_dictionary("nl").items():
        word = fold(str(form)).replace("_", "")
        # A capitalised form gives way to the ordinary word of the same letters.
        if word not in lemmas or str(form) == word:
            lemmas[word] = fold(str(lemma)).replace("_", "")
    for lemma in set(lemmas.values()):
        lemmas.setdefault(lemma, lemma)
    return lemmas | LEMMAS


def verbs(lemmas: Mapping[str, str]) -> set[str]:
    """The lemmas that are infinitives: they have forms only a verb has."""
    forms = defaultdict(list)
    for word, lemma in lemmas.items():
        forms[lemma].append(word)
    return {
        lemma
        for lemma, words in forms.items()
        if lemma.endswith("n") and any(_is_verb_form(word, lemma) for word in words)
    }


def _is_verb_form(word: str, lemma: str) -> bool:
    return word.endswith(_PAST) and word != lemma


def lemma_stem(lemma: str, infinitives: set[str], lemmas: Mapping[str, str]) -> str:
    """What verbs and nouns of one origin share: werken and werk, leven and leef(t)."""
    if lemma not in infinitives:
        return lemma
    if not lemma.endswith("en"):
        return lemma.removesuffix("an") if lemma.endswith("aan") else lemma
    if lemma.endswith(("oen", "ien")):
        return lemma[:-1]
    proposals = [base for base in bases(lemma[:-2]) if base]
    for base in proposals:
        if lemmas.get(base) in (lemma, base):
            return base
    return proposals[0] if proposals else lemma


def entries(lemmas: Mapping[str, str], frequency: Mapping[str, int]) -> dict[str, Entry]:
    """The whole table."""
    infinitives = verbs(lemmas)
    found = {}
    for word, lemma in lemmas.items():
        if _is_word(word):
            stem = lemma_stem(lemma, infinitives, lemmas).replace("'", "")
            found[word] = Entry(max(0, frequency.get(word, 0)), stem, is_dictionary=True)
    for word, value in frequency.items():
        if word not in found and value >= LEAST_FREQUENCY and _is_word(word):
            found[word] = Entry(value, word.replace("'", ""), is_dictionary=False)
    return found


def _is_word(word: str) -> bool:
    return 1 < len(word) <= 40 and word.replace("'", "").isalpha() and word.isascii()


def main() -> None:
    """Write the table and say how large it is."""
    table = entries(dictionary(), frequencies())
    data = encode(table)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(data)
    sys.stdout.write(f"{len(table)} words, {len(data) / 1024:.0f} KiB\n")


if __name__ == "__main__":
    main()
