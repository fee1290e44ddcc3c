"""The editors' screens of themes and of what was learnt."""

from practices.admin import items, themes

__all__ = ["items", "themes"]
