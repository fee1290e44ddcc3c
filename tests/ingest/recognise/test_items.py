"""Tips, barriers, principles, cases, aids and questions."""

import pytest

from innovkb.ingest.recognise import recognise
from innovkb.ingest.recognise.items.categories import category_of
from innovkb.ingest.recognise.text.grammar import is_imperative


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("Tips", "tip"),
        ("Drie lessen uit de zaal", "tip"),
        ("Aan de slag", "tip"),
        ("Wat raden de sprekers aan?", "tip"),
        ("Lessen om drempels te overwinnen", "tip"),
        ("Barrières voor innovatie", "barrier"),
        ("Innovatiedrempels op kennis", "barrier"),
        ("Wat houdt buurtzorg tegen?", "barrier"),
        ("Knelpunten", "barrier"),
        ("De vijf bouwstenen", "principle"),
        ("Succesfactoren", "principle"),
        ("Praktische tools", "tool"),
        ("Inspirerende voorbeelden", "example"),
        ("Actiepunten", "none"),
        ("Vragen, discussie, tips!", None),
        ("Het begin", None),
    ],
)
def test_a_heading_announces_what_follows(heading: str, category: str | None) -> None:
    assert category_of(heading) == category


@pytest.mark.parametrize(
    ("text", "tips"),
    [
        ("## Tips\n\n- Begin klein.\n- Meet één ding.", ["Begin klein.", "Meet één ding."]),
        ("Adviezen:\n1. Begin klein.\n2. Meet één ding.", ["Begin klein.", "Meet één ding."]),
        ("Tip 1: Begin klein.\nTip 2: Meet één ding.", ["Begin klein.", "Meet één ding."]),
        ("Er is ruimte. Concrete actie: plan een uur.", ["plan een uur."]),
        ("Mijn advies: neem taart mee.", ["neem taart mee."]),
        ("Ga zo verder.\n\n- Begin klein.\n- Zoek hulp.", ["Begin klein.", "Zoek hulp."]),
        ("## Tips\n\n- **Begin.** Met één straat.", ["**Begin.** Met één straat."]),
        ("Haar adviezen? Meet alles. En bel eerst.", ["Meet alles.", "bel eerst."]),
        ("Zij geeft twee tips: schrijf alles op, en koppel terug.", ["schrijf alles op",
                                                                     "koppel terug."]),
        ("Wat kun je zelf doen? Anna noemt twee dingen. Meet alles. Reageer snel.",
         ["Meet alles.", "Reageer snel."]),
        ("Zijn advies is om klein te beginnen.", ["om klein te beginnen."]),
        ("Haar advies is om te meten. Ten tweede: bel eerst.", ["om te meten.", "bel eerst."]),
        ("Ieder gaf één tip mee.\nAnna Bos: Begin klein.", ["Begin klein."]),
        ("| Les | Waarom |\n|---|---|\n| Bel eerst | Scheelt tijd |", ["Bel eerst"]),
        ("## Tips\n\n| Wat | Wie |\n|---|---|\n| Bel eerst | Anna |", ["Bel eerst"]),
    ],
)  # fmt: skip
def test_tips_are_found(text: str, tips: list[str]) -> None:
    assert [tip.text for tip in recognise("# Verslag\n\n" + text).tips] == tips


@pytest.mark.parametrize(
    "text",
    [
        "## Actiepunten\n\n- Karim maakt een plan.\n- Els belt.",
        "## Agenda\n\n- Opening\n- Sluiting",
        "## Punten\n\n- Het weer was mooi.\n- De zaal was vol.",
        "## Sprekers\n\n- Sanne Bos (adviseur)\n- Karim Haddad (jurist)",
        "## Tips\n\n- Hoe begin je eigenlijk?\n",
        "## Tips\n\nHerken je dit? Ik hoor het graag.",
        "Wil je meer tips? Lees onze publicatie.",
        "| Naam | Functie |\n|---|---|\n| Anna Bos | jurist |",
        "Regels zijn gestolde ruzies. Zoek de ruzie op.",
    ],
)
def test_other_lists_hold_no_tips(text: str) -> None:
    tips = recognise("# Verslag\n\n" + text).tips
    assert [one.text for one in tips if one.tier == "sure"] == []


def test_a_tip_keeps_whose_it_is() -> None:
    text = "Tamara Bos (adviseur) sprak.\n\n## Tips\n\n- *Tamara:* schrijf één vraag op."
    tip = recognise(text).tips[0]
    assert (tip.text, tip.speaker, tip.position) == ("schrijf één vraag op.", "Tamara Bos", 1)


def test_barriers_keep_their_section() -> None:
    text = "# X\n\n## Knelpunten\n\n- Er is geen geld.\n- Niemand beslist."
    assert [(one.text, one.section) for one in recognise(text).barriers] == [
        ("Er is geen geld.", "Knelpunten"),
        ("Niemand beslist.", "Knelpunten"),
    ]


def test_principles_name_their_set() -> None:
    text = "# X\n\n## De vijf bouwstenen\n\n1. **Tijd.** Leren staat in het rooster.\n2. Rust."
    found = recognise(text).principles
    assert [(one.title, one.set_name) for one in found] == [
        ("Tijd", "vijf bouwstenen"),
        ("Rust", "vijf bouwstenen"),
    ]


def test_nested_items_belong_to_their_parent() -> None:
    text = "# X\n\n## Tips\n\n- Begin met een proef.\n  - in één wijk\n- Meet het resultaat."
    assert len(recognise(text).tips) == 2


def test_subheadings_below_examples_are_cases() -> None:
    text = "# X\n\n## Voorbeelden\n\n### Nachtbalie\n\nEen stoel.\n\n### Afvalroute\n\nMinder km."
    assert [one.title for one in recognise(text).examples] == ["Nachtbalie", "Afvalroute"]


@pytest.mark.parametrize(
    ("text", "question", "answer", "by"),
    [
        ("Vraag: Mag dat?\n\nAntwoord: Ja, dat mag.", "Mag dat?", "Ja, dat mag.", None),
        ("V: Mag dat?\nA: Ja, dat mag.", "Mag dat?", "Ja, dat mag.", None),
        ("**Vraag:** Mag dat?\n\n**Antwoord van Els Bos:** Ja hoor.", "Mag dat?", "Ja hoor.",
         "Els Bos"),
        ("# Vragen en antwoorden\n\n## Mag dat?\n\nJa, dat mag.", "Mag dat?", "Ja, dat mag.", None),
    ],
)  # fmt: skip
def test_questions_come_with_their_answers(
    text: str, question: str, answer: str, by: str | None
) -> None:
    found = recognise(text).questions
    assert [(one.question, one.answer, one.answered_by) for one in found] == [
        (question, answer, by)
    ]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ("Begin klein.", True),
        ("Laat een jurist meelezen.", True),
        ("Werk is een woord.", False),
        ("Het weer was mooi.", False),
        ("Vraag 12 is lastig.", False),
    ],
)
def test_orders_are_told_from_statements(words: str, order: bool) -> None:
    assert is_imperative(words) is order
