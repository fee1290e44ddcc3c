"""Apply: from a draft and its decisions to a write-up with its items, or nothing at all."""

from __future__ import annotations

from .applying import MOST_ITEMS, Applied, apply_draft, preview, problems_of
from .problems import DraftInvalid, Problem
from .unattended import settle

__all__ = [
    "MOST_ITEMS",
    "Applied",
    "DraftInvalid",
    "Problem",
    "apply_draft",
    "preview",
    "problems_of",
    "settle",
]
