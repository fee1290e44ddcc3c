"""What kind of thing a query asks for, and what its words say about the subject."""

from collections.abc import Container, Iterator, Sequence, Set
from functools import cache

from innovkb.kinds import KINDS
from innovkb.search.analysis import Alternative, QueryWord, analyse, query_words
from innovkb.search.analysis.lexicon import lexicon

NAMED = 2.0
"""Favour for a kind that the query names: ‘citaten van paul iske’."""
PRIORS = {"theme": 1.4}
"""Favour for a kind whatever is asked: a theme leads to all there is about it."""
_HINTED = 1.25
"""Favour for a kind that answers such a question: ‘wie’ asks for people."""
_GENERIC_WEIGHT = 0.3
_NAMES: dict[str, str] = {
    "quote": "citaat citaten quote quotes uitspraak uitspraken",
    "tip": "tip tips advies adviezen",
    "barrier": "barrière barrières belemmering belemmeringen drempel drempels",
    "archetype": "archetype archetypen archetypes",
    "example": "voorbeeld voorbeelden praktijkvoorbeeld praktijkvoorbeelden",
    "tool": "hulpmiddel hulpmiddelen tool tools",
    "write_up": "verslag verslagen",
    "session": "bijeenkomst bijeenkomsten webinar webinars",
}
"""What kinds are called in queries, besides their own names."""
_ALWAYS = frozenset(("quote", "tip"))
"""Kinds whose name is hardly ever a subject itself: taken wherever it stands."""
_LINKS = frozenset("van voor over bij met om tegen uit door rond rondom".split())
_ASKED: dict[str, tuple[str, ...]] = {
    "wie": ("speaker", "organisation"),
    "hoe": ("tip", "question"),
    "waarom": ("barrier", "question"),
    "wanneer": ("session",),
}
_TOLD = 2.0
"""Favour for barriers of a sentence that tells something, mostly what goes wrong."""
_SENTENCE = 2
"""Stop words from which on a query is a sentence, not a few words for a subject."""
_QUESTIONS = frozenset("wie wat hoe waarom wanneer welk welke waar hoeveel is mag moet kan".split())
SAYING = frozenset(
    "zegt zei zeggen zeiden vindt vond vinden schrijft schreef denkt noemt noemde".split()
)
_NEAR_START = 4
"""Words of a question within which ‘wie’ is said to say something."""
_GENERIC = """
    goed beter best nieuw ander eigen groot mooi juist echt mogelijk moeilijk lastig makkelijk
    handig belangrijk nodig verschillend soort manier ding zaak geval keer jaar dag mens persoon
    iemand werken werk stellen zetten nemen geven houden staan zitten lopen kijken zien weten
    denken noemen heten betekenen bestaan gebeuren helpen gebruiken zorgen proberen spreken mee
    meedoen samen zoeken bestaan starten beginnen stoppen voorkomen omgaan iets weg terug nederland
    nederlands informatie uitleg woord wachten deel stuk plek aantal vorm
    voeren regelen lukken gelukken verder bezig brengen leggen vertellen pakken aanpakken bereiken
    precies ergens terecht project plan idee organisatie overheid volgend eerstvolgend aankomend
"""
_PARTICLES = frozenset(
    "aan af bij door in los mee na om op over samen tegen terug toe uit vast voor weg".split()
)
_AFTER = frozenset(
    "met bij van voor als dat wat en of omdat wanneer tegen naar aan over zonder nu dan".split()
)
"""What may follow the particle of a verb; before anything else it is a preposition."""
_STOP_VERBS = frozenset("krijg kom ga doe maak laat blijf vind heb".split())
_LEAST_PART = 4
_ESTABLISHED = 30
"""Frequency (ten times Zipf) from which a compound is a word whose parts lead astray."""


@cache
def kind_names() -> dict[str, str]:
    """The stem of each name of a kind, with the kind."""
    names = {kind.key: f"{kind.singular} {kind.plural}" for kind in KINDS}
    return {
        token.word.stem: key
        for key in names
        for token in analyse(f"{_NAMES.get(key, '')} {names[key]}")
    }


@cache
def generic_stems() -> frozenset[str]:
    """Stems of words that hardly narrow a subject down."""
    return frozenset(token.word.stem for token in analyse(_GENERIC))


def weights(words: Sequence[QueryWord], telling: Container[str]) -> dict[str, float]:
    """By stem, what a word counts where that is not 1: generic words beside others count less.

    ``telling`` holds stems that are not generic here: ‘zien’ in ‘er niets in zien’.
    """
    generic = {word.stem for word in words} & generic_stems()
    if all(word.stem in generic for word in words):
        return {}
    return {stem: _GENERIC_WEIGHT for stem in generic if stem not in telling}


def subject(stems: Set[str]) -> Set[str]:
    """The stems that say what is asked about: not ‘organisatie’ in ‘organisatie Digicampus’."""
    return stems - generic_stems() - kind_names().keys() or stems


def particle_verbs(words: Sequence[QueryWord]) -> Iterator[tuple[int, int, QueryWord]]:
    """Verbs that may have been meant by a word and a particle that follows it: ‘schaal het op’.

    Gives the places of both, and the verb (opschalen), which need not exist. ``words`` are all
    words, stop words too; those may be such a verb only when they are one: ‘krijg … mee’.
    """
    for place, particle in enumerate(words):
        ends = words[place + 1].folded in _AFTER if place + 1 < len(words) else True
        if particle.folded not in _PARTICLES or not ends:
            continue
        for index, word in enumerate(words[:place]):
            if word.stem.isalpha() and (not word.is_stop or word.stem in _STOP_VERBS):
                yield index, place, query_words(particle.folded + word.folded)[0]


def single_parts(word: QueryWord) -> list[Alternative]:
    """The parts of a compound that may stand for it: not of wachtwoord, nor generic ones."""
    entry = lexicon().get(word.folded)
    if entry is not None and entry.frequency >= _ESTABLISHED:
        return []
    telling = (part for part in word.fallback if generic_stems().isdisjoint(part.terms))
    return [part for part in telling if len(part.terms[0]) >= _LEAST_PART]


def take_kind(words: list[QueryWord]) -> tuple[list[QueryWord], str]:
    """The words without the name of a kind, and that kind; empty when the query names none.

    It counts as a name where it leads to the rest, with nothing but generic words before it
    (‘goede voorbeelden van …’), or for a kind whose name is no subject anywhere (‘paul iske
    citaten’). ``words`` are all words, stop words too.
    """
    content = [index for index, word in enumerate(words) if not word.is_stop]
    before: set[str] = set()
    for index in content if len(content) > 1 else ():
        key = kind_names().get(words[index].stem, "")
        if key and before <= generic_stems() and _leads(words, index):
            return words[index + 1 :], key
        if key in _ALWAYS:
            return words[:index] + words[index + 1 :], key
        before.add(words[index].stem)
    return words, ""


def _leads(words: Sequence[QueryWord], index: int) -> bool:
    return index + 1 < len(words) and words[index + 1].folded in _LINKS


def favours(words: Sequence[QueryWord], *, has_name: bool) -> dict[str, float]:
    """By kind, how much a question favours it. ``has_name``: it names a speaker."""
    typed = [word.folded for word in words]
    if asks_who_said(typed) or (has_name and not SAYING.isdisjoint(typed)):
        return {"quote": NAMED}
    asked = {key: _HINTED for word in typed[:1] for key in _ASKED.get(word, ())}
    return asked or ({"barrier": _TOLD} if tells(words) else {})


def asks_who_said(typed: Sequence[str]) -> bool:
    """Whether folded words begin as ‘wie zei …’ or ‘wie had het over …’."""
    start = list(typed[1:_NEAR_START])
    return typed[:1] == ["wie"] and (
        not SAYING.isdisjoint(start) or start == ["had", "het", "over"]
    )


def is_sentence(words: Sequence[QueryWord]) -> bool:
    """Whether a query is a sentence, not a few words for a subject."""
    return sum(word.is_stop for word in words) >= _SENTENCE


def tells(words: Sequence[QueryWord]) -> bool:
    """Whether somebody tells something, mostly what goes wrong: ‘mijn baas wil niet’, ‘het blijft
    in de la liggen’."""
    return is_sentence(words) and _QUESTIONS.isdisjoint(word.folded for word in words[:1])
