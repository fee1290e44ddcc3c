"""The filters of the lists of sessions, speakers, write-ups, quotes and questions."""

from django import forms
from django.db.models import F, Q

from innovkb.lib.facets import FacetField
from innovkb.lib.filters import MAX_WORDS, Filters
from sessions.models.organisation import Country
from sessions.models.writeup import Genre


def _said_by(label: str) -> FacetField:
    return FacetField(label, "speaker__slug", "speaker__name", order="speaker__sort_name")


def _year() -> FacetField:
    return FacetField("Jaar", "date__year", newest_first=True)


class QuoteFilters(Filters):
    spreker = _said_by("Spreker")
    organisatie = FacetField(
        "Organisatie",
        "write_up__appearances__organisation__slug",
        "write_up__appearances__organisation__name",
        of=Q(write_up__appearances__speaker=F("speaker")),
    )
    """For whom the speaker spoke, in that write-up."""
    thema = FacetField("Thema", "themes__slug", "themes__name")


class QuestionFilters(Filters):
    thema = FacetField("Thema", "themes__slug", "themes__name")
    spreker = _said_by("Beantwoord door")


class SpeakerFilters(Filters):
    """Asked of public appearances, not of speakers, so that no draft says for whom one spoke."""

    organisatie = FacetField("Organisatie", "organisation__slug", "organisation__name")


class SpeakerQuoteFilters(Filters):
    """The quotes on a speaker's page."""

    thema = FacetField("Thema", "themes__slug", "themes__name")
    q = forms.CharField(
        label="Woorden", required=False, max_length=MAX_WORDS, widget=forms.HiddenInput
    )


class SessionFilters(Filters):
    reeks = FacetField("Reeks", "series__slug", "series__name")
    jaar = _year()


class WriteUpFilters(Filters):
    soort = FacetField(
        "Soort", "genre", labels=[(genre.value, genre.label.capitalize()) for genre in Genre]
    )
    jaar = _year()


class OrganisationFilters(Filters):
    land = FacetField(
        "Land",
        "country__lower",
        labels=[(one.value.lower(), one.label[:1].upper() + one.label[1:]) for one in Country],
    )
