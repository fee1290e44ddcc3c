"""What changes a correction: receiving one, and handling it."""

from hashlib import sha256
from typing import Any

from django.utils import timezone

from innovkb.corrections.models import Correction, State
from innovkb.kinds import kind_of
from innovkb.lib.text import shorten


def receive(*, thing: Any, wrong: str, suggestion: str, email: str) -> Correction:
    """Puts what somebody says is wrong with a page in the queue; the same words only once, as
    long as nobody closed them: said again, they are a new report."""
    said = "\n".join(" ".join(text.split()).casefold() for text in (wrong, suggestion))
    waiting = Correction.objects.filter(state__in=State.open_ones())
    correction: Correction
    correction, _ = waiting.get_or_create(
        kind=kind_of(thing).key,
        object_id=thing.pk,
        digest=sha256(said.encode()).hexdigest(),
        defaults={
            "about": shorten(str(thing), 240),
            "wrong": wrong,
            "suggestion": suggestion,
            "email": email,
        },
    )
    return correction


def settle(*, correction: Correction) -> None:
    """Dates a correction that is closed and forgets who sent it; an open one has no date."""
    if State(correction.state).is_closed:
        correction.handled_on = correction.handled_on or timezone.localdate()
        correction.email = ""
    else:
        correction.handled_on = None
