"""Apply: from a draft and its decisions to a write-up with its items, or nothing at all."""

from __future__ import annotations

from .application import MOST_ITEMS, Applied, Outlook
from .applying import apply_draft, outlook, preview
from .problems import NEW_ONE, DraftInvalid, Problem, near_names
from .unattended import settle

__all__ = [
    "MOST_ITEMS",
    "NEW_ONE",
    "Applied",
    "DraftInvalid",
    "Outlook",
    "Problem",
    "apply_draft",
    "near_names",
    "outlook",
    "preview",
    "settle",
]
