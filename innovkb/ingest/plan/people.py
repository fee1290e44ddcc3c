"""Who is meant by a name: exactly somebody whom the site knows, perhaps somebody, or nobody.

Nothing is ever merged here: only the very name or a recorded alias counts as known, everything
else becomes a question to the editor.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from innovkb.ingest.plan.matches import NEW, Lookalike, SiteMatch, plain, question
from innovkb.lib.names import PARTICLES, PATRONYMIC, TITLES
from sessions.models import Speaker

_OFFICES = "minister staatssecretaris wethouder burgemeester".split()
_TITLES = re.compile(
    rf"^(?:(?:de heer|{'|'.join(sorted((*TITLES, *_OFFICES), key=len, reverse=True))})\b\.?\s*)+",
    re.IGNORECASE,
)
_LETTERS_AFTER = re.compile(r",?\s+(?:MSc|MA|MBA|PhD|BSc|LLM|RA|RE)\.?$", re.IGNORECASE)
_MOST_EDITS = 2
_MOST_CANDIDATES = 5


@dataclass(frozen=True, slots=True)
class _Name:
    """One spelling of a name, in the forms that are compared."""

    whole: str
    tokens: tuple[str, ...]
    initials: tuple[str, ...]

    @classmethod
    def of(cls, name: str) -> _Name:
        bare = _LETTERS_AFTER.sub("", _TITLES.sub("", name.strip()))
        whole = plain(bare)
        words = [
            word
            for place, word in enumerate(whole.split())
            if word not in PARTICLES or (word in PATRONYMIC and not place)
        ] or whole.split()
        given = tuple(word for word in words[:-1] if len(word) == 1)
        return cls(whole, tuple(words), given)

    @property
    def surname(self) -> str:
        return self.tokens[-1] if self.tokens else ""

    @property
    def given(self) -> tuple[str, ...]:
        return self.tokens[:-1]


def is_near(one: _Name, other: _Name) -> bool:
    """Whether the two may be one person's name, spelt otherwise or shortened."""
    if not one.tokens or not other.tokens:
        return False
    if one.tokens == other.tokens or _is_part(one, other) or _is_part(other, one):
        return True
    if one.surname == other.surname and (one.initials or other.initials):
        return _initials_fit(one.given, other.given)
    if len(one.tokens) < 2 or len(other.tokens) < 2:
        return False
    left, right = " ".join(one.tokens), " ".join(other.tokens)
    edits = 1 if min(len(left), len(right)) < 10 else _MOST_EDITS
    return OSA.distance(left, right, score_cutoff=edits) <= edits


def _is_part(shorter: _Name, longer: _Name) -> bool:
    """``Joaquin`` of ``Joaquin Collao``; ``Linda Heerdt`` of ``Linda Heerdt Jansen``."""
    if len(shorter.tokens) >= len(longer.tokens):
        return False
    if len(shorter.tokens) == 1:
        word = shorter.tokens[0]
        return len(word) > 2 and word in (longer.tokens[0], longer.surname)
    return set(shorter.tokens) <= set(longer.tokens)


def _initials_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """``D J`` and ``Dirk Jan``: every initial begins the name in its place."""
    return bool(one and other) and all(
        left[0] == right[0] for left, right in zip(one, other, strict=False)
    )


class PlannedPeople:
    """Everybody whom the site knows, read from the database once."""

    def __init__(self, speakers: Iterable[Speaker] | None = None) -> None:
        rows = list(Speaker.objects.order_by("pk") if speakers is None else speakers)
        self._exact: dict[str, list[Speaker]] = defaultdict(list)
        self._names: list[tuple[_Name, Speaker]] = []
        for row in rows:
            for spelling in (row.name, *row.aliases):
                name = _Name.of(spelling)
                if name.whole and row not in self._exact[name.whole]:
                    self._exact[name.whole].append(row)
                    self._names.append((name, row))

    def match(self, name: str) -> SiteMatch:
        """Known by the very name or an alias of one person; near names are candidates."""
        wanted = _Name.of(name)
        if not wanted.whole:
            return NEW
        exact = self._exact.get(wanted.whole, [])
        if len(exact) == 1:
            return SiteMatch("known", exact[0].slug, exact[0].name)
        near = exact or [row for known, row in self._names if is_near(wanted, known)]
        candidates = tuple(
            Lookalike(row.slug, row.name, question(row.name))
            for row in list(dict.fromkeys(near))[:_MOST_CANDIDATES]
        )
        return SiteMatch("near", candidates=candidates) if candidates else NEW


def same_person_candidates(name: str, others: Iterable[tuple[str, str]]) -> tuple[Lookalike, ...]:
    """People proposed in the same text (key and name) who may be this one."""
    wanted = _Name.of(name)
    return tuple(
        Lookalike(f"same:{key}", other, question(other))
        for key, other in others
        if is_near(wanted, _Name.of(other))
    )
