"""Keeps robots and floods out of the form without a puzzle that shuts people out.

A signed time says when the form was opened, and how often one address and its neighbours may send
is counted under a code of the day: no address of a visitor reaches the database.
"""

from datetime import date
from enum import Enum

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.db.models import F
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

from innovkb.corrections.models import SenderCount
from innovkb.lib.visitors import network_of

QUICKEST = 3
"""Seconds; whoever sends sooner has not read the form."""
SLOWEST = 12 * 60 * 60
"""Seconds for which an opened form can be sent."""
MOST_A_DAY = 20
"""From one address; an office may share one."""
MOST_OF_A_BLOCK_A_DAY = 100
"""From one block of addresses (IPv4 /24, IPv6 /48). There is no limit for all together: a flood
from one place would close the form for everybody."""
_SIGNER = TimestampSigner(salt="innovkb.corrections")


class Timing(Enum):
    """Whether the form was open for a likely time."""

    GOOD = "good"
    TOO_QUICK = "too quick"
    STALE = "stale"
    """Too long, or the stamp is not ours or of another page."""


def stamp(page: str) -> str:
    """The signed time for a form about ``page``."""
    return _SIGNER.sign(page)


def timing(stamped: str, page: str) -> Timing:
    """How long the form with this stamp was open."""
    try:
        if _SIGNER.unsign(stamped, max_age=SLOWEST) != page:
            return Timing.STALE
    except BadSignature:
        return Timing.STALE
    try:
        _SIGNER.unsign(stamped, max_age=QUICKEST)
    except SignatureExpired:
        return Timing.GOOD
    return Timing.TOO_QUICK


def may_send(request: HttpRequest) -> bool:
    """Counts one more correction today; False when it is one too many.

    Counted in the database, so for all servers together, under a code that no address can be read
    from; yesterday's counts are removed.
    """
    day = timezone.localdate()
    home = network_of(request)
    block = network_of(request, ipv4=24, ipv6=48)
    limits = {f"home {home}": MOST_A_DAY, f"block {block}": MOST_OF_A_BLOCK_A_DAY}
    SenderCount.objects.filter(day__lt=day).delete()
    return all(_count(who, day) <= most for who, most in limits.items())


def _count(who: str, day: date) -> int:
    """How many this sender sent today, with this one."""
    code = salted_hmac("innovkb.corrections", f"{who} {day.isoformat()}").hexdigest()
    row, made = SenderCount.objects.get_or_create(code=code, defaults={"day": day, "count": 1})
    if made:
        return 1
    SenderCount.objects.filter(pk=row.pk).update(count=F("count") + 1)
    row.refresh_from_db(fields=["count"])
    return row.count
