"""Plan: what a draft would do to the site as it is now, and what the editor is asked."""

from __future__ import annotations

from .duplicates import Duplicate, find_duplicates
from .entries import MOST_TAKEN, TAKE_FROM, Decided, ItemReference
from .matches import Lookalike, SiteMatch
from .matching import UNSORTED_GROUP
from .planning import Plan, WriteUpFields, plan_draft

__all__ = [
    "MOST_TAKEN",
    "TAKE_FROM",
    "UNSORTED_GROUP",
    "Decided",
    "Duplicate",
    "ItemReference",
    "Lookalike",
    "Plan",
    "SiteMatch",
    "WriteUpFields",
    "find_duplicates",
    "plan_draft",
]
