"""The project's own tables, gathered where Django looks for them."""

from innovkb.accounts.models import SecondFactor
from innovkb.corrections.models import Correction
from innovkb.ingest.models import EvidenceCount, ImportDraft, OpenConflict
from innovkb.lib.audit import AuditEvent
from innovkb.lib.tally import Tally
from innovkb.lib.trash import TrashEntry
from innovkb.notices.models import MailWish
from innovkb.search.models import (
    MissedQuery,
    SearchEntry,
    SearchPosting,
    SearchState,
    SynonymGroup,
)

__all__ = [
    "AuditEvent",
    "Correction",
    "EvidenceCount",
    "ImportDraft",
    "MailWish",
    "MissedQuery",
    "OpenConflict",
    "SearchEntry",
    "SearchPosting",
    "SearchState",
    "SecondFactor",
    "SynonymGroup",
    "Tally",
    "TrashEntry",
]
