"""One row of every model with a screen, seen by the public or not: what the walks of roles try."""

from typing import Any

from django.apps import apps
from django.contrib.auth.models import User
from django.test import Client

from innovkb.corrections.models import Correction
from innovkb.ingest.models import EvidenceCount
from innovkb.lib.audit import AuditEvent
from innovkb.lib.trash import keep_copy
from innovkb.search.models import MissedQuery, SynonymGroup
from sessions.models import Redirect

ITEMS = ("quote", "question", "tip", "barrier", "archetype", "principle", "example", "tool")
TIED = (*ITEMS, "appearance", "remedy", "claim", "speaker", "organisation", "series", "session",
        "writeup", "correction")  # fmt: skip
"""Models of which a row can be public or not."""
ALWAYS = ("theme", "barriergroup", "principleset", "redirect", "synonymgroup", "missedquery",
          "evidencecount", "trashentry", "auditevent")  # fmt: skip
"""Models that the public always sees, or that no redacteur changes."""


def browser(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def tied_rows(make: Any, *, public: bool) -> dict[str, Any]:
    """A row of each model in TIED, by its name."""
    organiser, series = make.organisation(), make.series()
    held = make.session(state="held", date="2025-01-02", series=series)
    write_up = (make.write_up if public else make.draft)(session=held)
    announced_in = None if public else write_up
    session = make.session(series=series, organiser=organiser, announced_in=announced_in)
    rows = {name: getattr(make, name)(write_up=write_up) for name in ITEMS if name != "archetype"}
    rows["archetype"] = make.archetype(text="Een muur.", write_up=announced_in)
    appearance = make.appearance(write_up=write_up, organisation=organiser)
    correction = Correction.objects.create(
        kind="tip", object_id=rows["tip"].pk, about="Een tip", wrong="Fout.", digest=str(public),
        state="done" if public else "open", answer="Verbeterd.", is_public=public,
        handled_on="2026-01-02" if public else None,
    )  # fmt: skip
    return rows | {
        "appearance": appearance,
        "remedy": make.remedy(barrier=rows["barrier"], tip=rows["tip"]),
        "claim": make.claim(write_up=write_up),
        "speaker": appearance.speaker,
        "organisation": organiser,
        "series": series,
        "session": session,
        "writeup": write_up,
        "correction": correction,
    }


def always_rows(make: Any) -> dict[str, Any]:
    """A row of each model in ALWAYS, by its name."""
    return {
        "theme": make.theme(),
        "barriergroup": make.barrier(write_up=make.write_up()).group,
        "principleset": make.principle(write_up=make.write_up()).set,
        "redirect": Redirect.objects.create(old_path="/tips/oud/", new_path="/tips/nieuw/"),
        "synonymgroup": SynonymGroup.objects.create(word="baas", synonyms=["leidinggevende"]),
        "missedquery": MissedQuery.objects.create(query="fiets"),
        "trashentry": keep_copy(make.tip(), None),
        "auditevent": AuditEvent.objects.create(action="merged", subject="tip ‘Zo’"),
        "evidencecount": EvidenceCount.objects.create(kind="tip", name="imperative"),
    }


def screen(row: Any, action: str = "change") -> str:
    """The address of a screen for one row in the admin."""
    return f"{screens_of(row)}{row.pk}/{action}/"


def screens_of(row: Any) -> str:
    return f"/admin/{row._meta.app_label}/{row._meta.model_name}/"


def what_the_public_sees() -> dict[tuple[str, int], dict[str, Any]]:
    """Every row that is public, or will be by itself, with its values and its relations."""
    seen: dict[tuple[str, int], dict[str, Any]] = {}
    for model in apps.get_models():
        rows: Any = model._default_manager
        if model._meta.app_label not in ("innovation_sessions", "practices", "innovkb"):
            continue
        if hasattr(rows, "exposed"):
            found = rows.exposed()
        elif model._meta.model_name in ("archetypequestion", "redirect", "synonymgroup"):
            found = rows.all()
        else:
            continue
        for row in found:
            values = {one.name: getattr(row, one.attname) for one in model._meta.concrete_fields}
            for field in model._meta.many_to_many:
                values[field.name] = sorted(getattr(row, field.name).values_list("pk", flat=True))
            seen[model._meta.label_lower, row.pk] = values
    return seen
