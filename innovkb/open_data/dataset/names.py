"""Which files the corpus is given in, and what each is for."""

DATA, LINKED, SITE = "alles.json", "alles.jsonld", "site.json"

FILES = {
    DATA: "Alle gegevens per soort, met dezelfde velden als de API.",
    LINKED: "Hetzelfde als linked data (JSON-LD, in de woorden van schema.org).",
    SITE: "Om een eigen, lege site van deze software mee te vullen.",
}
