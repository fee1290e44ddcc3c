"""Export: a write-up with all its items, as a fixture of the kind that the site comes with."""

from __future__ import annotations

from .fixture import Fixture

__all__ = ["Fixture"]
