"""Turns the entries that an editor takes into items of the write-up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import F, Max

from innovkb.ingest.apply.body import Body, flat, passage, unwrapped
from innovkb.ingest.apply.cast import Cast
from innovkb.ingest.apply.places import Places
from innovkb.ingest.apply.problems import Problem
from innovkb.ingest.apply.recorder import Recorder
from innovkb.ingest.editor.drafts.fields import OWN_TEXTS
from innovkb.ingest.plan import UNSORTED_GROUP, Decided, ItemReference
from innovkb.ingest.plan.matches import plain
from innovkb.kinds import kind as kind_of_key
from innovkb.lib.text import shorten
from innovkb.passages.verbatim import is_verbatim
from practices.models import BarrierGroup, PrincipleSet, Theme
from practices.models.tip import TipKind
from sessions.models import WriteUp
from sessions.models.item import Item, Wording

_LONGEST_TITLE = 120
_SHIFT = 1_000_000
_VOICED = ("tip", "barrier", "principle", "example", "tool")


class ItemWriter:
    """Writes the items of one write-up."""

    def __init__(self, write_up: WriteUp, body: Body, cast: Cast, recorder: Recorder) -> None:
        self.write_up = write_up
        self.body = body
        self.cast = cast
        self.recorder = recorder
        self.places = Places(body.text)
        self.themes = {theme.slug: theme for theme in Theme.objects.all()}
        self._rows: dict[str, dict[int, Item]] = {}
        self._groups: dict[str, BarrierGroup] = {}
        self._sets: dict[str, PrincipleSet] = {}
        self.spoken: list[tuple[int, int, Any]] = []
        """Per quote that was made: where it stands in the source, and its row."""

    def write(self, entry: Decided, record: Mapping[str, Any]) -> dict[str, Any]:
        """Make or update the item; returns what to remember of it.

        ``record`` is what was remembered of it before, empty for an item that no import made.
        """
        values = self.values(entry)
        if entry.item is None or entry.item.kind != entry.kind:
            return self._create(entry, values)
        if row := self._row(entry.item):
            self._update(row, entry, values, record.get("values"))
        if not record and entry.change == "same":
            return {"item": entry.item.reference}
        return {"item": entry.item.reference, "values": _plain_values(values)}

    def _row(self, item: ItemReference) -> Item | None:
        """The row of an item; those of a kind are read together."""
        if item.kind not in self._rows:
            model: Any = kind_of_key(item.kind).model
            rows = model._base_manager.filter(write_up=self.write_up).prefetch_related("themes")
            self._rows[item.kind] = {row.pk: row for row in rows}
        return self._rows[item.kind].get(item.pk)

    def remove(self, item: ItemReference) -> None:
        """Take the item away."""
        if row := self._row(item):
            self.recorder.delete(row)

    def _create(self, entry: Decided, values: dict[str, Any]) -> dict[str, Any]:
        if entry.item is not None:
            self.remove(entry.item)
        row = kind_of_key(entry.kind).model(write_up=self.write_up, **values)
        relations: dict[str, list[Any]] = {"themes": self._themes(entry)}
        if entry.kind in _VOICED:
            relations["quotes"] = self._voices(entry)
        if not self.recorder.create(row, entry.key, relations=relations):
            return {}
        if entry.kind == "quote":
            self.spoken.append((entry.start, entry.end, row))
        return {"item": f"{entry.kind}:{row.pk}", "values": _plain_values(values)}

    def _update(
        self, row: Any, entry: Decided, values: dict[str, Any], before: Mapping[str, Any] | None
    ) -> None:
        """Change only what differs from what an import gave the item before.

        What was changed elsewhere since then stays. Of an item that no import made, only the
        fields change that the editor decided on.
        """
        now = _plain_values(values)
        wanted = {
            name: value
            for name, value in values.items()
            if (name in entry.edited if before is None else before.get(name) != now[name])
        }
        for name in ("excerpt", "excerpt_occurrence"):
            wanted.pop(name, None)
            if self.body.rebuilt or entry.change == "changed":
                wanted[name] = values[name]
        relations = {"themes": self._themes(entry)} if "themes" in entry.edited else {}
        changed = self.recorder.update(row, wanted, entry.key, relations=relations)
        self.recorder.count_update(changed=changed)

    def _voices(self, entry: Decided) -> list[Any]:
        """The quotes of this import in whose words the item stands."""
        if not self.recorder.saves:
            return []
        return [row for start, end, row in self.spoken if start <= entry.start and entry.end <= end]

    def _themes(self, entry: Decided) -> list[Theme]:
        return [self.themes[slug] for slug in entry.fields.get("themes", []) if slug in self.themes]

    def values(self, entry: Decided) -> dict[str, Any]:
        """The values of the item's fields."""
        words = flat(passage(entry))
        text = entry.value("text")
        if entry.kind == "quote" and "text" not in entry.edited:
            text = flat(text)
        elif "text" not in entry.edited:
            text = unwrapped(text, entry.value("title"))
        text = text or ("" if entry.kind == "question" else words)
        values: dict[str, Any] = {
            "title": self._title(entry, text),
            "text": text,
            "wording": self._wording(entry, text, words),
            "section": shorten(entry.value("section"), 240),
            "speaker": self.cast.speaker(entry.value("speaker")),
            "note": entry.value("note"),
            **self._excerpt(entry, words),
            **{name: entry.value(name) for name in OWN_TEXTS[entry.kind]},
        }
        if entry.kind == "tip":
            form = entry.value("form")
            values["form"] = form if form in TipKind.values else _tip_form(entry)
        elif entry.kind == "barrier":
            values["group"] = self._group(entry)
        elif entry.kind == "principle":
            values |= self._set(entry)
        elif entry.kind == "question" and not values["question"]:
            values |= {"question": text, "text": ""}
        return values

    def _title(self, entry: Decided, text: str) -> str:
        if "title" in entry.edited and entry.value("title"):
            return entry.value("title")
        start = entry.value("title") or entry.value("question") or text
        return shorten(start.strip(" :.*_"), _LONGEST_TITLE)

    def _wording(self, entry: Decided, text: str, words: str) -> str:
        """As the editor chose, else as it is; a quote that an editor changed is refused as such."""
        chosen = entry.value("wording")
        if chosen in Wording.values:
            return chosen
        if not text or is_verbatim(text, words):
            return Wording.VERBATIM.value
        changed = entry.kind == "quote" and text != flat(str(entry.proposed.get("text", "")))
        return Wording.VERBATIM.value if changed else Wording.EDITED.value

    def _excerpt(self, entry: Decided, words: str) -> dict[str, Any]:
        """The words in the write-up's text, and which of their places is meant."""
        for wanted in (words, entry.text, entry.value("text")):
            if found := self.places.all(wanted):
                at = self.body.offsets.get(entry.key, found[0])
                number = next((n for n, place in enumerate(found) if place >= at), len(found) - 1)
                occurrence = number + 1 if len(found) > 1 else None
                return {"excerpt": wanted, "excerpt_occurrence": occurrence}
        message = "Deze woorden staan niet in de tekst van het verslag. Zet ze erin, letterlijk."
        self.recorder.problems.append(Problem(entry.key, "text", message))
        return {"excerpt": words, "excerpt_occurrence": None}

    def _group(self, entry: Decided) -> BarrierGroup:
        slug = entry.value("group") or UNSORTED_GROUP
        if slug not in self._groups:
            group = BarrierGroup.objects.filter(slug=slug).first()
            group = group or BarrierGroup.objects.filter(slug=UNSORTED_GROUP).first()
            if group is None:
                group = BarrierGroup(slug=UNSORTED_GROUP, name="Nog in te delen", position=999)
                self.recorder.create(group, entry.key, count=False)
            self._groups[slug] = group
        return self._groups[slug]

    def _set(self, entry: Decided) -> dict[str, Any]:
        """The set that a principle belongs to, and its number: the next that is free."""
        row = self._named_set(entry)
        if entry.item is not None:
            return {"set": row} if "set" in entry.edited else {}
        last = row.principles.aggregate(last=Max("number"))["last"] if row.pk else 0
        return {"set": row, "number": (last or 0) + 1}

    def _named_set(self, entry: Decided) -> PrincipleSet:
        slug, name = entry.value("set"), entry.value("set_name") or entry.value("section")
        name = shorten(name, 180) or shorten(f"Principes uit {self.write_up.title}", 180)
        key = slug or plain(name)
        if key not in self._sets:
            row = PrincipleSet.objects.filter(slug=slug).first() if slug else None
            row = row or PrincipleSet.objects.filter(name=name).first()
            if row is None:
                row = PrincipleSet(name=name)
                self.recorder.create(row, entry.key, count=False)
            self._sets[key] = row
        return self._sets[key]

    def reorder(self, kind: str, pks: list[int]) -> None:
        """Give the items of a kind the places of the list; others keep theirs, after them."""
        model: Any = kind_of_key(kind).model
        rows = model._base_manager.filter(write_up=self.write_up).order_by("position", "pk")
        present = list(rows.values_list("pk", flat=True))
        wanted = [*pks, *(pk for pk in present if pk not in set(pks))]
        if wanted == present:
            return
        rows.update(position=F("position") + _SHIFT)
        moved = [model(pk=pk, position=position) for position, pk in enumerate(wanted, start=1)]
        model._base_manager.bulk_update(moved, ["position"])


def _tip_form(entry: Decided) -> str:
    """What the heading or the first words call the advice."""
    heading, text = entry.value("section").lower(), entry.text.lower()
    if "concrete actie" in text or "actie" in heading:
        return TipKind.ACTION.value
    return TipKind.LESSON.value if "les" in heading.split() or "lessen" in heading else "tip"


def _plain_values(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values as JSON can hold them: a row by its primary key."""
    return {name: getattr(value, "pk", value) for name, value in values.items()}
