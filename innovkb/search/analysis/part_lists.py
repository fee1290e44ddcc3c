"""Word lists that keep the compound splitter from chance matches."""

# Three letters is chance as a rule; these are words officials do make compounds with.
SHORT_PARTS = frozenset(
    """
    wet weg lid eis top rol pad dag jaar taak nut zin web app ict lab fte hub lek zee zon job
    gas bus kas bod rem gat pot bak vak zak set mbt bbp btw avg csr hrm pgb wob woo ggz bos dak
    """.split()
)

# Forms words take only before another.
COMBINING_FORMS = {"zonne": "zon", "rijks": "rijk", "zelf": "zelf", "knel": "knel"}

# Words that are particles or prefixes rather than parts.
BLOCKED_PARTS = frozenset(
    """
    aan achter bij binnen boven buiten door eerst hier daar in langs mede mee met na naar naast
    niet om onder op over rond samen sinds te tegen terug toe tot tussen uit van vanaf voor
    voort vooruit weer weg zonder even eens elke deze dit dat die een hun haar onze jouw zijn
    mijn anti auto inter intra mini micro multi para post semi trans ultra contra extra pseudo
    super eren elen aren oren iers aars eling elijk lijk heid schap baar loos zaam isme ist teit
    iteit atie aties atief erij erig achtig ling lings wijs overeen bijeen ineen uiteen vanzelf
    nabij neer erom eraan erin erop erdoor eruit erbij weder allen aller alles ander anders hele
    heel goeie gister gene enge combi kilo wille weeke verf burge hechte document test secret
    genoeg ontzet voorts meer meest mits acht mono euro hoge hetero homo oude
    """.split()
)

# Words that as a last part are nearly always an ending of something else.
BLOCKED_HEADS = frozenset(
    """
    ster sters eren ante aren lingen ring ringen ding teren tering eerde eert erende ende ente
    enten ering eringen ingen ers ette elen aal ale alen iele eel ele ille ieve ief isch ische
    iteiten heden heid schap schappen baar bare loos loze zaam zame lijk lijke nis nissen maal
    malen tien zins zelf sing zing lig end vend tend nend eres aresse antie aire aard aarde ment
    menten inde schappelijk zakelijk rijk gierig keurig waarts lier vol rating jant tal tallen
    naties natie oratorium iste erig eraan eruit erop erover fte dwars eens pers hip nemend muts
    houd
    """.split()
)

# Heads that are no words of their own but do end compounds.
BOUND_HEADS = frozenset(
    """
    geving nemer nemers neming nemingen gever gevers gevend making nemend name voering legging
    brenger zetting houdend houdende plegend plegende vrager vragers mijdend mijdende mijding
    mijder gedreven gericht gerichte gerelateerd gebonden overstijgend overstijgende breed brede
    bestendig bestendige verlening verlener verleners deling
    """.split()
)

# Words that look like compounds and are none, or have grown away from what they are made of.
UNSPLIT = frozenset(
    """
    verschillend turnhout minister ministerie aardrijkskunde achtbaan achteruitgang allemaal
    helemaal anderhalf belangrijk belangstelling bestand blijvend briljant burgemeester
    combinatie comfortabel database daadwerkelijk maandag dinsdag woensdag donderdag vrijdag
    zaterdag zondag documentair enigszins entertainment eurovisie geschiedenis hechtenis
    homoseksualiteit horizontaal huisvesting huisvest journalist kilometer kilogram laboratorium
    langzamerhand lidmaatschap maatschappelijk nachtmerrie nauwkeurig neerslag netwerk
    nieuwsgierig noodzaak noodzakelijk ontzettend oppervlak oppervlakte overeenkomst
    overeenstemming parttime pretpark regelmaat regelmatig rechtvaardig rechtvaardigheid
    secretaresse slachtoffer software hardware statement tijdstip tweemaal undercover vakantie
    vanzelfsprekend voertuig vliegtuig voetballer vrijwilliger waarneming waarnemend weekeinde
    wetenschappelijk wetenschapper willekeurig wildernis zangeres zichzelf kruising bijeenkomst
    koninkrijk standaard handleiding gastvrij gastvrijheid huishouding houvast rotterdams
    amsterdams middelburg frankrijk oostenrijk groenlinks hoogleraar kwadraat plantage playback
    overeenkomen luisteren luister generatie tournament toernooi markeer marketeer kantonrechter
    doopsgezind koninginnedag kinderbijslag balkenend alarmeren gemeenschappelijk gezelschap
    genezing verrassend toenemend typerend onderhoudend ontspannend vasthoudend neerbuigend
    movement klassement spinazie eigenaardig rechterlijk ondernemend vakmanschap burgerschap
    partnerschap ontdekking psychologisch technologisch biologisch annemieke docentschap
    leeuwarden friesland
    """.split()
)
