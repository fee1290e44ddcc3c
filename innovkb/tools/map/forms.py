"""What an address of the map may say."""

from django import forms

from innovkb.lib.filters import Filters, option_field


class MapForm(Filters):
    """Which barriers are drawn, and which node was chosen."""

    thema = option_field("Thema", "Alle thema’s")
    groep = option_field("Groep barrières", "Alle groepen")
    knoop = forms.RegexField(
        r"^[a-z]{1,12}:[-\w]{1,100}$", label="Knoop", required=False, widget=forms.HiddenInput
    )
