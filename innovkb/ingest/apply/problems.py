"""What keeps a draft from being applied, told to the editor in Dutch, at the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from innovkb.ingest.plan import Plan, SiteMatch
from innovkb.ingest.plan.matches import plain

DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Problem:
    """``key`` is that of an entry, or ``document``; ``field`` may be empty: the whole entry."""

    key: str
    field: str
    message: str


class DraftInvalid(Exception):  # noqa: N818 – it names the state of the draft
    """The draft can't be applied as it is; nothing was written."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.message for problem in problems[:5]))
        self.problems = tuple(problems)


def explained(error: ValidationError, key: str) -> Iterator[Problem]:
    """The messages of a validation error, each at its field."""
    if not hasattr(error, "error_dict"):
        yield Problem(key, "", " ".join(error.messages))
        return
    for field, messages in error.message_dict.items():
        yield Problem(key, "" if field == "__all__" else field, " ".join(messages))


NEW_ONE = {
    "series": "Nee, dit is een nieuwe reeks",
    "organiser": "Nee, dit is een nieuwe organisatie",
    "publisher": "Nee, dit is een nieuwe organisatie",
    "organisation": "Nee, dit is een nieuwe organisatie",
}
"""Per field with a name the answer that it means none of those that the site has."""


def near_names(plan: Plan) -> Iterator[tuple[str, SiteMatch]]:
    """The fields of the write-up with a name that the site may have, where nothing else asks."""
    document = plan.document
    asked = {plain(one.value("name")) for one in plan.of_kind("organisation")}
    if document.series.state == "near":
        yield "series", document.series
    for field, match in (("organiser", document.organiser), ("publisher", document.publisher)):
        if match.state == "near" and plain(document.value(field)) not in asked:
            yield field, match


def open_questions(plan: Plan) -> Iterator[Problem]:
    """What only an editor can answer, and hasn't yet."""
    decided = plan.draft.decisions.get("document", {})
    document = plan.document
    if plan.duplicates and not {"target", "again"} & decided.keys():
        message = plan.duplicates[0].message
        yield Problem(DOCUMENT, "target", f"{message} Werk dat bij, of maak een nieuw verslag.")
    if document.session.state == "near" and "session" not in decided and not plan.target:
        question = document.session.candidates[0].question
        yield Problem(DOCUMENT, "session", f"{question} Kies de sessie, of ‘nieuw’ of ‘geen’.")
    for field, match in near_names(plan):
        yield _is_it_new(DOCUMENT, field, match)
    for entry in plan.entries:
        if not entry.taken or entry.match is None:
            continue
        works_for = entry.organisation_match
        if works_for and works_for.state == "near":
            yield _is_it_new(entry.key, "organisation", works_for)
        if not entry.value("match"):
            question = entry.match.candidates[0].question if entry.match.candidates else ""
            yield Problem(entry.key, "match", f"{question} Kies wie of wat je bedoelt, of ‘nieuw’.")


def _is_it_new(key: str, field: str, match: SiteMatch) -> Problem:
    message = f"{match.candidates[0].question} Kies dat, of ‘{NEW_ONE[field]}’."
    return Problem(key, field, message)
