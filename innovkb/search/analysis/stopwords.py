"""Words that say nothing about what somebody looks for: dropped from queries, never indexed out."""

STOP_WORDS: frozenset[str] = frozenset(
    """
    de het een t n s der des den ten ter ik je jij jou jouw u uw hij zij ze we wij ons onze
    jullie hen hun haar hem mij me mijn zich zichzelf elkaar men iemand iets niemand niets niks
    alles iedereen ieder iedere elk elke dit dat deze die dezelfde hetzelfde zo'n zulk zulke
    degene diegene er hier daar waar waarin waarop waarom waarmee waarvan waardoor waarbij
    waaraan waarvoor waartoe hierin hierop hierom hiermee hiervan hierdoor hierbij hieraan
    hiervoor daarin daarop daarom daarmee daarvan daardoor daarbij daaraan daarvoor ermee eraan
    erbij ervan erop erin ervoor erover eruit erdoor daarover hierover waarover waaruit daaruit
    daarna daarnaast wie wat welk welke wanneer hoe hoeveel hoezo en of maar want dus noch als
    dan toen terwijl omdat doordat zodat opdat mits tenzij hoewel indien nadat voordat totdat
    sinds zoals alsof in op aan van voor met bij tot naar uit over onder door om te tegen tussen
    zonder via per na binnen buiten boven rond rondom tijdens volgens wegens ondanks langs vanaf
    vanuit jegens niet wel geen ook nog al reeds toch zo heel erg zeer best even eens weer
    steeds altijd nooit vaak soms misschien gewoon eigenlijk natuurlijk juist alleen zelf zelfs
    nu straks ooit meestal ongeveer bijna veel meer meest minder weinig toe af ben bent is was
    waren zijn geweest word wordt worden werd werden geworden heb hebt heeft hebben had hadden
    gehad kan kun kunt kunnen kon konden gekund zal zul zult zullen zou zouden mag mogen mocht
    mochten moet moeten moest moesten wil wilt willen wilde wilden wou hoef hoeft hoeven ga gaat
    gaan ging gingen gegaan kom komt komen kwam kwamen doe doet doen deed deden gedaan krijg
    krijgt krijgen kreeg kregen gekregen laat laten liet lieten blijf blijft blijven bleef
    bleven maak maakt maken maakte maakten zeg zegt zeggen zei zeiden vind vindt vinden ja nee
    oke graag aub alsjeblieft svp nl bv etc enz oa
    """.split()
)


# Also with full stops: o.a., d.w.z.
_ABBREVIATIONS = frozenset("dwz oa ea ed bv mbt ivm nav tbv ipv ism tav dmv zgn mn enz etc".split())


def is_stop_word(folded: str) -> bool:
    """Whether a folded word says nothing about the subject of a query."""
    return folded in STOP_WORDS or folded.replace(".", "") in _ABBREVIATIONS
