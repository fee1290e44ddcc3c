"""References in every format, against what a person would write by hand."""

import json
from dataclasses import replace
from datetime import date

import pytest

from innovkb.open_data.apa import apa, apa_in_text
from innovkb.open_data.citations import (
    Author,
    Citation,
    bibtex,
    csl,
    csl_json,
    ris,
)
from sessions.models.item import Wording
from sessions.models.writeup import Genre

ARTICLE = Citation(
    key="ga-gewoon-beginnen",
    quote="Ga gewoon beginnen.",
    voice="Davied van Berlo",
    speakers=(Author("Berlo", "Davied", "van"),),
    address="https://kennis.example.org/citaten/ga-gewoon-beginnen/",
    title="Ambtenaren als innovatoren",
    genre="article",
    genre_name="artikel",
    authors=(Author("Meijer", "Albert"), Author("Berlo", "Davied", "van")),
    container="Bestuurswetenschappen",
    date=date(2012, 1, 1),
    precision="year",
)
REPORT = replace(
    ARTICLE,
    voice="Jeff Gaspersz",
    speakers=(Author("Gaspersz", "Jeff"),),
    title="Hoe zorg je voor sterk innovatieleiderschap?",
    genre="report",
    genre_name="sessieverslag",
    authors=(),
    container="rijksinnovatiecommunity.nl",
    publisher="Rijks Innovatie Community",
    source_url="https://example.org/verslag?a=1&b=2",
    date=date(2025, 5, 5),
    precision="day",
)
NASTY = "Kosten & baten: 50% {van} $1_000 #1 ~ x^2 \\input\r\nTY  - HACK\n}\n@misc{x,\u2028eind"


@pytest.mark.parametrize(
    ("name", "sort_name", "author"),
    [
        ("Albert Meijer", "Meijer, Albert", Author("Meijer", "Albert")),
        ("Dirk-Jan de Bruijn", "Bruijn, Dirk-Jan de", Author("Bruijn", "Dirk-Jan", "de")),
        ("Jan van der Berg", "Berg, Jan van der", Author("Berg", "Jan", "van der")),
        ("Steven Van de Walle", "Van de Walle, Steven", Author("Van de Walle", "Steven")),
        ("Pullen", "Pullen", Author("Pullen")),
        ("Van Staden", "Van Staden", Author("Van Staden")),
        ("van Staden", "Staden, van", Author("Staden", "", "van")),
        ("Artiestennaam", "Heel Anders, Jan", Author("Artiestennaam")),
        ("Iemand", "", Author("Iemand")),
    ],
)
def test_a_name_is_taken_apart_the_dutch_way(name: str, sort_name: str, author: Author) -> None:
    assert Author.of_person(name, sort_name) == author


def test_initials_keep_hyphens() -> None:
    assert Author("Bruijn", "Dirk-Jan", "de").initials == "D.-J."
    assert Author("Jong", "anna Maria").initials == "A. M."


def test_apa_of_an_article() -> None:
    assert apa(ARTICLE) == (
        "Meijer, A., &amp; van Berlo, D. (2012). Ambtenaren als innovatoren. "
        "<em>Bestuurswetenschappen</em>. https://kennis.example.org/citaten/ga-gewoon-beginnen/"
    )


def test_apa_of_a_report_without_a_named_author() -> None:
    assert apa(REPORT) == (
        "Rijks Innovatie Community. (2025, 5 mei). "
        "<em>Hoe zorg je voor sterk innovatieleiderschap?</em> [Sessieverslag]. "
        "rijksinnovatiecommunity.nl. https://example.org/verslag?a=1&amp;b=2"
    )


def test_apa_of_a_work_without_maker_or_date_stands_under_its_title() -> None:
    orphan = replace(REPORT, publisher="", container="", date=None, title="Een <b>stuk</b>")
    assert apa(orphan) == (
        "<em>Een &lt;b&gt;stuk&lt;/b&gt;</em> [Sessieverslag]. (z.d.). "
        "https://example.org/verslag?a=1&amp;b=2"
    )


def test_apa_does_not_name_a_publisher_twice() -> None:
    assert apa(replace(REPORT, container="Rijks Innovatie Community")).count("Rijks") == 1


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (ARTICLE, "(Meijer & van Berlo, 2012)"),
        (REPORT, "(Gaspersz, geciteerd in Rijks Innovatie Community, 2025)"),
        (
            replace(REPORT, publisher="", date=None),
            "(Gaspersz, geciteerd in “Hoe zorg je voor sterk innovatieleiderschap?”, z.d.)",
        ),
        (
            replace(ARTICLE, authors=(*ARTICLE.authors, Author("Derde", "Els"))),
            "(Meijer et al., 2012)",
        ),
    ],
)
def test_apa_in_the_text(citation: Citation, expected: str) -> None:
    assert apa_in_text(citation) == expected


def test_bibtex_of_an_article() -> None:
    assert bibtex(ARTICLE) == (
        "@article{ga-gewoon-beginnen,\n"
        "  author = {Meijer, Albert and van Berlo, Davied},\n"
        "  title = {{Ambtenaren als innovatoren}},\n"
        "  journal = {Bestuurswetenschappen},\n"
        "  year = {2012},\n"
        "  url = {https://kennis.example.org/citaten/ga-gewoon-beginnen/},\n"
        "  language = {nl},\n"
        "  note = {“Ga gewoon beginnen.” (citaat van Davied van Berlo: "
        "https://kennis.example.org/citaten/ga-gewoon-beginnen/)},\n"
        "}\n"
    )


def test_bibtex_of_a_report() -> None:
    text = bibtex(REPORT)
    assert text.startswith("@misc{ga-gewoon-beginnen,\n  author = {{Rijks Innovatie Community}},\n")
    assert "  howpublished = {rijksinnovatiecommunity.nl},\n" in text
    assert "  year = {2025},\n  month = may,\n" in text
    assert "  url = {https://example.org/verslag?a=1&b=2},\n" in text


def test_bibtex_escapes_what_means_something_to_it() -> None:
    text = bibtex(replace(ARTICLE, title=NASTY))
    assert (
        r"  title = {{Kosten \& baten: 50\% \textbraceleft{}van\textbraceright{} \$1\_000 \#1 "
        r"\textasciitilde{} x\textasciicircum{}2 \textbackslash{}input TY - HACK "
        r"\textbraceright{} @misc\textbraceleft{}x, eind}}," + "\n"
    ) in text
    assert text.count("{") == text.count("}")


def test_bibtex_does_not_take_the_name_of_an_organisation_apart() -> None:
    citation = replace(REPORT, publisher="Peek and Cloppenburg, Utrecht")
    assert "  author = {{Peek and Cloppenburg, Utrecht}},\n" in bibtex(citation)
    odd = replace(ARTICLE, authors=(Author("Ander, junior", "Jan and Piet"),))
    assert "  author = {{Ander, junior}, {Jan and Piet}},\n" in bibtex(odd)


def test_an_address_can_not_end_a_field() -> None:
    citation = replace(REPORT, source_url="https://example.org/a}b c\nER  - ")
    assert "  url = {https://example.org/a%7Db%20c%20ER%20-},\n" in bibtex(citation)
    assert "UR  - https://example.org/a%7Db%20c%20ER%20-\r\n" in ris(citation)


def test_ris_of_an_article() -> None:
    assert ris(ARTICLE).split("\r\n") == [
        "TY  - JOUR",
        "AU  - Meijer, Albert",
        "AU  - van Berlo, Davied",
        "TI  - Ambtenaren als innovatoren",
        "T2  - Bestuurswetenschappen",
        "PY  - 2012",
        "DA  - 2012///",
        "UR  - https://kennis.example.org/citaten/ga-gewoon-beginnen/",
        "LA  - nl",
        f"N1  - “Ga gewoon beginnen.” (citaat van Davied van Berlo: {ARTICLE.address})",
        "ER  - ",
        "",
    ]


def test_ris_gives_each_field_one_line_whatever_it_holds() -> None:
    tags = [line[:6] for line in ris(replace(REPORT, title=NASTY)).split("\r\n") if line]
    assert tags == [f"{tag}  - " for tag in "TY AU TI T2 PB PY DA UR LA N1 ER".split()]
    assert "\n" not in ris(replace(REPORT, quote=NASTY)).replace("\r\n", "")


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("day", "2025/05/05/"), ("month", "2025/05//"), ("year", "2025///")],
)
def test_ris_says_how_much_of_the_date_is_known(precision: str, expected: str) -> None:
    assert f"DA  - {expected}\r\n" in ris(replace(REPORT, precision=precision))


def test_csl_of_an_article() -> None:
    assert csl(ARTICLE) == [
        {
            "id": "ga-gewoon-beginnen",
            "type": "article-journal",
            "title": "Ambtenaren als innovatoren",
            "author": [
                {"family": "Meijer", "given": "Albert"},
                {"family": "Berlo", "given": "Davied", "non-dropping-particle": "van"},
            ],
            "container-title": "Bestuurswetenschappen",
            "issued": {"date-parts": [[2012]]},
            "URL": "https://kennis.example.org/citaten/ga-gewoon-beginnen/",
            "language": "nl",
            "note": "“Ga gewoon beginnen.” (citaat van Davied van Berlo: "
            "https://kennis.example.org/citaten/ga-gewoon-beginnen/)",
        }
    ]


def test_csl_of_a_report() -> None:
    (entry,) = csl(REPORT)
    assert entry["author"] == [{"literal": "Rijks Innovatie Community"}]
    assert entry["issued"] == {"date-parts": [[2025, 5, 5]]}
    assert json.loads(csl_json(replace(REPORT, title=NASTY)))[0]["type"] == "report"


def test_second_hand_words_say_so() -> None:
    assert "(aangehaald van Davied van Berlo:" in replace(ARTICLE, wording=Wording.SECOND_HAND).note


@pytest.mark.parametrize("genre", list(Genre))
def test_every_genre_has_its_type(genre: Genre) -> None:
    citation = replace(REPORT, genre=genre.value, genre_name=genre.label)
    assert bibtex(citation).startswith("@")
    assert ris(citation).startswith("TY  - ")
    assert csl(citation)[0]["type"]


COLUMN = replace(ARTICLE, rubric="Online discussies")
UNTITLED = replace(REPORT, title="[Verslag van de sessie]")


def test_the_rubric_is_no_part_of_the_journal_in_any_format() -> None:
    assert apa(COLUMN).startswith(
        "Meijer, A., &amp; van Berlo, D. (2012). Ambtenaren als innovatoren [Online discussies]. "
        "<em>Bestuurswetenschappen</em>. "
    )
    assert "  titleaddon = {Online discussies},\n" in bibtex(COLUMN)
    assert "  journal = {Bestuurswetenschappen},\n" in bibtex(COLUMN)
    assert "T2  - Bestuurswetenschappen\r\nSE  - Online discussies\r\n" in ris(COLUMN)
    assert csl(COLUMN)[0]["container-title"] == "Bestuurswetenschappen"
    assert csl(COLUMN)[0]["section"] == "Online discussies"


def test_a_description_of_an_untitled_work_stands_in_brackets_and_not_as_its_title() -> None:
    assert apa(UNTITLED) == (
        "Rijks Innovatie Community. (2025, 5 mei). [Verslag van de sessie]. "
        "rijksinnovatiecommunity.nl. https://example.org/verslag?a=1&amp;b=2"
    )
    nobody = replace(UNTITLED, publisher="")
    assert apa_in_text(nobody) == "(Gaspersz, geciteerd in [Verslag van de sessie], 2025)"


@pytest.mark.parametrize(
    ("wording", "note", "in_text"),
    [
        (Wording.VERBATIM, "“Een ‘echt’ plan.” (citaat van", "geciteerd"),
        (Wording.SECOND_HAND, "“Een ‘echt’ plan.” (aangehaald van", "geciteerd"),
        (Wording.REPORTED, "Een “echt” plan. (geen citaat; zo weergegeven van", "weergegeven"),
        (Wording.EDITED, "Een “echt” plan. (geen citaat; in onze woorden naar", "geciteerd"),
    ],
)
def test_only_the_speaker_s_own_words_stand_between_marks(
    wording: Wording, note: str, in_text: str
) -> None:
    citation = replace(REPORT, wording=wording, quote="Een “echt” plan.")
    assert citation.note == f"{note} Jeff Gaspersz: {citation.address})"
    assert citation.note in ris(citation)
    assert csl(citation)[0]["note"] == citation.note
    assert apa_in_text(citation).startswith(f"(Gaspersz, {in_text} in ")


def test_several_speakers_are_named_and_authors_not_twice() -> None:
    both = replace(REPORT, speakers=(*REPORT.speakers, Author("Bruijn", "Dirk-Jan", "de")))
    assert apa_in_text(both) == (
        "(Gaspersz & de Bruijn, geciteerd in Rijks Innovatie Community, 2025)"
    )
    assert apa_in_text(replace(ARTICLE, speakers=ARTICLE.authors)) == "(Meijer & van Berlo, 2012)"
