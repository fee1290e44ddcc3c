"""Export: rows with all that they need, as a fixture of the kind that the site comes with."""

from __future__ import annotations

from .fixture import Fixture
from .gather import gather
from .public import public_rows

__all__ = ["Fixture", "gather", "public_rows"]
