"""Lemmas that the sources of the lexicon have wrong, or that serve a search better."""

# Words that are their own lemma, whatever verb or feminine noun is spelled alike.
_THEMSELVES = """
een beter best data event nl afname opname toename overname deelname bijlage overlast moeite
gedachte geslacht voldoende welvaart zonde heide bond bad uitje goederen ruiken spuiten slepen
slopen jarenlang email taxi haan grootmoeder grootvader secretaresse presentator wolf uiteen
negende derde media te noot loos vers mis zwolle overleden geboden christine christen golden
trade note nova visa noten verkeerd straks vals zicht tweet voort wilders spanje wouter twente
wagen vermogen ruimte behoefte woede ziekte vegas wenen beide zijn goed jongen reden keten dij
lieden geweten schade aanpak inzet waarde keuze oplossing
"""

LEMMAS: dict[str, str] = {word: word for word in _THEMSELVES.split()} | {
    "eerste": "eerst",
    "opgezet": "opzetten",
    "bewogen": "bewegen",
    "reed": "rijden",
    "las": "lezen",
    "leden": "lid",
    "gegevens": "gegevens",
    "gevoelens": "gevoel",
    "betere": "beter",
    "beters": "beter",
    "beste": "best",
    "events": "event",
    "gevaren": "gevaar",
    "gewassen": "gewas",
    "kruiden": "kruid",
    "spuit": "spuiten",
    "gedachten": "gedachte",
    "gedachtes": "gedachte",
    "jongens": "jongen",
    "presentatrice": "presentator",
    "katten": "kat",
    "emails": "email",
    "wagens": "wagen",
    "vermogens": "vermogen",
    "valse": "vals",
    "redenen": "reden",
    "wijzen": "wijzen",
    "ketens": "keten",
}

# Nouns and the like that have a verb of the same letters; people look for the noun.
NOUNS: frozenset[str] = frozenset(
    """
    wagen keten reden regen teken open eigen jongen zijn vermogen tien dertien veertien vijftien
    zestien zeventien achttien negentien zeven beiden gegevens
    """.split()
)

# Verbs that had better meet their noun.
VERB_STEMS: dict[str, str] = {"bijdragen": "bijdrage"}

# Lemmas whose forms need not begin with the same letter.
SUPPLETIVE: frozenset[str] = frozenset(("zijn", "goed", "eten", "oor", "ei", "eisen", "veel"))
