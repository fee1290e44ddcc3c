"""Sentences that open with an order: "Begin klein", "Laat collega's meelopen"."""

from __future__ import annotations

import re

_VERBS = frozenset(
    """
    accepteer adviseer analyseer baken bedank bedenk beding begeleid begin begrens begrijp begroot
    behandel behoud bekijk bel beleg beloof beloon benader benadruk benoem benut bepaal beperk
    bereid bescherm beschrijf besef beslis besluit besteed bestudeer betaal betrek bewaak bewaar
    bewijs bezoek bied bind blijf boek borg bouw breek breng bundel check combineer communiceer
    controleer creëer daag deel denk doe doorbreek draag draai draaien durf eis erken ervaar
    evalueer experimenteer faciliteer focus formuleer formeer ga gebruik geef geloof geniet gooi
    grijp groei gun haal hak handel hang heb help herhaal herken hergebruik hou houd huur
    identificeer informeer inspireer inventariseer investeer jaag kaart kader kies kijk klap
    koester kom kondig koop koppel laat leer leg lees leid let leun lever licht loop loot los
    luister maak maximaliseer meet meld mijd motiveer neem nodig normaliseer noteer observeer
    onderhandel onderhoud onderscheid onderstreep ondersteun onderzoek ontdek ontmoet ontwerp
    ontwikkel onthoud open oefen organiseer overleg overtuig pak parkeer pas plan positioneer
    praat presenteer prikkel prioriteer probeer publiceer raadpleeg realiseer redeneer regel reken
    relativeer reserveer respecteer richt roep ruil ruim schaal schakel schat schets schrap
    schrijf schuif selecteer sla sluit smeed snap spaar speel spiegel splits spreek spreid sta
    stap start stel stem steun stimuleer stop streef structureer stuur tel teken test toets toon
    train trek tref typ update vat veranker veranderen verbied verbind verbeter verdeel verdiep
    vergeet vergelijk verhelder verken verklaar verkoop verlaag verleid vermijd verplaats
    versimpel verspreid versterk vertaal vertel vertraag vertrouw verwacht verwijder verzamel vier
    vind volg voer voorkom voorzie vorm vraag waak waardeer wacht wakker wees weeg weiger werk
    werp wijs win wissel zeg zend zet zie zit zoek zorg zwijg bespreek beman betwijfel bevestig
    bevraag durf erger hanteer herinner herzie houd isoleer monitor nodig observeer omarm omring
    overweeg overdrijf pitch prik promoot proef rapporteer ruil schenk schort signaleer span spel
    stuur temper tolereer trakteer verander veronderstel verwelkom verwerk visualiseer vraag
    wandel zaai zwengel belicht beantwoord behartig drink eet start teer tast timmer voed vul
    waarschuw was weet wen word zonder ontregel onderbouw print ask keep start make give take find
    build let stop use share try talk listen invite show write involve focus choose learn measure
    aanvaard activeer agendeer antwoord archiveer begroet bekostig beoordeel bereken beschouw
    bezin coach compenseer concentreer deponeer digitaliseer feliciteer fiets fotografeer
    garandeer gum herschrijf herverdeel hijs kalibreer kleed klik knip knoop kopieer krabbel
    kweek label lach leen loof lok luid markeer matig mix nagel nummer oogst omschrijf opper
    overhandig overleef plak plant pluk poets post raap rangschik reageer red registreer
    repareer rijd rooster scan scheid schilder scoor sleutel smokkel snij snoei snuffel sorteer
    spit steek stook streep strijk stuit telefoneer trommel twijfel vereenvoudig verhuis
    verklein verkort verlang verleng verplicht verschuif versnel vervang verwen verzin vlieg
    vouw wek zing zwaai ruik ontbijt kook bak serveer smeer pel roer
    do don't avoid begin create
    """.split()
)
_FIRST = re.compile(
    r"[\W\d_]*(?:(?:en|dus|dan|eerst|altijd|nooit|ook|vooral|niet|echt)\s+)?([^\W\d_]+)",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"^[^.!?]*\?(?:\s|$)")
_SUBJECT_NEXT = re.compile(
    r"\s+(?:ik|je|jij|hij|zij|ze|we|wij|jullie|u|er|het|dit|dat|iemand|iedereen)\b"
    r"(?=\s+(?:een|de|het|dan|wel|niet|meer|ook|nog|al|dat|te|[a-z]+)\b[^.!?]*\?)",
    re.IGNORECASE,
)


def is_imperative(words: str) -> bool:
    """Whether the sentence opens with an imperative, questions excepted.

    >>> is_imperative("Begin klein en kijk verder."), is_imperative("Begin je klein?")
    (True, False)
    """
    first = _FIRST.match(words)
    if first is None or first[1].lower() not in _VERBS:
        return False
    rest = words[first.end() :]
    if _QUESTION.match(words) and _SUBJECT_NEXT.match(rest):
        return False
    # "Vraag 12 is …", "Werk is …": the word is a noun, the verb comes after it.
    return not re.match(r"\s+(?:is|zijn|was|waren|wordt|heeft|kan|moet|van|\d+ (?:is|en))\b", rest)
