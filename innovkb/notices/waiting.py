"""What waits for whom: write-ups to judge for who may publish, reports for who handles them."""

from typing import Any

from innovkb.corrections.models import Correction, State
from innovkb.frame.teasers import count_rows
from innovkb.lib.publishing import in_review_q
from sessions.models import WriteUp
from sessions.publishing import may_publish

IN_REVIEW, REPORTS = "in_review", "reports"


def waiting_rows(user: Any) -> dict[str, Any]:
    """The rows that wait for the user, by sort; only the sorts that are theirs."""
    found: dict[str, Any] = {}
    if may_publish(user):
        found[IN_REVIEW] = WriteUp.objects.filter(in_review_q())
    if user.has_perm("innovkb.view_correction"):
        found[REPORTS] = Correction.objects.filter(state=State.NEW)
    return found


def waiting_keys(user: Any) -> list[str]:
    """The same as ``in_review:3``: what can be remembered."""
    return [
        f"{sort}:{pk}"
        for sort, rows in waiting_rows(user).items()
        for pk in rows.order_by("pk").values_list("pk", flat=True)
    ]


def count_waiting(user: Any) -> dict[str, int]:
    """How many of each sort wait for the user; one query."""
    rows = waiting_rows(user)
    return count_rows(**rows) if rows else {}


def in_words(counts: dict[str, int]) -> str:
    """``2 verslagen ter beoordeling en 1 nieuwe melding``; empty when nothing waits."""
    named = {
        IN_REVIEW: ("verslag ter beoordeling", "verslagen ter beoordeling"),
        REPORTS: ("nieuwe melding", "nieuwe meldingen"),
    }
    return " en ".join(
        f"{counts[sort]} {words[counts[sort] != 1]}"
        for sort, words in named.items()
        if counts.get(sort)
    )
