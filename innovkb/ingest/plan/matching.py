"""Who or what on the site the proposals of a draft mean, as far as that can be told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from innovkb.ingest.plan.entries import Decided
from innovkb.ingest.plan.matches import NEW, SiteMatch, plain
from innovkb.ingest.plan.organisations import Organisations
from innovkb.ingest.plan.people import PlannedPeople, same_person_candidates
from innovkb.ingest.plan.sessions import match_session, parse_day
from practices.models import Barrier, BarrierGroup, PrincipleSet

UNSORTED_GROUP = "nog-in-te-delen"
"""The slug of the group of barriers that nobody has put in a group yet."""


def matched(found: list[Decided], series: str, organisations: Organisations) -> list[Decided]:
    """The entries with who or what on the site they mean, and with values that follow from it.

    ``series`` is the slug of the series that the write-up belongs to, or empty.
    """
    matcher = _Matcher(found, series, organisations)
    result: list[Decided] = []
    for entry in found:
        match, fields = matcher.match(entry), {**entry.fields, **matcher.values(entry)}
        if match and not entry.value("match"):
            fields["match"] = {"known": match.value, "near": "", "new": "new"}[match.state]
        works_for = matcher.works_for(entry)
        result.append(replace(entry, match=match, organisation_match=works_for, fields=fields))
    return result


class _Matcher:
    """What the site has, read from the database once, and what else the text proposes."""

    def __init__(self, found: list[Decided], series: str, organisations: Organisations) -> None:
        self.series = series
        self.people, self.organisations = PlannedPeople(), organisations
        self.named = [(one.key, one.value("name")) for one in found if one.kind == "person"]
        self.asked = {
            plain(name)
            for one in found
            if one.kind == "organisation"
            for name in (str(one.proposed.get("name", "")), one.value("name"))
        }
        self.groups = _Groups() if any(one.kind == "barrier" for one in found) else None
        self.sets = {plain(row.name): row.slug for row in PrincipleSet.objects.all()}

    def match(self, entry: Decided) -> SiteMatch | None:
        if entry.kind == "person":
            return self._person(entry)
        if entry.kind == "organisation":
            return self.organisations.match(entry.value("name"))
        if entry.kind == "next_session":
            day = parse_day(entry.value("date"))
            return match_session(title=entry.value("title"), day=day, series=self.series)
        return None

    def _person(self, entry: Decided) -> SiteMatch:
        name = entry.value("name")
        match = self.people.match(name)
        if match.state == "known":
            return match
        before = [one for one in self.named if one[0] != entry.key and len(one[1]) > len(name)]
        candidates = (*same_person_candidates(name, before), *match.candidates)
        return SiteMatch("near", candidates=candidates) if candidates else NEW

    def works_for(self, entry: Decided) -> SiteMatch | None:
        """The organisation of a person, where it is no proposal by itself."""
        if entry.kind != "person" or plain(entry.value("organisation")) in self.asked:
            return None
        return self.organisations.match_field(entry.fields, "organisation")

    def values(self, entry: Decided) -> dict[str, Any]:
        """Values that nobody gave, and that the words suggest."""
        if entry.kind == "barrier" and self.groups and not entry.value("group"):
            return {"group": self.groups.nearest(f"{entry.value('title')} {entry.value('text')}")}
        if entry.kind == "principle" and not entry.value("set"):
            return {"set": self.sets.get(plain(entry.value("set_name")), "")}
        return {}


class _Groups:
    """Guesses the group of a barrier from the words of the barriers that have one."""

    def __init__(self) -> None:
        rows = Barrier.objects.select_related("group").exclude(group__slug=UNSORTED_GROUP)
        self._words = [(set(plain(f"{row} {row.text}").split()), row.group.slug) for row in rows]
        self._words += [
            (set(plain(f"{group.name} {group.description}").split()), group.slug)
            for group in BarrierGroup.objects.exclude(slug=UNSORTED_GROUP)
        ]

    def nearest(self, text: str) -> str:
        """The group that shares most of the long words; the unsorted group when none does."""
        words = {word for word in plain(text).split() if len(word) > 5}
        scores: dict[str, float] = {}
        for known, slug in self._words:
            shared = len(words & known)
            if shared:
                scores[slug] = max(scores.get(slug, 0.0), shared / len(words | known) ** 0.5)
        return max(scores, key=lambda slug: scores[slug]) if scores else UNSORTED_GROUP
