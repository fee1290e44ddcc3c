"""The review's forms: one for the write-up and one for each proposal, with its key as prefix."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from innovkb.ingest.editor.review.merging import Conflict
from innovkb.ingest.editor.review.values import Value

Choices = Sequence[tuple[str, Any]]
"""As Django's: values with their labels, or headings with such pairs under them."""
Question = tuple[str, str]
"""What a button sets (``name=value``), and the words on it."""
_SHORTEST, _LONGEST = 2, 12
"""Lines of a text area, where the browser doesn't see to that itself."""


def _typed(
    label: str, hint: str = "", *, options: str = "", **attrs: str
) -> Callable[..., forms.Field]:
    """A line of text; ``options`` is the id of a list of likely values."""
    attrs = {"autocomplete": "off", **({"list": options} if options else {}), **attrs}
    widget = forms.TextInput(attrs=attrs)
    return partial(forms.CharField, label=label, help_text=hint, widget=widget)


def _text(label: str, hint: str = "") -> Callable[..., forms.Field]:
    return partial(forms.CharField, label=label, help_text=hint, widget=forms.Textarea)


def _chosen(label: str, hint: str = "") -> Callable[..., forms.Field]:
    return partial(forms.ChoiceField, label=label, help_text=hint)


def _date(label: str, hint: str = "") -> Callable[..., forms.Field]:
    return partial(forms.CharField, label=label, help_text=hint, widget=DateInput)


class DateInput(forms.TextInput):
    """A day; a value that no day field can show is shown as it was typed."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["type"] = "date" if len(str(value or "")) in (0, 10) else "text"
        return context


_TYPE_THE_NAME = "Typ de naam zoals die op de site staat."
_WEB = {"type": "url", "placeholder": "https://"}
_FIELDS: Mapping[str, Callable[..., forms.Field]] = {
    "text": _text("Tekst"),
    "question": _text("Vraag"),
    "title": _typed("Titel", "Kort: zo staat het in lijsten."),
    "speaker": _chosen("Wie zegt dit?"),
    "other": _typed("Iemand anders die de site kent", _TYPE_THE_NAME, options="sprekers"),
    "speaker_label": _typed("Zonder naam", "Als de naam niet bekend is, zoals: een deelnemer."),
    "section": _typed("Kop in de bron"),
    "wording": _chosen("Weergave"),
    "themes": partial(forms.MultipleChoiceField, label="Thema’s"),
    "note": _text("Opmerking van de redactie", "Wat is afgeleid of verbeterd? Staat op de site."),
    "form": _chosen("Soort tip"),
    "audience": _typed("Voor wie", "Bijvoorbeeld: leidinggevenden."),
    "group": _chosen("Groep"),
    "set": _chosen("Hoort bij"),
    "set_name": _typed("Of een nieuwe reeks principes", "Bijvoorbeeld: Vier bouwstenen."),
    "place": _typed("Waar"),
    "actor": _typed("Wie deed dit"),
    "effect": _text("Wat het opleverde"),
    "good_for": _text("Waar is het goed voor"),
    "website": _typed("Webadres", **_WEB),
    "creators": _typed("Makers"),
    "name": _typed("Naam"),
    "role": _typed("Functie toen"),
    "organisation": _typed("Organisatie toen", options="organisaties"),
    "part": _chosen("Rol in het verslag"),
    "match": _chosen("Wie is dit op de site?"),
    "short_name": _typed("Afkorting"),
    "date": _date("Datum"),
    "description": _text("Omschrijving"),
    "kind": _chosen("Soort"),
    "genre": _chosen("Soort"),
    "date_precision": _chosen("De datum is bekend"),
    "date_note": _typed("Toelichting op de datum", "Bijvoorbeeld: jaar afgeleid."),
    "session": _chosen("Sessie", "Over welke bijeenkomst gaat dit verslag?"),
    "series": _typed("Reeks", "Laat leeg als het los staat.", options="reeksen"),
    "organiser": _typed("Organisator", options="organisaties"),
    "attendance": _typed("Aantal deelnemers", inputmode="numeric"),
    "attendance_note": _typed("Deelnemers volgens de bron", "Zoals: ruim 80."),
    "source_title": _typed("Titel van de bron", "Als die anders is."),
    "source_url": _typed("Webadres van de bron", **_WEB),
    "published_in": _typed("Verschenen in", "Tijdschrift, site of boek."),
    "publisher": _typed("Uitgever", options="organisaties"),
    "language": _chosen("Taal"),
    "rights": _chosen("Rechten", "Mag de volledige tekst van de bron op de site staan?"),
    "rights_note": _typed("Toelichting op de rechten"),
    "summary": _text("Samenvatting", "Twee of drie zinnen, in je eigen woorden."),
    "body_mode": _chosen("De tekst op de site"),
    "body": _text(
        "Eigen tekst",
        "Alleen bij ‘een eigen tekst’. ## voor een kop, - voor een lijst, > voor een citaat. "
        "De woorden van elk onderdeel moeten er letterlijk in staan.",
    ),
}
_OWN: Mapping[str, Mapping[str, Callable[..., forms.Field]]] = {
    "document": {
        "title": _typed("Titel"),
        "date": _date("Datum", "Weet je de dag niet? Kies de eerste van de maand."),
        "place": _typed("Plaats", "Of: online."),
    },
    "question": {"text": _text("Antwoord"), "speaker": _chosen("Wie antwoordt?")},
    "quote": {"text": _text("Citaat"), "title": _typed("Titel (mag leeg blijven)")},
    "tip": {"speaker": _chosen("Wie geeft deze tip?")},
    "organisation": {
        "match": _chosen("Welke is dit op de site?"),
        "other": _typed("Een andere van de site", _TYPE_THE_NAME, options="organisaties"),
    },
    "next_session": {"match": _chosen("Welke sessie is dit op de site?")},
}
"""Fields that are called otherwise in one kind, or ask for something else."""


def label_of(kind: str, name: str) -> str:
    """What a field of a kind is called; its own name where it has no other."""
    maker = _OWN.get(kind, {}).get(name) or _FIELDS.get(name)
    return str(maker(required=False).label) if maker else name


class ReviewField(BoundField):
    """A field with what the review knows of it beside its value."""

    form: ReviewForm
    reason, source = "", ""
    """Why the value was proposed, and the anchor of its passage in the source."""
    questions: Sequence[Question] = ()

    @property
    def auto_id(self) -> str:
        return "f-" + self.html_name.replace(".", "-").replace(":", "-")

    @property
    def errors(self) -> Any:
        return self.form.error_class(self.form.problems.get(self.name, ()))

    @property
    def conflict(self) -> Conflict | None:
        return self.form.conflicts.get(self.html_name)

    @property
    def key(self) -> str:
        """The key of the proposal; ``d`` for the write-up."""
        return str(self.form.prefix)

    @property
    def saved(self) -> Value:
        """What stands saved: in a conflict not what is shown."""
        value: Value = self.form.values[self.name]
        return value


class ReviewForm(forms.Form):
    """The fields of a proposal or of the write-up, with what stands saved.

    What is sent is not validated here: it is merged with what others saved, and each value is
    kept. ``problems`` are the messages that finding out what is wrong gave, by field.
    """

    bound_field_class = ReviewField
    use_required_attribute = False

    def __init__(
        self,
        kind: str,
        key: str,
        values: Mapping[str, Value],
        *,
        choices: Callable[[str], Choices],
        problems: Mapping[str, Sequence[str]],
        conflicts: Mapping[str, Conflict],
    ) -> None:
        self.values, self.problems, self.conflicts = values, problems, conflicts
        super().__init__(prefix=key)
        for name, value in values.items():
            maker = _OWN.get(kind, {}).get(name) or _FIELDS[name]
            field = maker(required=False, initial=value)
            if conflict := conflicts.get(self.add_prefix(name)):
                field.initial = conflict.mine
            if isinstance(field, forms.ChoiceField):
                field.choices = choices(name)
            elif isinstance(field.widget, forms.Textarea):
                lines = len(str(field.initial)) // 60 + 1
                field.widget.attrs = {"rows": min(_LONGEST, max(_SHORTEST, lines))}
            self.fields[name] = field

    def __getitem__(self, name: str) -> ReviewField:
        field: Any = super().__getitem__(name)
        return cast(ReviewField, field)

    def add_prefix(self, field_name: str) -> str:
        return f"{self.prefix}.{field_name}"
