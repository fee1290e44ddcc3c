"""Word lists that keep the compound splitter from chance matches."""

# Three letters is chance as a rule; these are words officials do compound with.
SHORT_PARTS = frozenset(
    """
    wet weg lid eis top rol doe pad dag jaar taak nut zin web app ict lab fte gids hub
    nis bus kas bod rem gat net pot bak vak zak set mbt bbp btw avg csr hrm pgb wob woo ggz
    """.split()
)

# Words that are particles or prefixes rather than parts.
BLOCKED_PARTS = frozenset(
    """
    aan achter bij binnen boven buiten door eerst hier daar in langs mede mee met na naar naast
    niet om onder op over rond samen sinds te tegen terug toe tot tussen uit van vanaf voor voort
    vooruit weer weg zonder even eens elke deze dit dat die een hun haar onze jouw zijn mijn
    anti auto inter intra mini micro multi para post semi trans ultra contra extra pseudo super
    eren elen aren oren iers aars eling elijk lijk heid schap baar loos zaam isme ist teit iteit
    atie aties atief erij erig achtig ling lings wijs
    """.split()
)

# Words that as a last part are nearly always an ending of something else.
BLOCKED_HEADS = frozenset(
    """
    ster sters eren ante ante aren lingen ring ringen ding ster teren tering eerde eert erende
    ende ente enten ering eringen ingen ers ette elen aal ale alen iele eel ele ille ieve ief
    isch ische iteiten heden heid schap schappen baar bare loos loze zaam zame lijk lijke
    """.split()
)

# Heads that are no words of their own but do end compounds.
BOUND_HEADS = frozenset(
    """
    geving nemer nemers neming nemingen gever gevers gevend making nemend name voering legging
    brenger zetting houdend houdende plegend plegende vrager vragers
    """.split()
)

# Words that look like compounds and are none.
UNSPLIT = frozenset(
    """
    minister ministers ministerie ministeries
    """.split()
)
