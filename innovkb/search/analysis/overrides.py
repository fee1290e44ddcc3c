"""Lemmas that the sources of the lexicon have wrong, or that serve a search better."""

LEMMAS: dict[str, str] = {
    "een": "een",
    "leden": "lid",
    "gevoelens": "gevoel",
    "beter": "beter",
    "betere": "beter",
    "best": "best",
    "beste": "best",
    "vrijer": "vrij",
}
