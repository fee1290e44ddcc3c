"""Precision and recall of a recognition against the gold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from innovkb.ingest.recognise import Recognition, to_json

from .gold import Gold


@dataclass
class Score:
    """Counts of one measure; precision and recall are 1 where there is nothing to count."""

    hits: int = 0
    proposed: int = 0
    expected: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / self.proposed if self.proposed else 1.0

    @property
    def recall(self) -> float:
        return self.hits / self.expected if self.expected else 1.0


def normal(text: str) -> str:
    """Letters and digits in lower case, soft hyphens at line ends undone."""
    text = re.sub(r"(?<=[^\W\d_])-\s*\n\s*(?=[a-zà-ÿ])", "", text)
    text = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", text))


def alike(one: str, other: str) -> bool:
    """Whether two passages are the same but for a few words at their ends."""
    first, second = normal(one), normal(other)
    return first == second or fuzz.ratio(first, second) >= 88


def item_alike(one: str, other: str) -> bool:
    """Whether two items are the same; one may leave out the explanation of the other."""
    first, second = normal(one), normal(other)
    if alike(one, other):
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) >= 12 and shorter in longer


def match(
    proposed: Sequence[str], expected: Sequence[str], same: Callable[[str, str], bool]
) -> list[tuple[int, int]]:
    """Pair proposals with the expected, each at most once."""
    free = set(range(len(expected)))
    pairs = []
    for index, one in enumerate(proposed):
        for other in sorted(free):
            if same(one, expected[other]):
                pairs.append((index, other))
                free.discard(other)
                break
    return pairs


KINDS = ("quotes", "tips", "barriers", "principles", "examples", "tools", "questions")


def ticked(found: Recognition) -> Recognition:
    """Return what is proposed as sure."""
    kept = {
        kind: tuple(one for one in getattr(found, kind) if one.tier == "sure")
        for kind in (*KINDS, "people", "next_sessions")
    }
    return replace(found, **kept)


def measure(gold: Gold, found: Recognition, scores: dict[str, Score]) -> None:
    """Add one write-up to the scores."""
    _title_and_date(gold, found, scores)
    _people(gold, found, scores)
    _quotes(gold, found, scores)
    for kind, expected in gold.items.items():
        optional = gold.optional.get(kind, [])
        proposed = [one.text for one in getattr(found, kind)]
        if gold.contained:
            _contained(gold.name, proposed, expected, optional, scores[kind])
        else:
            _items(gold.name, kind, proposed, expected, optional, scores)
    _questions(gold, found, scores)


def _title_and_date(gold: Gold, found: Recognition, scores: dict[str, Score]) -> None:
    title = scores["title"]
    title.expected += gold.has_title
    title.proposed += found.title is not None
    if found.title and any(alike(found.title.text, one) for one in gold.titles):
        title.hits += 1
    elif gold.has_title or found.title:
        title.notes.append(f"{gold.name}: {found.title and found.title.text!r}")
    date = scores["date"]
    given = to_json(found)["date"]
    if not gold.date_optional or given == gold.date:
        date.expected += gold.date is not None
        date.proposed += given is not None
        date.hits += given is not None and given == gold.date
        if given != gold.date:
            date.notes.append(f"{gold.name}: {given} for {gold.date}")
    number = found.attendance.number if found.attendance else None
    if not gold.attendance_optional or number == gold.attendance:
        attendance = scores["attendance"]
        attendance.expected += gold.attendance is not None
        attendance.proposed += number is not None
        attendance.hits += number is not None and number == gold.attendance
        if number != gold.attendance:
            attendance.notes.append(f"{gold.name}: {number} for {gold.attendance}")
    dates = [one.value.isoformat() for one in found.next_sessions if one.value]
    _items(gold.name, "next", dates, gold.next_dates, [], scores)


def _people(gold: Gold, found: Recognition, scores: dict[str, Score]) -> None:
    names = [person.name for person in found.people]
    optional = [*gold.optional_people]
    score = scores["people"]
    pairs = match(names, gold.people, same_person)
    hit = {index for index, _ in pairs}
    extra = [
        name
        for index, name in enumerate(names)
        if index not in hit and not any(same_person(name, one) for one in optional)
    ]
    got = {index for _, index in pairs}
    missed = [name for index, name in enumerate(gold.people) if index not in got]
    score.hits += len(pairs)
    score.proposed += len(pairs) + len(extra)
    score.expected += len(gold.people)
    score.notes += [f"{gold.name}: +{name}" for name in extra]
    score.notes += [f"{gold.name}: -{name}" for name in missed]


def same_person(one: str, other: str) -> bool:
    """Whether two names are the same, titles left out."""
    titles = r"\b(?:prof|dr|drs|ir|mr|ing|mevrouw|meneer|de heer)\b\.?"
    return normal(re.sub(titles, "", one, flags=re.I)) == normal(
        re.sub(titles, "", other, flags=re.I)
    )


def _quotes(gold: Gold, found: Recognition, scores: dict[str, Score]) -> None:
    expected = [quote.text for quote in gold.quotes]
    pairs = match([quote.text for quote in found.quotes], expected, alike)
    optional = {index for index, quote in enumerate(gold.quotes) if quote.optional}
    ignored = {index for index, other in pairs if other in optional}
    pairs = [pair for pair in pairs if pair[1] not in optional]
    hit = {index for index, _ in pairs}
    got = {index for _, index in pairs}
    score = scores["quotes"]
    score.hits += len(pairs)
    score.proposed += len(found.quotes) - len(ignored)
    score.expected += len(expected) - len(optional)
    for index, quote in enumerate(found.quotes):
        if index not in hit and index not in ignored:
            score.notes.append(f"{gold.name}: +{quote.text[:70]!r} ({quote.reason})")
    for index, quote in enumerate(gold.quotes):
        if index not in got and not quote.optional:
            score.notes.append(f"{gold.name}: -{quote.text[:70]!r}")
    _speakers(gold, found, pairs, scores["speakers"])


def _speakers(gold: Gold, found: Recognition, pairs: list[tuple[int, int]], score: Score) -> None:
    """Count quotes with the right speaker: precision over those given, recall over all named."""
    score.expected += sum(quote.speaker is not None and not quote.optional for quote in gold.quotes)
    for index, other in pairs:
        given, right = found.quotes[index].speaker, gold.quotes[other].speaker
        if given is not None:
            score.proposed += 1
            score.hits += right is not None and same_person(given, right)
        if (given or "") != (right or ""):
            score.notes.append(
                f"{gold.name}: {given} for {right}: {gold.quotes[other].text[:50]!r}"
                f" ({found.quotes[index].reason})"
            )


def _items(
    name: str,
    kind: str,
    proposed: list[str],
    expected: list[str],
    optional: list[str],
    scores: dict[str, Score],
) -> None:
    pairs = match(proposed, expected, item_alike)
    hit, got = {index for index, _ in pairs}, {index for _, index in pairs}
    extra = [
        one
        for index, one in enumerate(proposed)
        if index not in hit and not any(item_alike(one, other) for other in optional)
    ]
    score = scores[kind]
    score.hits += len(pairs)
    score.proposed += len(pairs) + len(extra)
    score.expected += len(expected)
    score.notes += [f"{name}: +{one[:70]!r}" for one in extra]
    score.notes += [f"{name}: -{one[:70]!r}" for i, one in enumerate(expected) if i not in got]


def _contained(
    name: str, proposed: list[str], expected: list[str], optional: list[str], score: Score
) -> None:
    """Count an expected item as found when its words stand in a proposed one."""
    whole = [normal(one) for one in proposed]
    parts = [normal(one) for one in expected]
    known = [*parts, *(normal(one) for one in optional)]
    score.expected += len(parts)
    found = [part for part in parts if any(part in one or alike(part, one) for one in whole)]
    extra = [
        one
        for one in whole
        if not any(part in one or one in part or alike(part, one) for part in known)
    ]
    score.hits += len(found)
    score.proposed += len(found) + len(extra)
    score.notes += [f"{name}: +{one[:70]!r}" for one in extra]
    score.notes += [f"{name}: -{part[:70]!r}" for part in parts if part not in found]


def _questions(gold: Gold, found: Recognition, scores: dict[str, Score]) -> None:
    questions, answered = scores["questions"], scores["answered by"]
    proposed = [one.question for one in found.questions]
    pairs = match(proposed, [words for words, _ in gold.questions], item_alike)
    got = {index for _, index in pairs}
    hit = {index for index, _ in pairs}
    extra = [
        words
        for index, words in enumerate(proposed)
        if index not in hit and not any(item_alike(words, one) for one in gold.optional_questions)
    ]
    questions.hits += len(pairs)
    questions.proposed += len(pairs) + len(extra)
    questions.expected += len(gold.questions)
    questions.notes += [f"{gold.name}: +{words[:70]!r}" for words in extra]
    questions.notes += [
        f"{gold.name}: -{words[:70]!r}"
        for index, (words, _) in enumerate(gold.questions)
        if index not in got
    ]
    for index, other in pairs:
        given, right = found.questions[index].answered_by, gold.questions[other][1]
        answered.expected += right is not None
        answered.proposed += given is not None
        answered.hits += given is not None and given == right
        if given != right:
            answered.notes.append(f"{gold.name}: {given} for {right}")
