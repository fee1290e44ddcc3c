"""The fields of the write-up itself, grouped as the review shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import capfirst

from innovkb.ingest.apply import near_names
from innovkb.ingest.editor.drafts.fields import DOCUMENT_FOLDS
from innovkb.ingest.editor.review.cards import Cards, answers
from innovkb.ingest.editor.review.forms import ReviewField, ReviewForm
from innovkb.ingest.editor.review.options import Choice
from innovkb.ingest.editor.review.values import DOCUMENT, OPEN, document_value
from innovkb.ingest.plan import Plan
from innovkb.lib.dates import Precision, dutch_date
from sessions.models import Series, Session
from sessions.models.writeup import Genre, Rights

_MOST_SESSIONS = 200

_LANGUAGES = [("nl", "Nederlands"), ("en", "Engels"), ("fr", "Frans"), ("de", "Duits")]
_MODES = [
    ("outline", "Alleen wat je overneemt, onder de koppen van de bron"),
    ("source", "De hele brontekst (alleen met toestemming)"),
    ("own", "Een eigen tekst"),
]
_KEEP = ("keep", "De tekst die er staat, met wat nieuw is erbij")


@dataclass(frozen=True, slots=True)
class Fold:
    """Fields that are folded away until they matter; without a title they are not."""

    title: str
    fields: Sequence[ReviewField]

    @property
    def filled(self) -> str:
        """The values in short, seen while the fold is closed."""
        shown = [one for one in self.fields if one.value() and one.widget_type != "textarea"]
        return "; ".join(f"{one.label}: {_shown(one)}" for one in shown[:4])

    @property
    def is_open(self) -> bool:
        return any(one.errors or one.conflict or one.questions for one in self.fields)


def _shown(field: ReviewField) -> str:
    labels = dict(getattr(field.field, "choices", ()))
    return str(labels.get(field.value(), field.value()))


class Metadata:
    """Makes the form of the write-up."""

    def __init__(self, plan: Plan, cards: Cards) -> None:
        self.plan = plan
        self.form = ReviewForm(
            "document",
            DOCUMENT,
            {
                name: document_value(plan, name)
                for names in DOCUMENT_FOLDS.values()
                for name in names
            },
            choices=self._options,
            problems=cards.problems("document", DOCUMENT),
            conflicts=cards.conflicts,
        )
        self._tell_origins()
        for name, match in near_names(plan):
            value = document_value(plan, name)
            self.form[name].questions = answers(f"{DOCUMENT}.{name}", value, match)

    def folds(self) -> list[Fold]:
        return [
            Fold(title, [self.form[name] for name in names])
            for title, names in DOCUMENT_FOLDS.items()
        ]

    def _tell_origins(self) -> None:
        """Say of a value that was found in the source why, and where."""
        for name, origin in self.plan.document.origins.items():
            value = document_value(self.plan, name)
            if name == origin.kind and value and str(origin.fields.get(name)) == value:
                self.form[name].reason = origin.reason
                self.form[name].source = f"s-{name}"

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
        rows = Session.objects.order_by("state", "-date", "pk")[:_MOST_SESSIONS]
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


def _session_label(row: Session) -> str:
    day = dutch_date(row.date, row.date_precision)
    about = ", ".join(part for part in (day, "aangekondigd" if row.is_announced else "") if part)
    return f"{row.title} ({about})" if about else row.title


def series_names() -> list[str]:
    """The names that a series can have without becoming a new one."""
    return list(Series.objects.order_by("name").values_list("name", flat=True))
