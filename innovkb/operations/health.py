"""Whether this process lives, and whether the site is ready for visitors."""

from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import Error as AnyDatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from innovkb.operations.backup import newest
from innovkb.search.index.weighting import fingerprint
from innovkb.search.models import SearchState

LATE = timedelta(minutes=5)
"""After which a publication that is due and not in the index is worth a warning."""


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """The process answers; it asks nothing of anything else."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """503 when visitors would meet an error; ``warnings`` are for the administrator."""
    try:
        problems, warnings = _problems(), _warnings()
    except AnyDatabaseError:
        problems, warnings = ["database"], []
    found = {"ready": not problems, "problems": problems, "warnings": warnings}
    return JsonResponse(found, status=503 if problems else 200)


def _problems() -> list[str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return ["migrations"]
    state = SearchState.objects.first()
    return [] if state is not None and state.analyser == fingerprint() else ["index"]


def _warnings() -> list[str]:
    now = timezone.now()
    found = []
    if SearchState.objects.filter(due__lt=now - LATE).exists():
        found.append("publication")
    if settings.BACKUP_DIR:
        last = newest(Path(settings.BACKUP_DIR))
        if last is None or now - last > timedelta(hours=settings.BACKUP_MAX_AGE):
            found.append("backup")
    return found
