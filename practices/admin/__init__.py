"""The editors' screens of themes, of claims and of what was learnt."""

from practices.admin import claims, items, themes

__all__ = ["claims", "items", "themes"]
