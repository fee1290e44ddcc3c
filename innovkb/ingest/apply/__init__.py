"""Apply: from a draft and its decisions to a write-up with its items, or nothing at all."""

from __future__ import annotations

from .applying import MOST_ITEMS, Applied, apply_draft, preview, problems_of
from .holding import hold_session
from .problems import NEW_ONE, DraftInvalid, Problem, near_names
from .unattended import settle

__all__ = [
    "MOST_ITEMS",
    "NEW_ONE",
    "Applied",
    "DraftInvalid",
    "Problem",
    "apply_draft",
    "hold_session",
    "near_names",
    "preview",
    "problems_of",
    "settle",
]
