"""What the tests of applying share: the rows that an import makes, and deciding on an entry."""

from collections.abc import Callable
from typing import Any

from innovkb.ingest.editor.drafts import save_decisions
from innovkb.ingest.models import ImportDraft
from innovkb.ingest.plan import plan_draft
from practices.models import Barrier, Tip
from sessions.models import Appearance, Organisation, Question, Quote, Session, Speaker, WriteUp

Make = Callable[..., ImportDraft]
MODELS = (WriteUp, Session, Speaker, Organisation, Appearance, Quote, Question, Tip, Barrier)


def rows() -> dict[str, list[dict[str, Any]]]:
    """Every row that an import makes, whole."""
    return {model.__name__: list(model._base_manager.order_by("pk").values()) for model in MODELS}


def decide(draft: ImportDraft, of_kind: str, number: int, **decision: Any) -> ImportDraft:
    """The draft with a decision on the n-th entry of a kind."""
    key = plan_draft(draft).of_kind(of_kind)[number].key
    decisions = {"entries": {key: decision}}
    return save_decisions(draft=draft, version=draft.version, decisions=decisions)
