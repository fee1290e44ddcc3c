"""Quotes and who speaks them."""

import pytest

from innovkb.ingest.recognise import QuoteProposal, recognise

INTRO = "Sanne Bos (adviseur) en Karim Haddad (jurist) spraken.\n\n"


def quotes(text: str) -> list[QuoteProposal]:
    return list(recognise(text).quotes)


def said(text: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in quotes(text)]


WORDS = "We beginnen gewoon klein"


@pytest.mark.parametrize(
    "text",
    [
        "“We beginnen gewoon klein”, zegt Sanne.",
        "“We beginnen gewoon klein”, aldus Bos.",
        "“We beginnen gewoon klein,” vertelt Sanne Bos.",
        "Sanne zegt: “We beginnen gewoon klein”.",
        "Sanne: “We beginnen gewoon klein”.",
        "**Sanne:** “We beginnen gewoon klein”.",
        "Sanne Bos (adviseur): “We beginnen gewoon klein”.",
        "Volgens Sanne is het simpel: “We beginnen gewoon klein”.",
        "Sanne voegt daaraan toe: ‘We beginnen gewoon klein’.",
        "“We beginnen gewoon klein” – Sanne Bos, adviseur",
        "“We beginnen gewoon klein” (Sanne Bos)",
        "Sanne is enthousiast. “We beginnen gewoon klein.” Dat helpt.",
        "Sanne is blij. Ze lacht: “We beginnen gewoon klein”.",
        "“We beginnen gewoon klein”, reageert Bos op een vraag van Karim.",
    ],
)
def test_the_speaker_is_found(text: str) -> None:
    found = said(INTRO + text)
    assert [(words.rstrip("."), who) for words, who in found] == [(WORDS, "Sanne Bos")]


def test_an_attribution_in_the_middle_serves_both_halves() -> None:
    text = INTRO + "“Het werkt”, zegt Karim, “omdat we het samen doen.”"
    assert said(text) == [
        ("Het werkt", "Karim Haddad"),
        ("omdat we het samen doen.", "Karim Haddad"),
    ]


def test_a_quotation_goes_on_behind_the_attribution() -> None:
    text = INTRO + "‘Je moet het willen’, zegt Karim. ‘Anders lukt het nooit.’"
    assert [who for _, who in said(text)] == ["Karim Haddad", "Karim Haddad"]


@pytest.mark.parametrize(
    "text",
    [
        "Het boek ‘Ladders tegen wolken’ is af.",
        "De term ‘the last mile’ komt vaak terug.",
        "Het programma ‘Samen innoveren over grenzen heen’ loopt.",
        "In haar boek ‘De laatste meter’ beschrijft ze het.",
        "Zij kunnen zichzelf ‘verkopen’ aan de top.",
        "Bijvoorbeeld via ‘innovation days’ waarin iedereen werkt.",
        "‘Uitrollen’ won met afstand van ‘borgen’.",
        "Zij pleit voor wat zij het ‘eenmaal-is-genoeg-principe’ noemt.",
        "In haar proefschrift ‘Kleine stemmen’ beschrijft ze het.",
        "Referentie: “Collaborative competences for agile public servants”",
    ],
)
def test_terms_and_titles_are_no_quotes(text: str) -> None:
    assert said(INTRO + text) == []


def test_two_people_with_one_first_name_leave_the_speaker_open() -> None:
    text = (
        "Jan Mulder (journalist) opende. Jan Verhoeven (griffier) volgde.\n\n"
        "“Zet er een zoekmachine bij”, riep Jan."
    )
    found = quotes(text)[0]
    assert found.speaker is None
    assert set(found.candidates) == {"Jan Mulder", "Jan Verhoeven"}


@pytest.mark.parametrize(
    "text",
    [
        "Uit de zaal: ‘Mijn chef maakt het altijd moeilijker.’",
        "Een deelnemer zei: ‘Mijn chef maakt het altijd moeilijker.’",
        "Daarover zegt een controller: ‘Mijn chef maakt het altijd moeilijker.’",
    ],
)
def test_an_unnamed_participant_stays_unnamed(text: str) -> None:
    assert said(INTRO + text) == [("Mijn chef maakt het altijd moeilijker.", None)]


def test_a_pull_quote_takes_the_name_below_it() -> None:
    text = "Alinea.\n\nToestemming vragen kan vertragen. Start liever klein.\nSanne Bos (KU Zuid)"
    assert said(text) == [("Toestemming vragen kan vertragen. Start liever klein.", "Sanne Bos")]


def test_a_block_quote_takes_the_name_behind_the_dash() -> None:
    text = "> Haast is geen tempo. Tempo is weten.\n>\n> — Sanne Bos, adviseur\n"
    assert said(text) == [("Haast is geen tempo. Tempo is weten.", "Sanne Bos")]


def test_turns_of_a_conversation_are_quotes_and_the_hosts_questions_are_not() -> None:
    text = (
        "Femke: Hoe begon het?\nArjen Bos: Met een vraag. Ik kende niemand.\n"
        "Femke: En toen?\nSanne Vos: Toen kwam ik.\nArjen: En ik bleef. Gelukkig maar.\n"
    )
    assert said(text) == [
        ("Met een vraag. Ik kende niemand.", "Arjen Bos"),
        ("Toen kwam ik.", "Sanne Vos"),
        ("En ik bleef. Gelukkig maar.", "Arjen Bos"),
    ]


def test_answers_in_an_interview_belong_to_the_one_interviewed() -> None:
    text = (
        "# Kiezen\n\n*Door Els Vos*\n\nNadia Bos leidt het team. Een gesprek met haar.\n\n"
        "**Hoe begon je?**\n\n“Met een map vol ideeën.”\n\n"
        "**En toen?**\n\n“Toen gingen we kiezen.”\n\n**Lukte dat?**\n\n“Ja, na drie uur wel.”\n"
    )
    assert {who for _, who in said(text)} == {"Nadia Bos"}


def test_a_heading_with_a_person_is_about_that_person() -> None:
    text = "## Sanne Bos, adviseur\n\nZij werkt al jaren zo. ‘Je leert het door te doen.’"
    assert said(text) == [("Je leert het door te doen.", "Sanne Bos")]


def test_an_unclosed_quotation_is_less_certain_and_says_so() -> None:
    found = quotes(INTRO + "Karim: ‘Vraag je chef om het voor te lezen.")[0]
    assert found.text == "Vraag je chef om het voor te lezen."
    assert "sluiten niet" in found.reason
    assert found.confidence < 0.9


def test_a_subject_is_not_the_name_behind_a_preposition() -> None:
    text = INTRO + "Karim sprak daarna met Sanne. “Het recht staat dat gewoon toe.”"
    assert said(text) == [("Het recht staat dat gewoon toe.", "Karim Haddad")]


@pytest.mark.parametrize(
    "text",
    [
        "Sanne vertelt. ‘Fout,’ zei de bevelvoerder, ‘je ziet hier helemaal niets.’",
        "Sanne vertelt. ‘Je ziet hier helemaal niets’, zei de minister.",
    ],
)
def test_another_function_is_not_the_subject(text: str) -> None:
    assert {who for _, who in said(INTRO + text)} == {None}


def test_a_relative_clause_makes_its_antecedent_the_subject() -> None:
    text = "Het idee komt van jurist Karim Haddad, die het zat was. ‘Aan een toog praat men wel.’"
    assert said(text) == [("Aan een toog praat men wel.", "Karim Haddad")]


def test_a_turn_in_capitals_and_one_on_two_first_names_have_their_speakers() -> None:
    text = (
        "Panel\n\nPanelleden: Hatice Kaplan (directeur), Reinout baron van Tuyll (advocaat) en "
        "Ali Rıza Aksoy, planner.\n\n"
        "HATICE KAPLAN: Wij wachten nog op geld.\n\nREINOUT BARON VAN TUYLL: Ook dat is dom.\n\n"
        "ALI RIZA AKSOY: Dan beginnen we klein.\n\nAli Rıza: Sinds december wel.\n"
    )
    assert [one.speaker for one in recognise(text).quotes] == [
        "Hatice Kaplan", "Reinout baron van Tuyll", "Ali Rıza Aksoy", "Ali Rıza Aksoy",
    ]  # fmt: skip


def test_questions_below_a_heading_with_a_name_are_answered_by_that_one() -> None:
    text = (
        "# Nieuwsbrief\n\n## Werkplaats\n\nVerkeersleider Cees Bos liet het zien.\n\n"
        "## Drie vragen aan Kees Vink\n\n**Waar ben je trots op?**\n«Op één stekker.»\n\n"
        "**Wat zou je anders doen?**\n«Ik zou eerder gaan kijken.»\n\n"
        "**Welke tip heb je?**\n«Ga een nacht mee aan boord.»\n"
    )
    found = recognise(text)
    assert [one.speaker for one in found.quotes] == ["Kees Vink"] * 3
    assert [one.tier for one in found.questions] == ["possible"] * 3


def test_rows_of_a_chat_in_columns_are_turns_of_whom_they_name() -> None:
    text = (
        "Chat van het webinar\nPanel: Sanne Bos (gemeente Zandwijk), Karim Haddad (Kustlab)\n\n"
        "10:01  Els Vos (host)     Welkom, stel je vraag.\n"
        "10:04  Karim Haddad       Begin bij de mensen die nee zeggen. Die weten waarom.\n"
        "10:06  Sanne Bos          Wij deden het andersom. Dat kostte een jaar.\n"
        "10:09  Karim Haddad       Een jaar is ook leergeld.\n"
        "10:11  Sanne Bos          Duur leergeld, zeg ik dan.\n"
    )
    assert said(text)[-4:] == [
        ("Begin bij de mensen die nee zeggen. Die weten waarom.", "Karim Haddad"),
        ("Wij deden het andersom. Dat kostte een jaar.", "Sanne Bos"),
        ("Een jaar is ook leergeld.", "Karim Haddad"),
        ("Duur leergeld, zeg ik dan.", "Sanne Bos"),
    ]
    assert {person.name for person in recognise(text).people} >= {"Sanne Bos", "Karim Haddad"}
    assert all(" Wij" not in person.name for person in recognise(text).people)


def test_the_time_of_a_recording_stands_above_a_name_and_is_nobodys_words() -> None:
    text = (
        "Transcript van de lezing\n\nSprekers: Sanne Bos en Karim Haddad.\n\n"
        "[00:00:04]\nSANNE BOS\nGoedemiddag. Wij gaan beginnen.\n\n"
        "[00:01:10]\nKARIM HADDAD\nDank je. Wij telden eerst alles.\n\n"
        "[00:02:02]\nSANNE BOS\nEn wij gooiden de helft weg.\n"
    )
    assert said(text) == [
        ("Goedemiddag. Wij gaan beginnen.", "Sanne Bos"),
        ("Dank je. Wij telden eerst alles.", "Karim Haddad"),
        ("En wij gooiden de helft weg.", "Sanne Bos"),
    ]


def test_a_column_of_what_people_said_holds_their_words() -> None:
    text = (
        "# Terugblik\n\nMet Sanne Bos (adviseur) en Karim Haddad, jurist.\n\n"
        "| Wie | Zei |\n|---|---|\n"
        "| Sanne Bos | Voor het eerst hoefde ik niets na te vragen. |\n"
        "| Karim Haddad | Je ziet pas dan hoeveel deuren er zijn. |\n"
        "| een bewoner | Eindelijk iemand die luistert. |\n\n"
        "| Wie | Taak |\n|---|---|\n| Sanne Bos | Nodigt iedereen uit. |\n"
    )
    assert said(text) == [
        ("Voor het eerst hoefde ik niets na te vragen.", "Sanne Bos"),
        ("Je ziet pas dan hoeveel deuren er zijn.", "Karim Haddad"),
    ]


@pytest.mark.parametrize(
    ("words", "tier"),
    [
        ("Wie betaalt dat eigenlijk straks?", "possible"),
        ("En mag dat ook op een zondag?", "possible"),
        ("Ik vraag altijd: wie betaalt dat eigenlijk?", "sure"),
        ("Wij zijn zo ver, maar wie gaat het verven?", "sure"),
        ("Wie betaalt dat? Wij niet.", "sure"),
    ],
)
def test_words_that_only_ask_something_are_possible(words: str, tier: str) -> None:
    found = recognise(f"Anna Bos (adviseur) sprak. “{words}”, zei Anna Bos.").quotes
    assert [(one.text, one.tier, one.speaker) for one in found] == [(words, tier, "Anna Bos")]
