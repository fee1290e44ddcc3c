"""The Dutch names of kinds of proposals, and of how sure one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from innovkb.ingest.editor.drafts import PROPOSED_ITEMS
from innovkb.kinds import kind as registered

CERTAIN = 0.85
"""From this confidence a proposal is called certain, and *take all that is certain* takes it."""
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class KindName:
    """A kind of proposal in words: one, and more of them."""

    singular: str
    plural: str


KIND_NAMES: Mapping[str, KindName] = {
    **{key: KindName(registered(key).singular, registered(key).plural) for key in PROPOSED_ITEMS},
    "person": KindName("spreker", "sprekers"),
    "organisation": KindName("organisatie", "organisaties"),
    "next_session": KindName("volgende sessie", "volgende sessies"),
}


def certainty(confidence: float) -> str:
    """The confidence (0–1) in words."""
    if confidence >= CERTAIN:
        return "zeker"
    return "vrij zeker" if confidence >= LIKELY else "twijfel"
