"""Make `data/lexicon.z` from the word lists of wordfreq and simplemma.

Both are needed to build only, and are no dependencies of the site:

    uv run --with wordfreq --with simplemma python -m innovkb.search.analysis.build_lexicon

Sources and licences: see `data/LICENSE.md`.
"""

import math
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from innovkb.search.analysis.folding import fold
from innovkb.search.analysis.lexicon import TABLE, LexiconEntry, encode
from innovkb.search.analysis.overrides import LEMMAS, NOUNS, SUPPLETIVE, VERB_STEMS
from innovkb.search.analysis.stemming import (
    SEPARABLE,
    bases,
    diminutives,
    participles,
    plurals,
    proposals,
)

# Below this Zipf value (×10) a word no dictionary has is more often a typing error than a name.
LEAST_FREQUENCY = 26


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
    return lemmas


def repaired(
    lemmas: Mapping[str, str], verbs: Collection[str], frequency: Mapping[str, int]
) -> dict[str, str]:
    """The lemmas without the kinds of error the source has."""
    found = {}
    for word, lemma in lemmas.items():
        if _is_strange(word, lemma, verbs):
            found[word] = _simple_verb(word, lemma, verbs) or word
        elif lemma == word and _is_inflected_participle(word, lemmas, frequency):
            found[word] = lemmas[word[:-1]]
        else:
            found[word] = _likelier(word, lemma, lemmas, verbs, frequency)
    found |= LEMMAS
    # One step further where a lemma is itself a form: filmpjes, filmpje, film.
    return {
        word: lemma if lemma in verbs else found.get(lemma, lemma) for word, lemma in found.items()
    }


def _is_inflected_participle(
    word: str, lemmas: Mapping[str, str], frequency: Mapping[str, int]
) -> bool:
    """Whether gemotiveerde should follow gemotiveerd."""
    has_prefix = word.startswith(("ge", "be", "ver", "ont", *(p + "ge" for p in SEPARABLE)))
    bare = word[:-1]
    is_common = frequency.get(bare, 0) > frequency.get(word, 0) - 10
    return (
        has_prefix and is_common and word.endswith(("de", "te")) and lemmas.get(bare, bare) != bare
    )


def _likelier(
    word: str,
    lemma: str,
    lemmas: Mapping[str, str],
    verbs: Collection[str],
    frequency: Mapping[str, int],
) -> str:
    """Of two readings of a word ending in -en the common one, where the source gives the rare."""
    if not word.endswith("en") or lemma == word:
        return lemma
    if word in verbs:
        # spelen is the verb, wegen the plural of weg
        third = max(frequency.get(base + "t", 0) for base in _verb_bases(word))
        return word if third and third >= frequency.get(lemma, 0) - 2 else lemma
    if lemma == word[:-1]:
        # zonen is the plural of zoon, not of zone
        for base in bases(word[:-2]):
            common = frequency.get(base, 0) > frequency.get(lemma, 0) + 5
            if common and lemmas.get(base) == base:
                return base
    return lemma


def _is_strange(word: str, lemma: str, verbs: Collection[str]) -> bool:
    """Whether a lemma cannot be that of the word: feminine for masculine, an unrelated word."""
    if word.startswith(lemma) or lemma in SUPPLETIVE:
        return False
    if lemma.endswith("ster") and not word.endswith(("ster", "sters", "stertje")):
        return True
    # Base forms are the shorter ones, but for verbs and Latin plurals (musea, critici).
    if len(lemma) > len(word) and word[-1] not in "ai" and lemma not in verbs:
        return True
    return not (word.startswith(lemma[0]) or _without_ge(word).startswith(lemma[0]))


def infinitives(lemmas: Mapping[str, str]) -> frozenset[str]:
    """The lemmas that have a present participle or a third person."""
    return frozenset(
        lemma
        for lemma in set(lemmas.values()) - NOUNS
        if lemma.endswith("n")
        and len(lemma) > 3
        and (
            lemmas.get(lemma + "d") == lemma
            or any(lemmas.get(base + "t") == lemma for base in _verb_bases(lemma))
        )
    )


def _simple_verb(word: str, lemma: str, verbs: Collection[str]) -> str | None:
    """The verb without the prefix a form does not have: merkte is of merken, not opmerken."""
    for prefix in (*SEPARABLE, "ver", "be", "ont", "er", "ge", "her"):
        rest = lemma.removeprefix(prefix)
        if rest != lemma and rest in verbs and _without_ge(word).startswith(rest[0]):
            return rest
    return None


def new_verbs(lemmas: Mapping[str, str], frequency: Mapping[str, int]) -> dict[str, str]:
    """Forms of verbs no dictionary has yet, told by their participle: pitchen, gepitcht."""
    found: dict[str, str] = {}
    for word in frequency:
        if word.endswith("en") and len(word) > 5 and lemmas.get(word, word) == word:
            for base in _verb_bases(word)[:-1]:
                forms = [base + "t", base + "te", base + "de", f"ge{base}t", f"ge{base}d"]
                seen = [form for form in forms if form in frequency]
                if any(form.startswith("ge") for form in seen) and len(seen) > 1:
                    found |= {form: word for form in (word, *seen) if form not in lemmas}
    return found


def _without_ge(word: str) -> str:
    return word.removeprefix("ge")


def verb_stems(lemmas: Mapping[str, str], verbs: Collection[str]) -> dict[str, str]:
    """The stem of each infinitive, as its third person has it: deelt - deel, draait - draai."""
    found: dict[str, str] = {}
    for lemma in sorted({lemma for lemma in lemmas.values() if lemma.endswith("n")}, key=len):
        prefix = next((p for p in SEPARABLE if lemma.removeprefix(p) in found), None)
        if prefix is not None and lemma not in found:
            found[lemma] = prefix + found[lemma.removeprefix(prefix)]
        if prefix is not None or lemma not in verbs:
            continue
        proposed = _verb_bases(lemma)
        third = (base for base in proposed if lemmas.get(base + "t") == lemma)
        other = (base for base in proposed if base in lemmas)
        found[lemma] = next(third, None) or next(other, proposed[0])
    return found | VERB_STEMS


def _verb_bases(lemma: str) -> list[str]:
    """What can be left of an infinitive without its ending, likeliest first."""
    if lemma.endswith("aan"):
        return [lemma[:-2]]
    if lemma.endswith(("oen", "zien")):
        return [lemma[:-1]]
    found = []
    if lemma.endswith("eren"):
        found.append(lemma[:-4] + "eer")
    if lemma.endswith("en"):
        found += sorted(bases(lemma[:-2]), key=len, reverse=True)
    return [*found, lemma[:-2], lemma[:-1]]


def entries(
    lemmas: Mapping[str, str], stems: Mapping[str, str], frequency: Mapping[str, int]
) -> dict[str, LexiconEntry]:
    """The whole table, `stems` being those of the verbs."""
    found = {}
    for word, lemma in lemmas.items():
        if _is_word(word):
            stem = stems.get(lemma, lemma).replace("'", "")
            found[word] = LexiconEntry(max(0, frequency.get(word, 0)), stem, is_dictionary=True)
    for stem in stems.values():
        # Compounds begin with verb stems: faalangst.
        if _is_word(stem):
            found.setdefault(
                stem, LexiconEntry(max(0, frequency.get(stem, 0)), stem, is_dictionary=True)
            )
    for word, value in frequency.items():
        if word not in found and value >= LEAST_FREQUENCY and _is_word(word):
            found[word] = LexiconEntry(value, _inflection(word, found), is_dictionary=False)
    return found


def _inflection(word: str, table: Mapping[str, LexiconEntry]) -> str:
    """The stem of a word no dictionary has: leidinggevenden follows leidinggeven."""
    for base in (*plurals(word), *participles(word), *diminutives(word), *_bare_adjective(word)):
        if len(base) > 3 and base in table and table[base].is_dictionary:
            return table[base].stem
    return word.replace("'", "")


def _bare_adjective(word: str) -> Iterator[str]:
    if len(word) > 6 and word.endswith("e"):
        yield from bases(word[:-1])


def pruned(table: Mapping[str, LexiconEntry]) -> dict[str, LexiconEntry]:
    """The table without the rare inflections that the rules lead to the same stem."""
    kept = {
        word: entry for word, entry in table.items() if entry.frequency > 0 or entry.stem == word
    }
    for word, entry in table.items():
        if word not in kept:
            base = next((base for base in proposals(word) if base in kept), None)
            if base is None or kept[base].stem != entry.stem or not kept[base].is_dictionary:
                kept[word] = entry
    return kept


def _is_word(word: str) -> bool:
    return 1 < len(word) <= 40 and word.replace("'", "").isalpha() and word.isascii()


def main() -> None:
    """Write the table and say how large it is."""
    frequency = frequencies()
    lemmas = dictionary()
    lemmas |= new_verbs(lemmas, frequency)
    verbs = infinitives(lemmas)
    stems = verb_stems(lemmas, verbs)
    table = pruned(entries(repaired(lemmas, verbs, frequency), stems, frequency))
    data = encode(table)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_bytes(data)
    sys.stdout.write(f"{len(table)} words, {len(data) / 1024:.0f} KiB\n")


if __name__ == "__main__":
    main()
