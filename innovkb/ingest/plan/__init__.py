"""Plan: what a draft would do to the site as it is now, and what the editor is asked."""

from __future__ import annotations

from .duplicates import Duplicate, find_duplicates
from .entries import MOST_TAKEN, TAKE_FROM, Entry, ItemReference
from .matches import Candidate, Match
from .matching import UNSORTED_GROUP
from .planning import Document, Plan, plan_draft

__all__ = [
    "MOST_TAKEN",
    "TAKE_FROM",
    "UNSORTED_GROUP",
    "Candidate",
    "Document",
    "Duplicate",
    "Entry",
    "ItemReference",
    "Match",
    "Plan",
    "find_duplicates",
    "plan_draft",
]
