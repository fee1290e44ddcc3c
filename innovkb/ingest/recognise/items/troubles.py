"""What a sentence says is in the way, by classes of Dutch words; and advice that it reports."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NOT = r"(?:niet|geen|niemand|nooit|nergens|niets|niks|nauwelijks|amper|zonder|evenmin)"
_REFUSES = (
    rf"\b(?:wil|wilde|wilden|willen|mag|mocht|mochten|mogen|kan|kon|konden|kunnen|durf|durft|durfde"
    rf"|durven|durfden) (?:[\w’'-]+ ){{0,7}}?{_NOT}\b"
    rf"|\b{_NOT} (?:[\w’'-]+ ){{0,5}}?(?:mag|mocht|mochten|mogen|kan|kon|konden|kunnen|wil|wilde"
    r"|wilden|willen|durft|durfde|durven|lukt|lukte|gelukt|toegestaan)\b"
    r"|\b(?:weiger\w*|geweigerd|afgewezen|afwijz\w*|wees (?:\w+ ){0,4}af|teruggefloten|dwars\w*"
    r"|haak\w* (?:\w+ ){0,3}af|afgehaakt|afhaken|verzet|boycot\w*|gepasseerd|tegen(?:gehouden"
    r"|werk\w*"
    r"|gewerkt|stemd?e?n?)|nee (?:zegt|zeggen|zei|zeiden)|blokkeer\w*|saboteer\w*)\b"
    r"|\b(?:staan?|stond(?:en)?|laten?|liet(?:en)?) (?:[\w’'-]+ ){0,8}niet toe\b"
)
_RULES = (
    r"\b(?:eis(?:t|en|te|ten)?|\w+eis(?:en)?|regels?|regelgeving|wetgeving|\w*wet|norm(?:en)?|keuring"
    r"|voorschrift(?:en)?|voorwaarden|verordening|protocol(?:len)?|procedures?|vergunning(?:en)?"
    r"|toestemming|handtekening(?:en)?|par(?:aaf|afen)|formulier(?:en)?|verplicht\w*|verbied\w*"
    r"|verboden|verbood|aanbesteding\w*|inkoop\w*|privacy|avg|beveilig\w*|accountant\w*|juridisch\w*"
    r"|aansprakelijk\w*|verantwoording|handtekeningen|begrotingsjaar|schrijf\w* (?:\w+ ){0,4}voor"
    r"|voorgeschreven|hanteert|contract(?:en)?)\b"
)
_WAITS = (
    r"\b(?:wacht\w*|duren|duurt|duurde[n]?|doorlooptijd\w*|uitgesteld|uitstel|vertrag\w*|vertraag\w*"
    r"|traag|trage|traagheid|pas (?:na|in|over|als|volgend)|te laat|lange baan|achterstand\w*"
    r"|op zijn vroegst|liggen bl\w+|bl(?:ijft|eef|ijven|even) (?:\w+ ){0,4}liggen|stilligt"
    r"|l(?:igt|ag) (?:\w+ ){0,3}(?:stil|plat|op slot)|stil(?:ge|ligt|lag|viel|valt)\w*"
    r"|v(?:iel|alt) (?:\w+ ){0,3}stil|stagn\w*)\b"
)
_SHORT = (
    rf"\b(?:{_NOT}|te weinig|tekort|gebrek|krap\w*|onvoldoende|nauwelijks|minder|één|anderhalve)"
    r" (?:[\w’'-]+ ){0,4}?(?:\w*geld|\w*tijd|uren|uur|budget\w*|capaciteit|mensen|personeel|mandaat"
    r"|bevoegdheid|ruimte|plek|plaats|kennis|ervaring|inzage|toegang|zicht|overzicht|eigenaar|steun"
    r"|vervanging|opvolging|middelen|potje|dekking|gegevens|aanspreekpunt|opleiding|besluit|antwoord"
    r"|vertrouwen|leverancier|fabrikant|persoon|mens|collega\w*|garantie|offertes?|frank|euro|rol"
    r"|beheerder|structureel)\b"
    r"|\bontbr(?:eek|ak)\w*|\bontbreken|\bgemis\b|\bwegbezuinigd|\bbezuinig\w*|\bwerkdruk\b"
    r"|\b(?:pot|kas|budget|geld|potje) (?:\w+ ){0,3}(?:leeg|op)\b|\beenmalig\w*|\btijdelijk\w*"
    r"|\bniet opgeleid|\boverbelast|\boverwerkt|\bonderbezet\w*|\bin (?:mijn|zijn|haar"
    r"|hun) eentje\b"
)
_FEARS = (
    r"\b(?:bang|angst\w*|schrik|vrees\w*|vrezen|huiver\w*|terughoudend\w*|wantrouw\w*|vertrouw\w*"
    r"|onzeker\w*|schaamte|broos|weerstand\w*|weerzin|argwa\w*|scepsis|sceptisch|kritiek|klag\w+"
    r"|klaagt|klaagde\w*|klacht\w*|mopper\w*|irrit\w*|frustr\w*|moedeloos|imago\w*|reputatie"
    r"|afgerekend|concurren\w*|hobby\w*|gedoe|rompslomp|rem|remmen|als de dood|in paniek)\b"
)
_LEAVES = (
    r"\b(?:vertrok\w*|vertrek\w*|weggekocht|weggegaan|g(?:aa)?n weg|ging weg|gaat weg|gingen weg"
    r"|verhuisde\w*|met pensioen|opgestapt|ontslag\w*|overgeplaatst|wisselt|wissel(?:ing|de)\w*"
    r"|verloop|ziek|uitval\w*|opgeheven|verdw(?:een|enen|ijnt|ijnen)|kwijt\w*|verlor\w*|verloren"
    r"|failliet|stopte\w*|weg(?:valt|viel)|kwijtgeraakt)\b"
)
_SPLIT = (
    r"\b(?:elke?|ieder[e]?) (?:[\w’'-]+ ){0,4}?(?:eigen|ander[es]?)\b|\beigen (?:formulier\w*"
    r"|regels"
    r"|systeem|potje|verantwoording|taal|werkwijze|belang\w*)\b|\bverschillende (?:\w+ ){0,2}"
    r"(?:systemen|formaten|regels|afdelingen|teams|lagen|wetten|leveranciers|eisen|definities)\b"
    r"|\b(?:versnipper\w*|verkokering|verkokerd\w*|eilandjes|langs elkaar|langs elkaar heen|hokjes"
    r"|schotten|tegenstrijdig\w*|dubbel werk|sluiten? niet (?:op elkaar )?aan|niet op elkaar"
    r"|praten (?:\w+ ){0,3}niet met elkaar|andere (?:eigenaar|wet|afdeling|manager|taal)"
    r"|wijzen (?:\w+ ){0,3}naar elkaar|naar elkaar wijz\w+|tussen wal en schip|kastje)\b"
)
_FAILS = (
    r"\b(?:strand\w*|mislukt\w*|mislukking|misliep|misging|sneuvel\w*|sneef\w*|sneven|verwater\w*"
    r"|verdampt\w*|loopt? (?:\w+ ){0,3}(?:vast|stuk|mis)|liep(?:en)? (?:\w+ ){0,3}(?:vast|stuk|mis)"
    r"|vastgelopen|vastloopt|vastliep\w*|vastzit\w*|z[ai]t(?:ten)? (?:\w+ ){0,4}vast|tegenviel\w*"
    r"|viel(?:en)? (?:\w+ ){0,3}tegen|nooit (?:\w+ ){0,2}(?:gebruikt|gelezen|gekomen|af|verder)"
    r"|onbruikbaar|nutteloos|verouderd\w*|achterhaald|storing\w*|fout(?:en)?|lek\w*|kapot"
    r"|ging (?:\w+ ){0,3}(?:mis|verloren)|gaat (?:\w+ ){0,3}(?:mis|verloren)|op tegen|in de weg"
    r"|tegen(?:houdt|hield\w*)|belemmer\w*|\w*drempels?|obstakel\w*|knelpunt\w*|struikel\w*|hobbel\w*"
    r"|hinder\w*|probleem|problemen|moeizaam|moeilijk\w*|lastig\w*|taai|stroef|stroperig|weerbarstig"
    r"|bottleneck\w*|nekslag|dodelijk\w*|ravijn|kloof|muur|spagaat|impasse|haken en ogen)\b"
)
# What solves a trouble, or goes well.
_SOLVED = (
    r"\b(?:gelukkig|opgelost|oplossing\w*|sindsdien|inmiddels wel|uiteindelijk wel|toch gelukt"
    r"|lukte wel"
    r"|werkt(?:e)? (?:\w+ ){0,2}(?:goed|wel|beter)|helpt|hielp\w*|winst|succes\w*|trots|blij"
    r"|mooi\w*"
    r"|leuk\w*|bedankt|dank\w*|applaus|gelachen|goed nieuws|verbeterd\w*|beter dan)\b"
)
# Advice that somebody gives, in the words of the writer; what they would do; what one must do.
_REPORTS = (
    r"\b(?:advise[er]{2}\w*|adviseren|raad(?:t|de|den)? (?:[\w’'-]+ ){0,6}?(?:aan|af)|aangeraden"
    r"|afgeraden|beve(?:el|al)\w* (?:\w+ ){0,4}aan|aanbevolen|aanbevelen|pleit(?:te|ten"
    r"|en)? (?:\w+ ){0,3}?(?:ervoor|om|dat)"
    r"|roep(?:t|en)? (?:[\w’'-]+ ){0,8}?op|riep(?:en)? (?:[\w’'-]+ ){0,8}?op|oproep"
    r"|spoor(?:t|de) (?:\w+ ){0,5}aan|op het hart"
    r"|hamert\w*|dr[oi]ngt? (?:\w+ ){0,3}aan|opper(?:t|de)|tipt|tipte|suggere\w*|suggestie"
    r"|bepleit\w*|vuistregel|devies|remedie)\b"
)
_WOULD = (
    r"\b(?:zou|zouden) (?:[\w’'-]+ ){0,3}?(?:altijd|eerst|voortaan|liever|nooit|vooral|ook|ieder\w*"
    r"|elke?|hij|zij|ze|ik|willen dat|graag)\b"
)
_MUST = (
    r"\b(?:moet|moeten|mag|mogen|kun|kunt) (?:je|ge|u|we|men|jullie)\b(?![^.]*\?)"
    r"|\b(?:je|ge|u|we|men|jullie|wie [^.,]{3,40}) (?:moet|moeten|hoeft|kunt|doet) (?:er|het|ze|dat"
    r"|dit|best|beter|liever|vooral|nooit|altijd|eerst|niet)\b"
    r"|\b(?:dat|omdat) (?:je|ge|u|we|men|jullie|iedereen)\b[^.?!]* (?:moet|moeten)\b"
)
# How much of it there is: pages, forms, desks, times; a number too high.
_TOO_MUCH = (
    r"\b(?:\d+|twee|drie|vier|vijf|zes|zeven|acht|tien|twaalf|dubbel\w*|stapels?|tientallen|honderden)"
    r" (?:\w+ ){0,2}?(?:pagina[’']?s|bladzijden|formulieren|loketten|handtekeningen|parafen"
    r"|offertes"
    r"|poorten|lagen|systemen|formaten|keer|afdelingen|instanties|wetten|leveranciers)\b"
    r"|\bte (?:veel|vroeg|lang|kort|klein|groot|duur|snel|hoog|laag|zwaar|vaag|ver|complex|diep)\b"
    r"|\bmet de hand\b|\balsnog\b|\bopnieuw\b|\btelkens\b|\bsteeds\b|\belke keer\b"
)
# A sentence that only says that there are some, or how many: "Er zijn ook drempels".
_ANNOUNCES = (
    r"\b(?:er|zijn|waren|werden|noemt|noemde|noemden|heeft|had|kent|volgen|zien|zagen|deze|de)"
    r" (?:[\w’'-]+ ){0,5}(?:drempels|barri[eè]res|belemmeringen|knelpunten|obstakels|hindernissen"
    r"|problemen|moeilijkheden|uitdagingen|valkuilen|bezwaren|redenen|oorzaken|kritiek|lessen|tips"
    r"|wenken|adviezen|aanbevelingen|suggesties|vuistregels)\b"
)
_BECAUSE = r"\b(?:omdat|doordat|want|waardoor|zodat|zolang|tenzij|dus)\b"
_CLASSES = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in (
        ("refuses", _REFUSES),
        ("rules", _RULES),
        ("waits", _WAITS),
        ("falls short", _SHORT),
        ("fears", _FEARS),
        ("leaves", _LEAVES),
        ("split", _SPLIT),
        ("fails", _FAILS),
        ("solved", _SOLVED),
        ("reports", _REPORTS),
        ("would", _WOULD),
        ("must", _MUST),
        ("too much", _TOO_MUCH),
        ("because", _BECAUSE),
        ("announces", _ANNOUNCES),
    )
}
TROUBLES = frozenset(
    ("refuses", "rules", "waits", "falls short", "fears", "leaves", "split", "fails", "too much")
)
"""The names of the classes of words for what is in the way."""


def trouble_signs(text: str) -> Iterator[str]:
    """Yield the names of the classes of which the words hold one."""
    for name, pattern in _CLASSES.items():
        if pattern.search(text):
            yield name
