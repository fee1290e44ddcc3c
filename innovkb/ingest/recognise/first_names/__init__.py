"""First names that are common in the Netherlands and Flanders, in lower case.

A first name on this list makes a capitalised pair of words a person without further evidence;
a name that is not on it needs a context (a role, a verb of speaking) to count.
"""

from __future__ import annotations

from .a_to_j import A_TO_J
from .k_to_z import K_TO_Z

__all__ = ["FIRST_NAMES"]

FIRST_NAMES = A_TO_J | K_TO_Z
