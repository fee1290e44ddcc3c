"""Counts what editors did with what each piece of evidence spoke for: figures, no text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from django.db.models import F

from innovkb.ingest.models import EvidenceCount
from innovkb.ingest.plan import Decided


def count_evidence(entries: Iterable[Decided]) -> None:
    """Add the choices on these entries to the counts; call it once for each import.

    A possible proposal that nobody looked at was not dropped: it counts only when it was taken.
    """
    counts: dict[tuple[str, str], Counter[str]] = {}
    for entry in entries:
        if entry.tier == "possible" and not entry.taken and not entry.decided:
            continue
        changed = entry.kind != entry.proposed_kind or "speaker" in entry.edited
        for name in entry.evidence:
            found = counts.setdefault((entry.proposed_kind, name), Counter())
            found["taken" if entry.taken else "dropped"] += 1
            found["changed"] += changed and entry.taken
    for (kind, name), found in counts.items():
        row, _ = EvidenceCount.objects.get_or_create(kind=kind, name=name)
        EvidenceCount.objects.filter(pk=row.pk).update(
            **{field: F(field) + number for field, number in found.items() if number}
        )
