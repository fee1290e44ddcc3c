"""The root that words derived from one another share: leider, leiding, leiderschap."""

from functools import lru_cache

from innovkb.search.analysis.lexicon import lexicon
from innovkb.search.analysis.stemming import VOWELS, bases, known_stem

_ROUNDS = 3
# Endings of native words: what is left must itself be a word of at least this length.
_NATIVE = (
    ("matigheid", 4), ("loosheid", 4), ("baarheid", 4), ("zaamheid", 4), ("igheid", 4),
    ("schap", 5), ("heid", 4), ("elijk", 4), ("lijks", 4), ("lijk", 4), ("baar", 4), ("loos", 4),
    ("zaam", 4), ("matig", 4), ("vol", 4), ("achtig", 4), ("enaar", 4), ("aar", 4), ("ster", 4),
    ("der", 4), ("er", 4), ("ing", 3), ("ig", 4),
)  # fmt: skip
# Endings of loan words: what is left need not be a word (innov-, organis-).
_LOAN = (
    ("iviteit", 4), ("ativiteit", 4), ("atorisch", 4), ("isatie", 4), ("isering", 4), ("iseer", 4),
    ("atief", 4), ("atie", 4), ("ator", 4), ("ering", 4), ("eerder", 4), ("iteit", 5),
    ("isch", 4), ("icus", 5), ("isme", 5), ("ist", 6), ("ieel", 5), ("eel", 5), ("eer", 4),
    ("ief", 4), ("ie", 5), ("iek", 5), ("or", 6), ("us", 6),
)  # fmt: skip
# Words that only look derived, or have grown away from what they derive from.
_UNDERIVED = frozenset(
    """
    mogelijk eigenlijk maatschap maatschappij wetenschap gemeenschap gezelschap boodschap politie
    vergadering regering rekening woning lezing zitting richting stelling leger lever kader zeker
    beker wakker helder onder ander over water letter winter zomer later eerder verder sommig
    weinig enig eeuwig heilig lastig prettig koning ring ding ster meester minister register
    overheid duurzaam directie
    kamer nummer cijfer artikel strategie categorie energie familie serie provincie premie
    """.split()
)


@lru_cache(maxsize=16384)
def root(stem: str) -> str:
    """What a stem shares with words derived from it: leider and leiderschap both give `leid`.

    Coarser than the stem and sometimes wrong: only for matches of low weight. A stem that
    nothing can be taken from is its own root.
    """
    found = stem
    for _ in range(_ROUNDS):
        shorter = _without_ending(found)
        if shorter is None:
            break
        found = shorter
    return found


def _without_ending(word: str) -> str | None:
    if word in _UNDERIVED or _is_verb_stem(word):
        return _loan_base(word) if word.endswith("eer") else None
    if word.endswith("iering") and len(word) > 9:
        return word[:-6]
    return _native_base(word) or _loan_base(word)


def _is_verb_stem(word: str) -> bool:
    forms = (lexicon().get(word + ending) for ending in ("t", "d", "de", "te"))
    return any(form is not None and form.stem == word for form in forms)


def _native_base(word: str) -> str | None:
    for ending, least in _NATIVE:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least:
            for base in bases(rest):
                long_enough = len(base) > 3 or ending in ("ing", "ig", "heid")
                if long_enough and (known_stem(base) == base or _is_verb_stem(base)):
                    return base
    return None


def _loan_base(word: str) -> str | None:
    if word.endswith("cratie") and len(word) > 8:
        return word[:-2]
    for ending, least in _LOAN:
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= least:
            return rest
    # As in digitalisering from digitaal: the vowel is single before an ending.
    if word.endswith(("aal", "uur", "oor")) and len(word) > 6 and word[-4] not in VOWELS:
        return word[:-3] + word[-2:]
    return None
