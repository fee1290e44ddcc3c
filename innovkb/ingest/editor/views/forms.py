"""The forms of the editors' screens."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst

from innovkb.ingest.editor.drafts import DECIDED_KINDS, PROPOSED_ITEMS
from innovkb.ingest.editor.review.labels import KIND_NAMES
from sessions.models.speaker import Part

_MOST_PAGES = 100_000
_LONGEST_WORDS = 5_000
_LINE = forms.TextInput(attrs={"autocomplete": "off"})


class NewImport(forms.Form):
    """A pasted text or a file; reading it is up to ``innovkb.ingest.read``."""

    text = forms.CharField(
        label="De tekst",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14, "class": "kb-input rv-paste"}),
        help_text="Plak hier het hele verslag, met titel en datum. Hoogstens 5 MB.",
    )
    file = forms.FileField(
        label="Of kies een bestand",
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ".docx,.pdf,.html,.htm,.md,.txt"}),
        help_text="Word (.docx), PDF met tekst, .html, .md of .txt. Hoogstens 20 MB.",
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        has_text = bool((data.get("text") or "").strip())
        if data.get("file") and has_text:
            raise forms.ValidationError(
                "Je plakte een tekst én koos een bestand. Maak het tekstvak leeg, of kies geen "
                "bestand."
            )
        if not self.errors and not data.get("file") and not has_text:
            self.add_error("text", "Plak een tekst of kies een bestand.")
        return data


class CorrectSource(forms.Form):
    """The text as it was read, to be corrected."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**9)
    text = forms.CharField(
        label="De brontekst",
        strip=False,
        error_messages={"required": "Er blijft geen tekst over. Zet die terug."},
        widget=forms.Textarea(attrs={"rows": 24, "class": "kb-input rv-paste"}),
        help_text="Verbeter alleen wat verkeerd is gelezen. Wat je koos, blijft bij zijn woorden.",
    )


class _Query(forms.Form):
    """What an address asks for; what makes no sense counts as not asked."""

    pagina = forms.IntegerField(required=False, min_value=1, max_value=_MOST_PAGES)

    def value(self, name: str) -> Any:
        self.is_valid()
        return self.cleaned_data.get(name)

    @property
    def page(self) -> int:
        return self.value("pagina") or 1


class OverviewQuery(_Query):
    """Which imports and write-ups are listed."""

    q = forms.CharField(required=False, max_length=100)


class ReviewQuery(_Query):
    """Which part of a review is shown."""

    soort = forms.ChoiceField(required=False, choices=[(one, one) for one in DECIDED_KINDS])
    controle = forms.BooleanField(required=False)

    @property
    def kind(self) -> str:
        return self.value("soort") or ""


class AddPassage(forms.Form):
    """A passage to add: selected (offsets), or named by its first and last words."""

    KINDS = [(one, capfirst(KIND_NAMES[one].singular)) for one in (*PROPOSED_ITEMS, "person")]

    add_kind = forms.ChoiceField(
        label="Wat is het?", choices=KINDS, error_messages={"required": "Kies wat het is."}
    )
    add_first = forms.CharField(
        label="Eerste woorden", required=False, max_length=_LONGEST_WORDS, widget=_LINE
    )
    add_last = forms.CharField(
        label="Laatste woorden",
        required=False,
        max_length=_LONGEST_WORDS,
        widget=_LINE,
        help_text="Laat leeg als de eerste woorden de hele passage zijn.",
    )
    add_start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    add_end = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():  # it stands beside the form that it belongs to
            field.widget.attrs["form"] = "nakijken"

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        selected = data.get("add_start") is not None and data.get("add_end") is not None
        if not selected and not data.get("add_first") and "add_first" not in self.errors:
            self.add_error("add_first", "Neem de eerste woorden over uit de brontekst.")
        return data


class AddPerson(forms.Form):
    """A speaker whom the rules missed, and perhaps the proposal with their words."""

    use_required_attribute = False  # it is a part of a form that is sent without it

    PARTS = [(value, capfirst(str(label))) for value, label in Part.choices]

    person_name = forms.CharField(
        label="Naam van de spreker",
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "sprekers"}),
        error_messages={"required": "Vul de naam van de spreker in."},
    )
    person_role = forms.CharField(
        label="Functie toen (mag leeg)", required=False, max_length=250, widget=_LINE
    )
    person_organisation = forms.CharField(
        label="Organisatie toen (mag leeg)",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off", "list": "organisaties"}),
    )
    person_part = forms.ChoiceField(
        label="Rol in dit verslag", required=False, choices=PARTS, initial=Part.INTRODUCED
    )
    person_speaks = forms.CharField(
        label="Zegt dit (mag leeg)", required=False, max_length=80, widget=forms.Select
    )

    def offer(self, items: Iterable[tuple[str, str]]) -> None:
        """Let one of these items be chosen as what the person says."""
        widget: Any = self.fields["person_speaks"].widget
        widget.choices = [("", "Dat kies ik later"), *items]

    @property
    def fields_of_person(self) -> dict[str, str]:
        """The values under the names that a draft has for them."""
        names = ("name", "role", "organisation", "part")
        values = {name: self.cleaned_data[f"person_{name}"] for name in names}
        return {**values, "part": values["part"] or Part.INTRODUCED.value}


class Finish(forms.Form):
    """What becomes of the write-up."""

    DRAFT, HAND_IN, PUBLISH, SCHEDULE = "draft", "hand_in", "publish", "schedule"
    STEPS: tuple[str, ...] = (DRAFT, HAND_IN, PUBLISH, SCHEDULE)

    step = forms.ChoiceField(error_messages={"required": "Kies wat er met het verslag gebeurt."})
    at = forms.DateTimeField(
        required=False,
        error_messages={"invalid": "Vul een dag en een tijd in, zoals 2026-03-01 09:00."},
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%d-%m-%Y %H:%M"],
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["step"]
        field.choices = [(one, one) for one in self.STEPS]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("step") == self.SCHEDULE and "at" not in self.errors:
            if not data.get("at"):
                self.add_error("at", "Vul in wanneer het verslag op de site komt.")
            elif data["at"] <= timezone.now():
                self.add_error("at", "Dit moment is voorbij. Kies een moment in de toekomst.")
        return data


class WriteUpStep(Finish):
    """A step with a write-up that is there already."""

    SEND_BACK, UNPUBLISH = "send_back", "unpublish"
    STEPS = (Finish.HAND_IN, Finish.PUBLISH, Finish.SCHEDULE, SEND_BACK, UNPUBLISH)
