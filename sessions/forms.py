"""The filters of the lists of sessions, speakers, write-ups, quotes and questions."""

from django import forms

from innovkb.lib.filters import MAX_WORDS, Filters, option_field
from sessions.models.organisation import Country
from sessions.models.writeup import Genre


class QuoteFilters(Filters):
    spreker = option_field("Spreker", "Alle sprekers")
    organisatie = option_field("Organisatie", "Alle organisaties")
    thema = option_field("Thema", "Alle thema’s")


class QuestionFilters(Filters):
    thema = option_field("Thema", "Alle thema’s")
    spreker = option_field("Beantwoord door", "Iedereen")


class SpeakerFilters(Filters):
    organisatie = option_field("Organisatie", "Alle organisaties")


class SpeakerQuoteFilters(Filters):
    """The quotes on a speaker's page."""

    thema = option_field("Thema", "Alle thema’s")
    q = forms.CharField(
        label="Woorden", required=False, max_length=MAX_WORDS, widget=forms.HiddenInput
    )


class SessionFilters(Filters):
    reeks = option_field("Reeks", "Alle reeksen")
    jaar = option_field("Jaar", "Alle jaren")


class WriteUpFilters(Filters):
    soort = option_field("Soort", "Alle soorten")
    jaar = option_field("Jaar", "Alle jaren")

    GENRES = [(genre.value, genre.label.capitalize()) for genre in Genre]


class OrganisationFilters(Filters):
    land = option_field("Land", "Alle landen")

    COUNTRIES = [(country.value.lower(), country.label) for country in Country]
