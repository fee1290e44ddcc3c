"""First names that are common in the Netherlands and Flanders."""

from __future__ import annotations

from pathlib import Path

FIRST_NAMES = frozenset(Path(__file__).with_suffix(".txt").read_text().split())
"""In lower case. A name on this list makes a capitalised pair of words a person without further
evidence; one that is not on it needs a context (a role, a verb of speaking) to count."""
