"""The form *Klopt dit niet?*."""

from django import forms

from innovkb.corrections.models import LONGEST_TEXT

_TOO_LONG = "Maak de tekst korter: hooguit %(limit_value)d tekens. Nu zijn het er %(show_value)d."


class CorrectionForm(forms.Form):
    """What is wrong; the rest may stay empty."""

    wrong = forms.CharField(
        label="Wat klopt er niet?",
        help_text="Schrijf op wat er fout staat en hoe je dat weet.",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": "Vul in wat er niet klopt.",
            "max_length": _TOO_LONG,
        },
    )
    suggestion = forms.CharField(
        label="Wat moet er staan? (mag leeg)",
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": _TOO_LONG},
    )
    email = forms.EmailField(
        label="Je e-mailadres (mag leeg)",
        help_text="Alleen om je te antwoorden. We wissen het als je melding is afgehandeld.",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        error_messages={
            "invalid": "Dit is geen e-mailadres. Een adres ziet eruit als naam@voorbeeld.nl.",
            "max_length": "Dit e-mailadres is te lang.",
        },
    )
    website = forms.CharField(label="Laat dit veld leeg", required=False)
    """Hidden from people, whatever they read with; only a robot fills it in."""
    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    @property
    def is_trapped(self) -> bool:
        """Whether the field that nobody sees was filled in."""
        return bool(self.data.get("website"))
