"""What the forms of Dutch verbs tell: an order, a finite verb, an infinitive.

The lexicon of the search says which words are verbs; only closed classes are listed here.
"""

from __future__ import annotations

import re
from functools import lru_cache

from innovkb.search.analysis import analyse_word, fold
from innovkb.search.analysis.lexicon import lexicon
from innovkb.search.analysis.stemming import infinitives, known_stem

AUXILIARIES = frozenset(
    "is zijn was waren ben bent heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden "
    "moet moeten moest moesten wil wilt willen wilde wilden wou zal zul zult zullen zou zouden mag "
    "mogen mocht mochten wordt worden werd werden hoeft hoeven hoefde".split()
)
# Orders that no table of endings tells: irregular ones, and stems in t, like their third person.
_IRREGULAR = frozenset(
    "wees weest hou sta ga doe zie sla plan laat vergeet sluit meet geniet".split()
)
_STRONG_IN_T = frozenset("weet eet zit giet schiet besluit ontsluit verlaat toelaat nalaat".split())
_STRONG_PAST = frozenset(
    "liet liep deed had stond bond vond hield bood ried sneed schoot sloot".split()
)
_PAST_FORMS = frozenset(
    "was waren had hadden werd werden kwam kwamen ging gingen vond vonden begon begonnen bleek "
    "bleken kreeg kregen liet lieten deed deden zat zaten stond stonden zei zeiden gaf gaven sprak "
    "spraken vroeg vroegen nam namen zag zagen hield hielden liep liepen bleef bleven kon konden "
    "moest moesten wilde wilden mocht mochten wist wisten dacht dachten bracht brachten schreef "
    "schreven viel vielen trok trokken sloot sloten ontstond vertrok koos bood lag lagen hing riep "
    "won verloor verdween ".split()
)
_ENGLISH = frozenset(
    "keep start make give take find build let stop use share try talk listen invite show write "
    "involve focus choose learn measure ask avoid begin create do don't".split()
)
_NO_ORDERS = AUXILIARIES | frozenset(
    "groet weer haar rook heel sterk zeker rond hoop wel geld dank ruim zonder slot plat regen "
    "twee drie "
    "vijf zes zeven acht negen tien elf twaalf".split()
)
# An order of a verb with such a prefix is written in two: "koop in", so "inkoop" is a noun.
_APART = re.compile(r"(?:aan|af|in|op|uit|mee|terug|toe|na|bij|samen|vast|weg)(?P<rest>.{3,})")
_PARTICLES = frozenset("aan af in op uit mee terug toe na bij samen vast weg over door om".split())
# Ten times the difference in Zipf value from the commonest form that only a verb has.
_A_VERB, _SURELY_A_VERB, _NO_VERB = 18, 4, 99
_FIRST = re.compile(
    r"[\W\d_]*(?:(?P<lead>en|dus|dan|eerst|altijd|nooit|ook|vooral|niet|echt|daarna|maar)\s+)?"
    r"(?P<verb>[^\W\d_]+(?:'t)?)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^[^.!?]*\?(?:\s|$)")
_SUBJECT_NEXT = re.compile(
    r"\s+(?:ik|je|jij|hij|zij|ze|we|wij|jullie|u|er|het|dit|dat|iemand|iedereen)\b"
    r"(?=\s+(?:een|de|het|dan|wel|niet|meer|ook|nog|al|dat|te|[a-z]+)\b[^.!?]*\?)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"\s+(?:ik|je|jij|hij|zij|ze|we|wij|jullie|u|er|het)\b")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_NOUN_BEFORE = re.compile(r"\s+(?:van|tot|\d+ (?:is|en)|en [a-z]+ (?:is|zijn))\b")


def _frequency(word: str) -> int:
    entry = lexicon().get(word)
    return entry.frequency if entry else 0


@lru_cache(maxsize=16384)
def _verb_distance(word: str) -> int:
    """How much commoner a folded word is than the forms that only a verb has; _NO_VERB: none."""
    if word in _IRREGULAR or word in _ENGLISH:
        return 0
    if word in _NO_ORDERS or len(word) < 2 or word.endswith(("tien", "tig")):
        return _NO_VERB
    apart = _APART.fullmatch(word)
    if apart and not word.endswith("eer") and _verb_distance(apart["rest"]) <= _A_VERB:
        return _NO_VERB
    words = lexicon()
    endings = ("te", "de") if word.endswith("t") else ("t", "te", "de")
    forms = [word + ending for ending in endings]
    known = [form for form in forms if (entry := words.get(form)) and entry.stem == word]
    if word in _STRONG_IN_T:
        return 0
    if not known:
        return _NO_VERB
    return _frequency(word) - max(_frequency(form) for form in known)


def is_order_form(word: str) -> bool:
    """Whether the word can be an order: the stem of a verb.

    >>> is_order_form("begin"), is_order_form("groep")
    (True, False)
    """
    return _verb_distance(fold(word)) <= _A_VERB


@lru_cache(maxsize=16384)
def _is_finite(word: str) -> bool:
    if word in AUXILIARIES:
        return True
    if len(word) < 3 or word.endswith("heid"):
        return False
    entry = lexicon().get(word)
    if entry is None or entry.stem == word or not is_order_form(entry.stem):
        return False
    if word.startswith("ge") or word.endswith(("n", "s", "ing", "er", "je")):
        strong = False
    else:  # "liet", "kwam": a form of a verb that is none of its regular ones
        strong = not word.endswith(("e", "d", "t")) or word in _STRONG_PAST
    if strong:
        return True
    past = (entry.stem + "te", entry.stem + "de", entry.stem + "ten", entry.stem + "den")
    return word == entry.stem + "t" or word in past


def is_finite(word: str) -> bool:
    """Whether the word is a form that only a finite verb has: "werkt", "moesten", "is"."""
    return _is_finite(fold(word))


@lru_cache(maxsize=16384)
def _is_past(word: str) -> bool:
    if word in _PAST_FORMS:
        return True
    if not word.endswith(("te", "de", "ten", "den")) or not _is_finite(word):
        return False
    entry = lexicon().get(word)
    return entry is not None and word != entry.stem and word not in infinitives(entry.stem)


def is_past(word: str) -> bool:
    """Whether the word is a past tense: "werkte", "kwamen"; not "werken", "zitten".

    >>> is_past("praatten"), is_past("praten"), is_past("kwam")
    (True, False, True)
    """
    return _is_past(fold(word))


@lru_cache(maxsize=16384)
def _is_infinitive(word: str) -> bool:
    if not word.endswith("n") or len(word) < 4:
        return False
    entry = lexicon().get(word)
    if entry is None or not is_order_form(entry.stem):
        return False
    return word in infinitives(entry.stem)


def is_infinitive(word: str) -> bool:
    """Whether the word is the infinitive of a known verb: "delen", "afspreken"."""
    return _is_infinitive(fold(word))


@lru_cache(maxsize=16384)
def _is_common(word: str) -> bool:
    entry = lexicon().get(word)
    if entry is not None:
        return entry.is_dictionary
    known = known_stem(word)
    return known is not None or bool(analyse_word(word).parts)


def is_common_word(word: str) -> bool:
    """Whether the word, or the words it is made of, stand in a dictionary, as few names do.

    >>> is_common_word("kruimelkaart"), is_common_word("Roswitha")
    (True, False)
    """
    return _is_common(fold(word))


def words_of(text: str) -> list[str]:
    """The words of a sentence, in order."""
    return _WORD.findall(text)


def has_finite_verb(text: str) -> bool:
    """Whether a finite verb stands in the words."""
    return any(is_finite(word) for word in words_of(text))


def _has_particle(word: str, rest: str) -> bool:
    """Whether the rest of the sentence has the other half of a verb: "Nodig … uit"."""
    known = lexicon()
    return any(
        known.get(f"{particle}{word}{ending}") is not None
        for particle in _PARTICLES.intersection(_WORD.findall(rest[:120].partition(".")[0]))
        for ending in ("t", "de", "te")
    )


def is_imperative(words: str) -> bool:
    """Whether the sentence opens with an order, questions excepted.

    >>> is_imperative("Begin klein en kijk verder."), is_imperative("Begin je klein?")
    (True, False)
    """
    first = _FIRST.match(words)
    if first is None:
        return False
    word, rest = fold(first["verb"]), words[first.end() :]
    if first["lead"] and _SUBJECT.match(rest):
        return False
    distance = _verb_distance(word)
    if distance > _A_VERB and (distance == _NO_VERB or not _has_particle(word, rest)):
        return False
    if _QUESTION.match(words) and _SUBJECT_NEXT.match(rest):
        return False
    if word == "laat" and re.match(r"\s+(?:ik|me|mij)\b", rest):
        return False  # "Laat ik eerlijk zijn"
    # "Werk is …", "Vraag blijft …": the word is a noun, the verb comes after it.
    following = _WORD.search(rest)
    if following and is_finite(following[0]) and not is_order_form(following[0]):
        return False
    if distance > _SURELY_A_VERB and (following is None or _NOUN_BEFORE.match(rest)):
        return False
    return not re.match(r"\s*:", rest)
