"""The form that finds items for a set, without JavaScript."""

from innovkb.frame.pages import capital
from innovkb.kinds import ITEM_KINDS
from innovkb.lib.filters import Filters, option_field


class PickForm(Filters):
    """Which items to choose from."""

    soort = option_field("Soort", "Kies een soort")
    thema = option_field("Thema", "Alle thema’s")

    KINDS = [(one.key, capital(one.plural)) for one in ITEM_KINDS]
