"""The filters of the lists of themes’ items and of claims."""

from innovkb.lib.facets import FacetField
from innovkb.lib.filters import Filters
from practices.models.example import ToolKind
from practices.models.tip import TipKind


class ThemeFilters(Filters):
    thema = FacetField("Thema", "themes__slug", "themes__name")


class TipFilters(ThemeFilters):
    spreker = FacetField("Spreker", "speaker__slug", "speaker__name", order="speaker__sort_name")
    soort = FacetField(
        "Soort", "form", labels=[(form.value, form.label.capitalize()) for form in TipKind]
    )


class BarrierFilters(Filters):
    groep = FacetField("Groep", "group__slug", "group__name")
    thema = FacetField("Thema", "themes__slug", "themes__name")


class ExampleFilters(ThemeFilters):
    organisatie = FacetField("Organisatie", "organisations__slug", "organisations__name")


class ToolFilters(Filters):
    soort = FacetField(
        "Soort", "form", labels=[(form.value, form.label.capitalize()) for form in ToolKind]
    )
    thema = FacetField("Thema", "themes__slug", "themes__name")
