"""Finds write-ups that a text is, or nearly is, already."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db.models.functions import Length
from rapidfuzz.distance import Indel

from innovkb.ingest.editor.drafts.fields import PROPOSED_ITEMS
from innovkb.ingest.models import ImportDraft, text_digest
from innovkb.ingest.plan.matches import plain
from innovkb.kinds import kind as kind_of_key
from sessions.models import WriteUp
from sessions.models.item import Wording

NEARLY_THE_SAME = 0.8
"""Four fifths of the words, in their order: a newer version of the same text."""
_MOST_WORDS = 20_000
"""Above this the order of the words is not compared: their numbers are."""
_FEWEST_ITEMS = 3
_SHINGLE = 5
_LINE_END_HYPHEN = re.compile(r"(?<=[^\W\d_])-\n(?=[a-zà-ÿ])")


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A write-up that is there, and how much of it (0–1) the new text is."""

    write_up: WriteUp
    likeness: float
    same_text: bool

    @property
    def message(self) -> str:
        """What the editor is told."""
        if self.same_text:
            return f"Precies deze tekst staat er al, als ‘{self.write_up.title}’."
        share = round(100 * self.likeness)
        return f"Deze tekst lijkt voor {share}% op ‘{self.write_up.title}’, dat er al staat."


def find_duplicates(text: str, *, leave_out: int = 0) -> list[Duplicate]:
    """Write-ups of which the text is at least four fifths the same, likeliest first.

    The source of its last import counts; without one its own text, and in the editors' own words
    the words of its items. ``leave_out`` is the key of the import draft that asks.
    """
    found: dict[int, Duplicate] = {}
    for write_up, likeness, same in [
        *_imported(text, leave_out),
        *_bodies(text),
        *_drawn_from(text),
    ]:
        found.setdefault(write_up.pk, Duplicate(write_up, likeness, same))
    return sorted(found.values(), key=lambda one: (-one.likeness, one.write_up.pk))


Found = list[tuple[WriteUp, float, bool]]


def _imported(text: str, leave_out: int) -> Found:
    """Write-ups that were made of the same or nearly the same source."""
    drafts = ImportDraft.objects.filter(write_up__isnull=False, applied_version__isnull=False)
    drafts = drafts.exclude(pk=leave_out).select_related("write_up")
    digest, words = text_digest(text), plain(text).split()
    drafts = drafts.order_by("-applied_at", "-pk")
    found: Found = []
    for draft in drafts.annotate(size=Length("text")).filter(**_about_as_long(text)):
        if draft.write_up is None:
            continue
        same = draft.digest == digest
        likeness = 1.0 if same else similarity(words, plain(draft.text).split())
        if likeness >= NEARLY_THE_SAME:
            found.append((draft.write_up, likeness, same))
    return found


def _about_as_long(text: str) -> dict[str, int]:
    """Lookups on ``size``: texts of another length can't be nearly the same."""
    return {
        "size__gte": int(len(text) * NEARLY_THE_SAME * 0.8),
        "size__lte": int(len(text) / NEARLY_THE_SAME * 1.2) + 1,
    }


def _bodies(text: str) -> Found:
    """Write-ups whose own text is nearly this text."""
    words, digest = plain(text).split(), text_digest(text)
    rows = WriteUp.objects.annotate(size=Length("body")).filter(**_about_as_long(text))
    found: Found = []
    for row in rows:
        likeness = similarity(words, plain(row.body).split())
        if likeness >= NEARLY_THE_SAME:
            found.append((row, likeness, text_digest(row.body) == digest))
    return found


def _drawn_from(text: str) -> Found:
    """Write-ups in whose items the words of this text stand."""
    shingles = _shingles(plain(_LINE_END_HYPHEN.sub("", text)).split())
    there: dict[int, list[bool]] = defaultdict(list)
    for kind in PROPOSED_ITEMS:
        rows = kind_of_key(kind).model._base_manager.filter(wording=Wording.VERBATIM)
        for write_up, words in rows.values_list("write_up", "text"):
            if own := _shingles(plain(words).split()):
                there[write_up].append(len(own & shingles) >= NEARLY_THE_SAME * len(own))
    shares = {pk: sum(hits) / len(hits) for pk, hits in there.items() if len(hits) >= _FEWEST_ITEMS}
    likely = [pk for pk, share in shares.items() if share >= NEARLY_THE_SAME]
    return [(row, shares[row.pk], False) for row in WriteUp.objects.filter(pk__in=likely)]


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}


def similarity(one: list[str], other: list[str]) -> float:
    """The share of words (0–1) that two texts have in common, in the same order."""
    total = len(one) + len(other)
    if not total:
        return 0.0
    in_common = sum((Counter(one) & Counter(other)).values())
    at_most = 2 * in_common / total
    if at_most < NEARLY_THE_SAME or max(len(one), len(other)) > _MOST_WORDS:
        return at_most
    return Indel.normalized_similarity(one, other)
