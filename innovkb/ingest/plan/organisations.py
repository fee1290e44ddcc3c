"""Which organisation is meant by a name, and the series and sets that the site has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from rapidfuzz import fuzz

from innovkb.ingest.plan.matches import NEW, Lookalike, SiteMatch, is_said_new, plain, question
from sessions.models import Organisation

_NEAR = 88
"""From this likeness (0–100) on a name is asked about."""
_MOST_CANDIDATES = 5
_ARTICLE = re.compile(r"^(?:het|de|een|the)\s+")


def _form(name: str) -> str:
    return _ARTICLE.sub("", plain(name))


def _forms(name: str) -> Iterator[str]:
    """``Nederlands Forensisch Instituut (NFI)``: the whole, and both parts."""
    yield _form(name)
    if parts := re.fullmatch(r"(.+?)\s*\(([^()]+)\)", name.strip()):
        yield from map(_form, parts.groups())


class Organisations:
    """Every organisation that the site knows, read from the database once."""

    def __init__(self) -> None:
        self._exact: dict[str, list[Organisation]] = defaultdict(list)
        self._rows: dict[str | int, Organisation] = {}
        for row in Organisation.objects.order_by("pk"):
            self._rows[row.slug] = self._rows[row.pk] = row
            for spelling in (row.name, row.short_name, row.label, *row.aliases):
                form = _form(spelling)
                if form and row not in self._exact[form]:
                    self._exact[form].append(row)

    def row(self, key: str | int) -> Organisation | None:
        """The row with this slug or primary key."""
        return self._rows.get(key)

    def has_name(self, name: str) -> bool:
        """Whether there is an organisation with precisely this name: two can't have it."""
        return any(row.name == name for row in self._rows.values())

    def match(self, name: str) -> SiteMatch:
        """Known by its very name, short name or an alias; near names are candidates."""
        forms = [form for form in _forms(name) if form]
        for form in forms:
            rows = self._exact.get(form, [])
            if len(rows) == 1:
                return SiteMatch("known", rows[0].slug, rows[0].name)
        near = {
            row.slug: row
            for known, rows in self._exact.items()
            for row in rows
            if any(_is_near(form, known) for form in forms)
        }
        candidates = tuple(
            Lookalike(row.slug, row.name, question(row.name))
            for row in list(near.values())[:_MOST_CANDIDATES]
        )
        return SiteMatch("near", candidates=candidates) if candidates else NEW

    def match_field(self, fields: Mapping[str, Any], field: str) -> SiteMatch:
        """The same for a field that holds a name, which the editor may have called new."""
        name = str(fields.get(field) or "")
        match = self.match(name) if name else NEW
        return NEW if match.state == "near" and is_said_new(fields, field) else match


def _is_near(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 5:
        return one == other
    return fuzz.ratio(one, other, score_cutoff=_NEAR) >= _NEAR
