"""What the site already knows, handed to the recognisers by their caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name with its other spellings (short name, aliases, misspellings)."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Every spelling, the name itself first."""
        return (self.name, *(alias for alias in self.aliases if alias.strip()))


@dataclass(frozen=True, slots=True)
class ThemedText:
    """Words of an item that the site already has, with the themes an editor gave it."""

    text: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Everything is optional: without it the rules recognise less, never otherwise.

    `today` bounds a year that has to be inferred ("maandag 12 mei"); it is an argument so that
    the same input gives the same result.
    """

    speakers: Sequence[KnownName] = ()
    organisations: Sequence[KnownName] = ()
    themes: Sequence[KnownName] = ()
    archetypes: Sequence[KnownName] = ()
    barriers: Sequence[KnownName] = ()
    themed: Sequence[ThemedText] = ()
    today: date = field(default_factory=date.today)
