"""Import drafts: what was recognised and what editors decided, kept until it is applied.

>>> draft = create_draft(source=read_upload(name, data), origin=Origin.UPLOAD, user=user)
>>> draft = save_decisions(draft=draft, version=draft.version, decisions={…}, user=user)
"""

from __future__ import annotations

from .adding import add_passage, add_person
from .correcting import correct_text
from .fields import BODY_MODES, DECIDED_KINDS, FIELDS, PROPOSED_ITEMS
from .passages import PassageError, passage_between
from .saving import (
    StaleDraft,
    create_draft,
    discard_draft,
    move_entry,
    recognised_draft,
    save_decisions,
)
from .suggestions import DraftProposal

__all__ = [
    "BODY_MODES",
    "DECIDED_KINDS",
    "FIELDS",
    "PROPOSED_ITEMS",
    "DraftProposal",
    "PassageError",
    "StaleDraft",
    "add_passage",
    "add_person",
    "correct_text",
    "create_draft",
    "discard_draft",
    "move_entry",
    "passage_between",
    "recognised_draft",
    "save_decisions",
]
