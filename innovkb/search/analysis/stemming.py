"""The stem that the inflected forms of a word share.

Words of the lexicon have a prepared stem. For others, rules propose what the word could be an
inflection of, and the lexicon says which proposal exists.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache

from innovkb.search.analysis.lexicon import lexicon

VOWELS = frozenset("aeiouy")
_DOUBLED = frozenset("aeou")
# Unstressed endings whose vowel is not doubled: wandelen - wandel, tekenen - teken.
_UNSTRESSED = ("el", "er", "en", "em", "or", "ig", "ik")
# Prefixes after which ge- is inserted in a past participle: uitgeprobeerd.
SEPARABLE = (
    "achteruit", "tegemoet", "terecht", "tegen", "terug", "samen", "vooruit", "voorop", "voort",
    "bijeen", "binnen", "buiten", "achter", "omver", "opnieuw", "opzij", "rond", "thuis", "door",
    "klaar", "kwijt", "mis", "dicht", "goed", "los", "mede", "mee", "neer", "vast", "vol", "voor",
    "over", "onder", "open", "plaats", "deel", "vrij", "stil", "weg", "weer", "af", "aan", "bij",
    "in", "na", "om", "op", "uit", "toe",
)  # fmt: skip


def open_syllable(base: str) -> str:
    """Double the last vowel where the spelling lost it: lop(en) - loop, but wandel(en) - wandel."""
    if (
        len(base) >= 2
        and base[-1] not in VOWELS
        and base[-1] not in "wxj"
        and base[-2] in _DOUBLED
        and (len(base) == 2 or base[-3] not in VOWELS)
    ):
        return base[:-1] + base[-2:]
    return base


def harden(base: str) -> str:
    """End a stem in the letter a word can end in: leev - leef, reiz - reis."""
    if base.endswith("v"):
        return base[:-1] + "f"
    return base[:-1] + "s" if base.endswith("z") else base


def _single(base: str) -> str:
    """Drop the doubled consonant: wett(en) - wet."""
    if len(base) >= 3 and base[-1] == base[-2] and base[-1] not in VOWELS:
        return base[:-1]
    return base


def bases(base: str) -> Iterator[str]:
    """The words `base` can be when an ending with a vowel is taken off, likeliest first."""
    if _single(base) != base:
        yield _single(base)
        return
    doubled = harden(open_syllable(base))
    plain = harden(base)
    if base.endswith(_UNSTRESSED) and any(char in VOWELS for char in base[:-2]):
        yield plain
        yield doubled
    else:
        yield doubled
        yield plain


def infinitives(stem: str) -> Iterator[str]:
    """The infinitives a verb's stem can have: faal - falen, leef - leven, zet - zetten."""
    soft = {"f": stem[:-1] + "v", "s": stem[:-1] + "z"}.get(stem[-1], stem)
    for base in (soft, stem):
        if len(base) > 3 and base[-2] == base[-3]:
            yield base[:-2] + base[-1] + "en"
        yield base + "en"
    yield stem + stem[-1] + "en"


def plurals(word: str) -> Iterator[str]:
    """Singulars a word can be the plural of."""
    if word.endswith("'s"):
        yield word[:-2]
    if word.endswith("heden"):
        yield word[:-5] + "heid"
    if word.endswith(("ieen", "eeen")):
        yield word[:-2]
    if word.endswith("en"):
        yield from bases(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
    if word.endswith("en"):
        yield word[:-1]


def diminutives(word: str) -> Iterator[str]:
    """Words a word can be the diminutive of."""
    base = word.removesuffix("s")
    for ending in ("etje", "kje", "pje", "tje", "je"):
        if base.endswith(ending):
            rest = base[: -len(ending)]
            yield _single(rest) if ending == "etje" else rest
            if ending == "kje":
                yield rest + "g"
            if ending == "tje":
                yield open_syllable(rest + "x")[:-2] if rest[-1:] in VOWELS else rest


def verbs(word: str) -> Iterator[str]:
    """First persons a word can be another form of."""
    for ending in ("enden", "ende", "end", "ten", "den", "te", "de", "t", "d"):
        if word.endswith(ending):
            rest = word[: -len(ending)]
            if ending.startswith("end"):
                yield from bases(rest)
            else:
                yield harden(rest)


def participles(word: str) -> Iterator[str]:
    """First persons a word can be the past participle of."""
    for prefix in ("", *SEPARABLE):
        if word.startswith(prefix + "ge"):
            rest = word[len(prefix) + 2 :]
            for ending in ("te", "de", "t", "d"):
                if rest.endswith(ending):
                    yield prefix + harden(rest[: -len(ending)])
            if rest.endswith("en"):
                yield from (prefix + base for base in bases(rest[:-2]))


def adjectives(word: str) -> Iterator[str]:
    """Bare adjectives a word can be an inflection of."""
    for ending in ("ere", "ste", "ers", "er", "st", "e", "s"):
        if word.endswith(ending) and not word.endswith("ss"):
            rest = word[: -len(ending)]
            if ending[0] == "e":
                yield from bases(rest)
            else:
                yield rest


_RULES: tuple[Callable[[str], Iterator[str]], ...] = (
    participles, plurals, diminutives, verbs, adjectives,
)  # fmt: skip


def proposals(word: str) -> Iterator[str]:
    """What `word` could be an inflection of, likeliest first; many do not exist."""
    for rule in _RULES:
        for base in rule(word):
            if len(base) >= 3:
                yield base


@lru_cache(maxsize=16384)
def known_stem(word: str) -> str | None:
    """The stem of a known word or of an inflection of one; None where it is neither."""
    words = lexicon()
    if entry := words.get(word):
        return entry.stem
    for base in proposals(word):
        entry = words.get(base)
        if entry and entry.is_dictionary:
            return entry.stem
    return _separable_stem(word)


def _separable_stem(word: str) -> str | None:
    """The stem of a separable verb the lexicon has without its prefix: opschaalt, opgeschaald."""
    for prefix in SEPARABLE:
        rest = word.removeprefix(prefix)
        if len(prefix) > 1 and rest != word and len(rest) > 3:
            base = known_stem(rest)
            if base is not None and is_verb(base) and base != rest:
                return prefix + base
    return None


def is_verb(stem: str) -> bool:
    """Whether a stem is that of a verb: its third person has it too."""
    third = stem + ("at" if stem.endswith("a") else "t")  # ga, sta, sla
    return len(stem) > 1 and known_stem(third) == stem


def stem(word: str) -> str:
    """The stem of any folded word; unknown ones lose only the endings that are safe to take."""
    found = known_stem(word)
    return found if found is not None else unknown_stem(word)


def unknown_stem(word: str) -> str:
    """The stem of a word the lexicon does not know, by rule alone."""
    if not word.isascii() or not word.replace("'", "").isalpha():
        return word.replace("'", "")
    if word.endswith("'s"):
        return word[:-2].replace("'", "")
    word = word.replace("'", "")
    if len(word) > 6 and word.endswith("eren"):
        return word[:-4] + "eer"
    if len(word) > 5 and word.endswith("en"):
        return next(bases(word[:-2]))
    if len(word) > 4 and word.endswith("s") and word[-2] not in "sui":
        word = word[:-1]
    if len(word) > 5 and word.endswith("e") and word[-2] not in VOWELS:
        return next(bases(word[:-1]))
    return word
