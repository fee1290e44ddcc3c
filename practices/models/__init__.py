"""The models of practices: themes, and what was learnt."""

from practices.models.archetype import Archetype, ArchetypeQuestion
from practices.models.barrier import Barrier, BarrierGroup
from practices.models.claim import Claim, Voice
from practices.models.example import Example, Tool
from practices.models.principle import Principle, PrincipleSet
from practices.models.remedy import Remedy
from practices.models.theme import Theme
from practices.models.tip import Tip

__all__ = [
    "Archetype",
    "ArchetypeQuestion",
    "Barrier",
    "BarrierGroup",
    "Claim",
    "Example",
    "Principle",
    "PrincipleSet",
    "Remedy",
    "Theme",
    "Tip",
    "Tool",
    "Voice",
]
