"""Mentions of what the site has, and themes."""

from innovkb.ingest.recognise import (
    Known,
    KnownName,
    ThemedText,
    ThemeIndex,
    propose_themes,
    recognise,
)

KNOWN = Known(
    speakers=[KnownName("Sanne Bos")],
    organisations=[KnownName("Nederlands Forensisch Instituut", ("NFI",))],
    archetypes=[KnownName("De verkeerde portemonnee")],
    themes=[KnownName("Ruimte")],
)
THEMED = [
    ThemedText("Geef medewerkers ruimte en mandaat om te experimenteren", ("ruimte",)),
    ThemedText("Ruimte en mandaat maken dat mensen durven", ("ruimte",)),
    ThemedText("De begroting laat geen budget over voor geld", ("geld",)),
    ThemedText("Zonder geld en budget geen proef", ("geld",)),
]


def test_known_names_are_found_with_all_their_places() -> None:
    text = "Het NFI deed mee. Een patroon is ‘de verkeerde portemonnee’. Het NFI vond dat."
    found = recognise(text, KNOWN).mentions
    assert [(one.mentioned, one.name, len(one.spans)) for one in found] == [
        ("organisation", "Nederlands Forensisch Instituut", 2),
        ("archetype", "De verkeerde portemonnee", 1),
    ]
    assert text[found[1].start : found[1].end] == "verkeerde portemonnee"


def test_an_acronym_in_small_letters_is_no_organisation() -> None:
    assert recognise("Dat nfi is geen woord.", KNOWN).mentions == ()


def test_nothing_known_gives_no_mentions() -> None:
    assert recognise("Het NFI deed mee.").mentions == ()


def test_themes_come_from_the_words_of_themed_items() -> None:
    index = ThemeIndex(THEMED)
    assert [one.name for one in index.suggest("Er is geen budget voor de proef")] == ["geld"]
    assert index.suggest("Iets heel anders") == ()


def test_a_theme_says_which_words_speak_for_it() -> None:
    suggestion = ThemeIndex(THEMED).suggest("Vraag om mandaat")[0]
    assert suggestion.name == "ruimte"
    assert "mandaat" in suggestion.reason


def test_each_item_gets_its_own_themes() -> None:
    found = recognise("# X\n\n## Tips\n\n- Vraag om mandaat.\n- Vraag om budget.")
    proposals = propose_themes(found.tips, THEMED)
    assert [(one.text, one.name) for one in proposals] == [
        ("Vraag om mandaat.", "ruimte"),
        ("Vraag om budget.", "geld"),
    ]
