"""The filters of the lists of tips, barriers, examples and tools."""

from innovkb.lib.filters import Filters, option_field
from practices.models.example import ToolKind
from practices.models.tip import TipKind


class TipFilters(Filters):
    thema = option_field("Thema", "Alle thema’s")
    spreker = option_field("Spreker", "Alle sprekers")
    soort = option_field("Soort", "Alle soorten")

    FORMS = [(form.value, form.label.capitalize()) for form in TipKind]


class BarrierFilters(Filters):
    groep = option_field("Groep", "Alle groepen")
    thema = option_field("Thema", "Alle thema’s")


class ThemeFilters(Filters):
    thema = option_field("Thema", "Alle thema’s")


class ExampleFilters(Filters):
    thema = option_field("Thema", "Alle thema’s")
    organisatie = option_field("Organisatie", "Alle organisaties")


class ToolFilters(Filters):
    soort = option_field("Soort", "Alle soorten")
    thema = option_field("Thema", "Alle thema’s")

    FORMS = [(form.value, form.label.capitalize()) for form in ToolKind]
