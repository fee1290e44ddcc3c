"""The fields of the write-up itself, grouped as the review shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from innovkb.ingest.apply import near_names
from innovkb.ingest.editor.review.cards import Cards, ShownField, answers
from innovkb.ingest.editor.review.labels import Control
from innovkb.ingest.editor.review.options import Choice, OptionGroup
from innovkb.ingest.editor.review.values import DOCUMENT, OPEN, document_value
from innovkb.ingest.plan import Plan
from innovkb.lib.dates import Precision, dutch_date
from sessions.models import Series, Session
from sessions.models.writeup import Genre, Rights

_MOST_SESSIONS = 200

_CONTROLS = {
    "title": Control("Titel"),
    "genre": Control("Soort", "select"),
    "date": Control("Datum", "date", "Weet je de dag niet? Kies de eerste van de maand."),
    "date_precision": Control("De datum is bekend", "select"),
    "date_note": Control("Toelichting op de datum", help="Bijvoorbeeld: jaar afgeleid."),
    "session": Control("Sessie", "select", "Over welke bijeenkomst gaat dit verslag?"),
    "series": Control("Reeks", help="Laat leeg als het los staat.", list_id="reeksen"),
    "organiser": Control("Organisator", list_id="organisaties"),
    "place": Control("Plaats", help="Of: online."),
    "attendance": Control("Aantal deelnemers", "number"),
    "attendance_note": Control("Deelnemers volgens de bron", help="Zoals: ruim 80."),
    "source_title": Control("Titel van de bron", help="Als die anders is."),
    "source_url": Control("Webadres van de bron", "url"),
    "published_in": Control("Verschenen in", help="Tijdschrift, site of boek."),
    "publisher": Control("Uitgever", list_id="organisaties"),
    "language": Control("Taal", "select"),
    "rights": Control("Rechten", "select", "Mag de volledige tekst van de bron op de site staan?"),
    "rights_note": Control("Toelichting op de rechten"),
    "summary": Control("Samenvatting", "textarea", "Twee of drie zinnen, in je eigen woorden."),
    "body_mode": Control("De tekst op de site", "select"),
    "body": Control(
        "Eigen tekst",
        "textarea",
        "Alleen bij ‘een eigen tekst’. ## voor een kop, - voor een lijst, > voor een citaat. "
        "De woorden van elk onderdeel moeten er letterlijk in staan.",
    ),
    "note": Control("Opmerking van de redactie", "textarea", "Dit staat op de site."),
}

_LANGUAGES = [("nl", "Nederlands"), ("en", "Engels"), ("fr", "Frans"), ("de", "Duits")]
_MODES = [
    ("outline", "Alleen wat je overneemt, onder de koppen van de bron"),
    ("source", "De hele brontekst (alleen met toestemming)"),
    ("own", "Een eigen tekst"),
]
_KEEP = ("keep", "De tekst die er staat, met wat nieuw is erbij")

MAIN = ("title", "genre", "session", "date", "date_precision", "summary")
FOLDS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("De bijeenkomst",
     ("series", "organiser", "place", "attendance", "attendance_note", "date_note")),
    ("Bron en rechten",
     ("source_title", "source_url", "published_in", "publisher", "language", "rights",
      "rights_note")),
    ("De tekst op de site", ("body_mode", "body", "note")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fold:
    """Fields that are folded away until they matter."""

    title: str
    fields: Sequence[ShownField]

    @property
    def filled(self) -> str:
        """The values in short, seen while the fold is closed."""
        texts = [one for one in self.fields if one.value and one.control.widget != "textarea"]
        return "; ".join(f"{one.label}: {_shown(one)}" for one in texts[:4])

    @property
    def is_open(self) -> bool:
        return any(one.errors or one.conflict or one.suggestions for one in self.fields)


def _shown(field: ShownField) -> str:
    labels = {value: label for group in field.options for value, label in group.options}
    return labels.get(str(field.value), str(field.value))


class Metadata:
    """Makes the fields of the write-up."""

    def __init__(self, plan: Plan, cards: Cards) -> None:
        self.plan = plan
        self.cards = cards

    def main(self) -> list[ShownField]:
        return [self._field(name) for name in MAIN]

    def folds(self) -> list[Fold]:
        return [Fold(title, [self._field(name) for name in names]) for title, names in FOLDS]

    def _field(self, field: str) -> ShownField:
        name, control = f"{DOCUMENT}.{field}", _CONTROLS[field]
        conflict = self.cards.conflicts.get(name)
        origin = self.plan.document.origins.get(field)
        value = document_value(self.plan, field)
        found = origin if value and origin and str(origin.fields.get(field)) == value else None
        return ShownField(
            name=name,
            label=control.label,
            control=control,
            value=conflict.mine if conflict else value,
            options=[OptionGroup("", self._options(field))],
            help=control.help,
            errors=self.cards.errors("document", field, name),
            conflict=conflict,
            reason=found.reason if found and field == found.kind else "",
            source=f"s-{found.kind}" if found and field == found.kind else "",
            suggestions=self._suggestions(field),
        )

    def _options(self, field: str) -> list[Choice]:
        if field == "session":
            return self._sessions()
        if field == "body_mode":
            return [*_MODES, _KEEP] if self.plan.target else _MODES
        enums = {"genre": Genre, "rights": Rights, "date_precision": Precision}
        if field in enums:
            return [(value, capfirst(str(label))) for value, label in enums[field].choices]
        return _LANGUAGES if field == "language" else []

    def _sessions(self) -> list[Choice]:
        """The likely sessions, a new one, none, and then the others."""
        match = self.plan.document.session
        likely = {one.value: one.question for one in match.candidates}
        rows = Session.objects.order_by("state", "-date")[:_MOST_SESSIONS]
        options = {
            **likely,
            "new": "Een nieuwe sessie: maak die aan",
            "": "Geen sessie",
            **{row.slug: _session_label(row) for row in rows if row.slug not in likely},
        }
        chosen = document_value(self.plan, "session")
        if chosen == OPEN:
            options = {OPEN: "Kies …", **options}
        elif chosen not in options:
            options[chosen] = match.name or chosen
        return list(options.items())

    def _suggestions(self, field: str) -> list[tuple[str, str]]:
        match = dict(near_names(self.plan)).get(field)
        return answers(f"{DOCUMENT}.{field}", document_value(self.plan, field), match)


def _session_label(row: Session) -> str:
    day = dutch_date(row.date, row.date_precision)
    about = ", ".join(part for part in (day, "aangekondigd" if row.is_announced else "") if part)
    return f"{row.title} ({about})" if about else row.title


def series_names() -> list[str]:
    """The names that a series can have without becoming a new one."""
    return list(Series.objects.order_by("name").values_list("name", flat=True))
