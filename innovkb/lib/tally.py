"""Counts for limits: in the database, so for all servers together, and under codes that nothing
about a visitor can be read from."""

from datetime import datetime, timedelta

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac


class Tally(models.Model):
    """How often something was done by one within one span of time."""

    code = models.CharField(max_length=64, unique=True)
    until = models.DateTimeField(db_index=True)
    """The end of the span; the row is removed after it."""
    count = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "innovkb"
        verbose_name = "telling voor een grens"
        verbose_name_plural = "tellingen voor grenzen"

    def __str__(self) -> str:
        return f"{self.count} tot {self.until}"


def tally(what: str, who: str, span: timedelta) -> int:
    """How often, with this time. Spans begin at fixed moments, such as whole days (UTC)."""
    code, until = _place(what, who, span)
    with transaction.atomic():
        Tally.objects.filter(until__lt=timezone.now()).delete()
        row, _ = Tally.objects.get_or_create(code=code, defaults={"until": until})
        Tally.objects.filter(pk=row.pk).update(count=F("count") + 1)
        row.refresh_from_db(fields=["count"])
    return row.count


def tallied(what: str, who: str, span: timedelta) -> int:
    """How often so far."""
    code, _ = _place(what, who, span)
    return Tally.objects.filter(code=code).values_list("count", flat=True).first() or 0


def forget(what: str, who: str, span: timedelta) -> None:
    """Begins anew."""
    Tally.objects.filter(code=_place(what, who, span)[0]).delete()


def _place(what: str, who: str, span: timedelta) -> tuple[str, datetime]:
    now = timezone.now().timestamp()
    end = (now // span.total_seconds() + 1) * span.total_seconds()
    code = salted_hmac(f"innovkb.tally.{what}", f"{who}\n{end}").hexdigest()
    return code, datetime.fromtimestamp(end, tz=timezone.get_current_timezone())
