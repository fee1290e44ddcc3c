"""What can be chosen in each field of a proposal, read from the database once for a page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.text import capfirst

from innovkb.ingest.editor.drafts import PROPOSED_ITEMS
from innovkb.ingest.editor.review.forms import Choices
from innovkb.ingest.editor.review.labels import KIND_NAMES
from innovkb.ingest.plan import UNSORTED_GROUP, Decided, Plan
from practices.models import BarrierGroup, PrincipleSet, Theme
from practices.models.tip import TipKind
from sessions.models import Organisation, Speaker
from sessions.models.item import Wording
from sessions.models.speaker import Part

Choice = tuple[str, str]

ANOTHER = {"person": "ander", "organisation": "andere organisatie"}


class FieldOptions:
    """The options of every select on a page."""

    def __init__(self, plan: Plan) -> None:
        self.speakers: dict[str, str] = dict(
            Speaker.objects.order_by("sort_name").values_list("slug", "name")
        )
        self.organisations: dict[str, str] = dict(
            Organisation.objects.order_by("name").values_list("slug", "name")
        )
        groups = BarrierGroup.objects.exclude(slug=UNSORTED_GROUP).values_list("slug", "name")
        themes = Theme.objects.order_by("position", "name").values_list("slug", "name")
        automatic = "Automatisch: kijk of het letterlijk zo in de bron staat"
        self._flat: Mapping[str, list[Choice]] = {
            "themes": list(themes),
            "wording": [("", automatic), *_capitals(Wording.choices)],
            "form": [("", "Automatisch"), *_capitals(TipKind.choices)],
            "part": _capitals(Part.choices),
            "group": [*groups, (UNSORTED_GROUP, "Nog in te delen")],
            "set": [
                ("", "Een nieuwe reeks (zie ‘Meer velden’)"),
                *PrincipleSet.objects.values_list("slug", "name"),
            ],
            "kind": [(key, capfirst(KIND_NAMES[key].singular)) for key in PROPOSED_ITEMS],
        }
        self._people = {one.key: one.value("name") for one in plan.of_kind("person")}
        self._people_before = {
            one["key"]: one.get("fields", {}).get("name", one["text"])
            for one in (plan.earlier.decisions.get("added", []) if plan.earlier else [])
        }

    def of(self, entry: Decided, field: str) -> Choices:
        """The options of a field that is chosen."""
        if field == "speaker":
            return self._speaker(entry)
        if field == "match":
            return self._match(entry)
        return self._flat[field]

    def _speaker(self, entry: Decided) -> Choices:
        value = entry.value("speaker")
        people = self._people
        asked = [key for key in entry.candidates if key in people and key != value]
        likely = [(key, f"Bedoel je {people[key]}?") for key in asked]
        named = [(key, name) for key, name in people.items() if key not in asked]
        groups: list[tuple[str, Any]] = [("Misschien", likely), ("In dit verslag", named)]
        if value and value not in people:
            slug = value.removeprefix("speaker:")
            name = self.speakers.get(slug) or self._people_before.get(value, slug)
            groups.append(("Van de site", [(value, name)]))
        return [("", "Nog onbekend"), *(group for group in groups if group[1])]

    def _match(self, entry: Decided) -> Choices:
        names = self.speakers if entry.kind == "person" else self.organisations
        found = entry.match
        options: list[Choice] = []
        if found and found.state == "known":
            options.append((found.value, f"{found.name} (staat al op de site)"))
        elif found and found.state == "near":
            options.append(("", "Kies …"))
            options += [(one.value, one.question) for one in found.candidates]
        value = entry.value("match")
        is_known = bool(found and found.state == "known")
        is_same_name = entry.kind == "organisation" and found and found.name == entry.value("name")
        if is_known and entry.kind != "next_session" and not is_same_name:
            options.append(("other", f"Nee, een {ANOTHER[entry.kind]} met dezelfde naam"))
        if not is_known or entry.kind == "next_session" or value == "new":
            options.append(("new", "Nieuw op de site"))
        if value not in dict(options):
            before = self._people_before.get(value.removeprefix("same:"))
            options.append((value, before or names.get(value, value) or "Kies …"))
        return options


def _capitals(choices: Iterable[tuple[str, str]]) -> list[Choice]:
    return [(value, capfirst(str(label))) for value, label in choices]
