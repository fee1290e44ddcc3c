"""Where the text names what the site already has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from innovkb.ingest.recognise.known import Known, KnownName
from innovkb.ingest.recognise.names.roster import fold
from innovkb.ingest.recognise.proposals import MentionedKind, MentionProposal, Span
from innovkb.ingest.recognise.text.document import SourceText

_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_ARTICLES = frozenset(("de", "het", "een", "the"))
_KINDS: dict[MentionedKind, tuple[float, str]] = {
    "speaker": (0.97, "De site kent deze spreker."),
    "organisation": (0.95, "De site kent deze organisatie."),
    "theme": (0.7, "Naam van een thema."),
    "archetype": (0.95, "Naam van een archetype."),
    "barrier": (0.8, "Naam van een barrière die de site al heeft."),
}
# A short name in capitals (NFI, ICT) must stand in the text in capitals too.
_ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class _Form:
    words: tuple[str, ...]
    kind: MentionedKind
    name: str
    exact: str


def find_mentions(document: SourceText, known: Known) -> tuple[MentionProposal, ...]:
    """Return one proposal for each known thing that the text names, at its first place."""
    forms = _forms(known)
    if not forms:
        return ()
    places: dict[tuple[MentionedKind, str], list[Span]] = defaultdict(list)
    words = list(_WORD.finditer(document.flat))
    folded = [fold(word[0]) for word in words]
    index = 0
    while index < len(words):
        form = _longest(forms.get(folded[index], ()), folded, words, index)
        if form is None:
            index += 1
            continue
        last = words[index + len(form.words) - 1]
        start, end = document.mapping.span(words[index].start(), last.end())
        places[form.kind, form.name].append(Span(start, end))
        index += len(form.words)
    return tuple(
        MentionProposal(
            start=spans[0].start,
            end=spans[0].end,
            text=document.source[spans[0].start : spans[0].end],
            confidence=_KINDS[kind][0],
            reason=_KINDS[kind][1],
            mentioned=kind,
            name=name,
            spans=tuple(spans),
        )
        for (kind, name), spans in sorted(places.items(), key=lambda item: item[1][0])
    )


def _forms(known: Known) -> dict[str, list[_Form]]:
    sources: tuple[tuple[MentionedKind, Sequence[KnownName]], ...] = (
        ("speaker", known.speakers),
        ("organisation", known.organisations),
        ("archetype", known.archetypes),
        ("barrier", known.barriers),
        ("theme", known.themes),
    )
    forms: dict[str, list[_Form]] = defaultdict(list)
    for kind, names in sources:
        for name in names:
            for written in name.forms:
                words = tuple(fold(word) for word in _WORD.findall(written))
                if len(words) > 1 and words[0] in _ARTICLES:
                    words = words[1:]
                if words and len("".join(words)) > 1:
                    forms[words[0]].append(_Form(words, kind, name.name, written))
    for options in forms.values():
        options.sort(key=lambda form: -len(form.words))
    return forms


def _longest(
    options: Sequence[_Form], folded: list[str], words: list[re.Match[str]], index: int
) -> _Form | None:
    for form in options:
        if tuple(folded[index : index + len(form.words)]) != form.words:
            continue
        acronym = len(form.exact) <= _ACRONYM_LENGTH and form.exact.isupper()
        if acronym and words[index][0] != form.exact:
            continue
        return form
    return None
