"""Decides for an import that no editor watches: what is sure is taken, what is asked is left."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User

from innovkb.ingest.apply.problems import near_names
from innovkb.ingest.editor.drafts import save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import Plan, plan_draft
from innovkb.lib.text import shorten


def settle(*, draft: ImportDraft, user: User | None = None, **document: str) -> ImportDraft:
    """Answer the plan's questions without guessing; ``document`` are fields of the write-up.

    A person or organisation that may be one the site has is left out, so that their words have no
    speaker rather than a wrong one; so are a series, an organiser and a publisher of which that
    holds, and an announced session without a title. A text without a title is called by its
    first line.
    """
    if document:
        draft = save_decisions(
            draft=draft, version=draft.version, decisions={"document": document}, user=user
        )
    plan = plan_draft(draft)
    entries = {one.key: {"choice": "take"} for one in plan.entries if one.crowded_out}
    decisions: dict[str, Any] = {"entries": entries | _skipped(plan), "document": {}}
    if plan.document.session.state == "near" and not plan.document.value("session"):
        decisions["document"]["session"] = ""
    decisions["document"] |= {field: "" for field, _ in near_names(plan)}
    if not plan.document.value("title") and "title" not in document:
        decisions["document"]["title"] = _first_line(draft.text)
    return save_decisions(draft=draft, version=draft.version, decisions=decisions, user=user)


def _skipped(plan: Plan) -> dict[str, dict[str, str]]:
    return {
        entry.key: {"choice": "skip"}
        for entry in plan.entries
        if entry.taken and not entry.decided and _is_open(entry.kind, entry.match, entry.fields)
    }


def _first_line(text: str) -> str:
    """What to call a text in which no title was recognised."""
    line = next((line for line in map(str.strip, text.splitlines()) if line), "")
    start = shorten(line.strip(" #*_>-|:."), 90)
    return f"{start[:1].upper()}{start[1:]}"


def _is_open(kind: str, match: Any, fields: Any) -> bool:
    undecided = match is not None and not fields.get("match")
    return undecided or (kind == "next_session" and not fields.get("title"))
