"""Word lists of the rules: particles, titles, roles, verbs of speaking, words no name holds."""

from __future__ import annotations

from innovkb.lib import names

# In running text these belong to the surname behind them.
PARTICLES = names.PARTICLES - names.MOSTLY_WORDS

# Words that a sentence opens with: capitalised, yet not part of the name that follows.
OPENERS = frozenset(
    """
    aan aangezien achter afgelopen al aldus alleen allereerst alles als altijd anders bij bijna
    binnen blijkbaar boven buiten daar daarbij daarin daarmee daarna daarnaast daarom daarop
    daarover daartoe daarvoor daarvandaan daaronder waarop waarmee waarbij waarvoor waarover
    waardoor waarvan hiermee hiervoor hierover hierdoor hierin hieruit ervan erover dan
    dankzij dat de deels deze die dit doe doen doet door doordat dus
    echter een eerst eerste eén één en enkele er ergens even eveneens gast gelukkig goed haar had
    hadden heb hebben heeft heel hen het hier hierbij hierna hierop hij hoe hoewel hun iedereen
    iemand ik in inmiddels intussen is ja je jij jullie juist kan kun kunnen laat later lees maar
    maandag meer men met mij mijn misschien mits moet moeten na naar naast namens natuurlijk nee
    net niemand niet nieuwe nog nu of om omdat onder onlangs ons onze ook op over overigens pas
    per plots recent samen sinds soms spreker straks te tegelijk tegelijkertijd tegen terwijl
    tijdens toch toen tot tussen uit uiteindelijk van vanaf vandaag vanmiddag vanochtend vanwege
    veel verder vervolgens vervolgde via volgens voor vooral vroeger waar waarom waarna wanneer
    want was waren wat we wel welke werd weer wie wij wil worden wordt zal zegt zei zelf zelfs zij
    zijn ze zo zoals zodra zou zonder zoveel zowel ’s 's binnenkort dinsdag woensdag donderdag
    vrijdag zaterdag zondag eerder gisteren morgen vorig vorige volgend volgende laatste bovendien
    kortom immers bezoek bekijk vraag antwoord tip stelling conclusie initiatiefnemer collega
    oud-collega beste dag hallo hoi lieve geachte groet groeten dank bedankt zodoende uiteraard
    ofwel oftewel hoogstwaarschijnlijk opvallend interessant ondertussen ondanks ongeveer ruim
    rond totdat voordat nadat tevens vanuit mede mocht wanneer wellicht op vaak weet weten weinig
    zeker zulke the and but when for with from this that our by le la les et mais pour avec
    """.split()
) - {"al", "le", "la", "les", "de", "van", "den", "der", "te"} | {"de", "van", "met"}

TITLES = names.TITLES | {f"{title}." for title in names.TITLES}

ROLES = frozenset(
    """
    aannemer activiteitenbegeleider adjunct-directeur adviseur afdelingshoofd afdelingsmanager
    ambassadeur ambtenaar analist architect archivaris arts assistent auteur beheerder
    beleidsadviseur beleidsmaker beleidsmedewerker beleidsondersteuner bestuurder bestuurskundige
    bestuurslid bestuurssecretaris bestuursvoorzitter bewoner bibliothecaris boer boswachter
    brandweerman burgemeester buurtcoördinator buurtbewoner buurtwerker chauffeur coach columnist
    communicatieadviseur consulent controller coördinator dagvoorzitter data-analist datascientist
    decaan deelnemer dijkbeheerder dijkgraaf directeur directeur-bestuurder directeur-generaal
    directrice docent dokter econoom eigenaar ethicus expert forensisch functionaris gastdocent
    gastheer gastspreker gastvrouw gebiedsmanager gedeputeerde gemeentesecretaris generaal
    geograaf gespreksleider griffier hoofd hoofddocent hoofdcommissaris hoofdinspecteur hoogleraar
    huisarts informatiemanager ingenieur initiatiefnemer inkoper innovatieadviseur
    innovatiemanager innovator inspecteur inspecteur-generaal inspiratiespreker jongerenwerker
    journalist jurist kandidaat ketenregisseur kok kunstenaar kwartiermaker lector leerkracht
    leider leidinggevende lid loketmedewerker lijsttrekker maatschappelijk makelaar manager
    mantelzorger medewerker medeoprichter mede-oprichter melkveehouder minister moderator notulist
    officier omwonende onderwijzer onderzoeker onderzoeksleider ondernemer ontwerper ontwikkelaar
    opbouwwerker oprichter opsteller organisatieadviseur organisatiepsycholoog oud-minister
    oud-wethouder oud-burgemeester oud-directeur oud-piloot penningmeester planner politicoloog
    president presentator privacyfunctionaris procesbegeleider procesmanager product-owner
    productowner professor programmadirecteur programmaleider programmamanager projectcoördinator
    projectleider projectmanager projectmedewerker promovendus psycholoog raadslid rechter
    redacteur regiodirecteur regisseur rector schepen schoonmaker schrijver secretaris
    secretaris-generaal socioloog specialist spreker staatssecretaris stadsbouwmeester stagiair
    stedenbouwkundige strateeg student teamcoach teamleider teammanager trainer transitiemanager
    trekker universitair verandermanager verkenner verpleegkundige verzorgende vertegenwoordiger
    vicevoorzitter vice-president voorman voorzitter vrijwilliger wethouder wetenschapper
    wijkagent wijkmanager wijkregisseur wijkverpleegkundige woordvoerder zorgcoördinator
    zorgmanager informaticus filosoof antropoloog historicus accountmanager accountant actuaris
    algoritme-expert bedrijfskundige boekhouder boa brandmeester buschauffeur commandant
    commissaris conducteur conservator consultant curator deskundige diensthoofd fysiotherapeut
    hoofdredacteur intendant kabinetschef kabinetsmedewerker kapper kinderarts korpschef
    kwaliteitsmedewerker landschapsarchitect lobbyist logopedist loodgieter machinist monteur
    muzikant neuroloog notaris ombudsman ombudsvrouw opleider ouder predikant productmanager
    programmeur raadgever raadsheer recruiter scheidsrechter schooldirecteur sluiswachter tandarts
    technicus theatermaker tolk topambtenaar tuinder veldwerker veiligheidskundige verhuizer
    verloskundige verslaggever vluchtelingenwerker voedingsdeskundige waterbouwkundige
    webredacteur werkgever werkvoorbereider wetgevingsjurist winkelier baliemedewerker beveiliger
    secretaresse consul-generaal directielid evaluator facilitator inleider panellid lead officer
    chief head founder cofounder co-founder designer engineer researcher scientist lecturer owner
    scrummaster kwartiermaakster onderzoekster voorzitster lerares leraar presentatrice
    schrijfster regisseuse coördinatrice medewerkster initiatiefneemster oprichtster
    gebiedsregisseur innovatieleider innovatiecoördinator innovatiemakelaar informatieanalist
    informatiearchitect duurzaamheidscoördinator duurzaamheidsadviseur ceo cto cio trainee
    stagiaire ervaringsdeskundige telefonist loketmedewerkster vrijwilligster opzichter coo cdo
    ciso dg sg chef chief baas staflid raadsadviseur griffiemedewerker
    """.split()
)
ROLE_ENDINGS = (
    "adviseur", "adviseuse", "manager", "leider", "leidster", "directeur", "medewerker",
    "medewerkster", "coördinator", "onderzoeker", "specialist", "deskundige", "voorzitter",
    "secretaris", "hoogleraar", "docent", "ambtenaar", "jurist", "inspecteur", "ontwerper",
    "architect", "consulent", "begeleider", "beheerder", "regisseur", "wethouder", "kundige",
    "bestuurder", "werker", "werkster", "wachter", "meester", "analist", "econoom", "loog",
    "goog", "iater", "officier", "expert", "trainer", "coach", "schrijver", "redacteur", "minister",
    "verpleegkundige", "arts", "agent", "boer", "ondernemer", "student", "bewoner", "arbeider",
    "strateeg", "maker", "maakster", "spreker", "hoofd", "lid", "houder", "zoeker", "ontwikkelaar",
    "engineer", "designer", "officer", "veehouder", "controller", "planner", "inkoper", "verlener",
    "woonster", "ondernemster", "uitbater", "uitbaatster", "voerder", "voerster", "gever",
)  # fmt: skip

# Capitalised words that mark an organisation, a programme, a place or a time: no name holds them.
NOT_NAMES = frozenset(
    """
    academie actieplan afdeling agenda agentschap akkoord algemene ambtenaar ambtenaren amsterdam
    antwerpen app april augustus autoriteit bank barometer bbl belasting belastingdienst beleid
    belgië belgische bestuur bibliotheek binnenlandse bond brabant brede breda brussel bureau bv
    campus centraal centrum coalitie college commissie community congres convenant coöperatie dag
    dagen dashboard data datalab december defensie delft denemarken departement deventer dienst
    diensten digitaal digitale directie donderdag dordrecht drenthe duitsland economische
    eindhoven en enschede europa europese evaluatie expertisecentrum expertisepunt fabriek
    februari federaal federale festival flevoland fonds forensisch forum framework frankrijk
    friesland gebiedsaanpak gelderland gemeente gemeenten gent gezondheid gids groningen groep
    haag haarlem handboek handreiking hogeschool hub huis huiskamer infrastructuur inkoop
    innovatie innovatiebarometer innovatiefonds innovatielab innovation inspectie inspiratiesessie
    instituut integratie internet inclusie januari jeugd juli juni justitie kabinet kadaster kader
    kamer kazerne keten kennisbank kenniscentrum kenniskring kennisnet kennisnetwerk kennissessie
    klankbordgroep klimaat koninklijk koninkrijk kring lab landbouw landelijk landelijke lectoraat
    leerkring leernetwerk leiden leuven limburg linkedin loket maandag maart maastricht makerspace
    management manifest masterclass mei milieu ministerie model monitor museum muziek nationaal
    nationale nederland nederlands nederlandse netwerk nijmegen noord noorwegen november nota nv
    oktober omgeving omgevingswet onderwijs onderzoek online ontwerp ontwikkeling oost openbaar
    openbaarheid openbare organisatie overheid overleg overijssel paneel panel park parlement
    partij plan planbureau platform plein podcast politie portaal principes praktijk proeftuin
    programma project provincie publiek publieke raad rapport regeerakkoord regelgeving regio
    register rekenkamer republiek rijk rijks rijksdienst rijksoverheid rijkswaterstaat
    rivierenland rotterdam ruimte ruimtelijke samenleving samenwerking school sector seminar
    september service sessie sociaal sociale staat stad stads stadslab stadhuis stappenplan
    station stelsel stichting strategie straat summit symposium taal team teams technisch
    technische technologie tech the tilburg toekomst toezicht tool toolkit transitie trein twente
    twitter uitvoering universiteit university utrecht vakgroep veiligheid veiligheidsregio
    vereniging verkeer verslag vlaams vlaamse vlaanderen vng volksgezondheid voorlichting vorming
    vrijdag vzw waddenzee water waterschap waterstaat wegen werk werkgroep werkplaats wereld west
    wet wetenschap wetenschappelijke wijk woensdag workshop youtube zaken zaterdag zeeland
    zelfstandig ziekenhuis zondag zorg zuid zweden zwolle netherlands public private global group
    company office design science europe united states open nations city centre center council
    department london paris berlin arnhem apeldoorn almere amersfoort hilversum zaandam leeuwarden
    assen lelystad middelburg roermond venlo heerlen brugge hasselt mechelen kortrijk oostende
    aalst waal maas rijn schelde noordzee jaarbeurs powerpoint excel teams zoom word chatgpt ai
    ict hrm hr it wifi kerst pasen corona covid voorwoord inleiding samenvatting conclusie
    discussie vragen tips lessen barrières drempels aanwezig afwezig datum locatie onderwerp
    spreker sprekers deelnemers titel buurthuis wijkcentrum dorpshuis zorgcentrum buurtcentrum
    code groene slimme warme nieuwe duurzame lokale vrije slim samen sterk fonds bv operatie
    pact alliantie coalitie beweging collectief huizen dorp buurt
    """.split()
) - {"groep", "berg"} | {"groep"}

# Verbs that report speech, in the present and past, singular; "legt … uit" by its first part.
SPEECH_VERBS = (
    "zegt zei zeg vertelt vertelde vindt vond aldus benadrukt benadrukte legt legde licht lichtte "
    "voegt voegde vraagt vroeg antwoordt antwoordde reageert reageerde stelt stelde waarschuwt "
    "waarschuwde pleit pleitte wijst wees merkt merkte geeft gaf concludeert concludeerde besluit "
    "besloot sluit sloot opent opende begint begon vervolgt vervolgde noemt noemde verwacht "
    "verwachtte hoopt hoopte denkt dacht ziet zag herkent herkende beaamt beaamde bevestigt "
    "bevestigde verzucht verzuchtte lacht lachte grapt grapte roept riep schrijft schreef betoogt "
    "betoogde raadt raadde adviseert adviseerde bekent bekende onderstreept onderstreepte schetst "
    "schetste deelt deelde constateert constateerde relativeert relativeerde nuanceert nuanceerde "
    "oppert opperde meent meende herinnert herinnerde vat vatte klinkt klonk verklaart verklaarde "
    "glimlacht glimlachte knikt knikte beschrijft beschreef analyseert waarschuwt memoreert "
    "memoreerde erkent erkende onthult onthulde belooft beloofde suggereert suggereerde "
    "observeert observeerde herhaalt herhaalde fluistert mompelt mopperde moppert verduidelijkt "
    "verduidelijkte illustreert illustreerde motiveert citeert citeerde sprak spreekt hekelt "
    "hekelde prijst prees trapt trapte bijt beet kondigt kondigde toont toonde presenteert "
    "presenteerde bepleit bepleitte ontdekte ontdekt merkte leerde leert houdt hield daagt daagde "
    "vult vulde werpt wierp haakt haakte brengt bracht zucht zuchtte jubelt jubelde klaagt klaagde "
    "weet wist tipt tipte looft loofde geniet raadt herkende verwoordt verwoordde formuleert "
    "formuleerde foetert sneert resumeert weerlegt ervaart ervoer verzekert verzekerde "
    "says said explains explained told adds added asked stressed argues writes wrote dit "
    "explique"
).split()

FINITE_VERBS = frozenset(
    """
    is zijn was waren ben bent heb hebt heeft hebben had hadden kan kun kunt kunnen kon konden
    moet moeten moest moesten wil wilt willen wilde wilden zal zul zult zullen zou zouden mag
    mogen mocht mochten ga gaat gaan ging gingen doe doet doen deed deden word wordt worden werd
    werden kom komt komen kwam kwamen maak maakt maken maakte zie ziet zien zag weet weten wist
    denk denkt denken dacht laat laten liet geef geeft geven gaf neem neemt nemen nam krijg krijgt
    krijgen kreeg zeg zegt zeggen zei vraag vraagt vragen vroeg sta staat staan stond zit zitten
    zat ligt liggen lag blijf blijft blijven bleef vind vindt vinden vond begin begint beginnen
    begon werk werkt werken werkte hoeft hoeven hoefde zorg zorgt zorgen leer leert leren leerde
    help helpt helpen durf durft durven stop stopt stoppen start zoek zoekt zoeken hoor hoort
    horen betekent betekende gebeurt ontstaat vraagt begrijp begrijpt snap snapt geloof gelooft
    zet zetten kijk kijkt kijken ken kent kennen houd houdt hou houden hield voel voelt voelen
    merk merkt merken probeer probeert proberen lukt lukte wacht wachten lees leest lezen schrijf
    schrijft schreef bel belt bellen kost kostte past passen bestaat bestaan are were have has
    must should can will do does did go
    """.split()
)

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january janvier", "februari feb february février",
            "maart mrt mar march mars",
            "april apr avril", "mei may mai", "juni jun june juin", "juli jul july juillet",
            "augustus aug august août", "september sep sept septembre",
            "oktober okt oct october octobre", "november nov novembre",
            "december dec december décembre",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "maandag ma monday lundi", "dinsdag di tuesday mardi", "woensdag wo wednesday mercredi",
            "donderdag do thursday jeudi", "vrijdag vr friday vendredi",
            "zaterdag za saturday samedi", "zondag zo sunday dimanche",
        )
    )
    for name in names.split()
}  # fmt: skip
NUMBER_WORDS = {
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15,
    "zestien": 16, "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20,
    "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80,
    "negentig": 90, "honderd": 100, "tweehonderd": 200, "driehonderd": 300, "vierhonderd": 400,
    "vijfhonderd": 500, "duizend": 1000, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "drie": 3, "vier": 4, "twee": 2,
}  # fmt: skip
