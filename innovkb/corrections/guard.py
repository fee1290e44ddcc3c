"""Keeps robots and floods out of the form without a puzzle that shuts people out.

A signed time says when the form was opened, and how often one address and all together may send
is counted in the cache alone: nothing about a visitor reaches the database.
"""

from enum import Enum
from ipaddress import ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import salted_hmac

QUICKEST = 3
"""Seconds; whoever sends sooner has not read the form."""
SLOWEST = 12 * 60 * 60
"""Seconds for which an opened form can be sent."""
MOST_A_DAY = 20
"""From one address; an office may share one."""
MOST_OF_ALL_A_DAY = 500
_DAY = 24 * 60 * 60  # seconds
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
    """Counts one more correction today; False when it is one too many."""
    day = timezone.localdate().isoformat()
    sender = salted_hmac("innovkb.corrections", f"{_network(request)} {day}").hexdigest()
    return (
        _count(f"corrections:{sender}") <= MOST_A_DAY
        and _count(f"corrections:{day}") <= MOST_OF_ALL_A_DAY
    )


def _count(key: str) -> int:
    cache.add(key, 0, _DAY)
    try:
        return cache.incr(key)
    except ValueError:  # it was dropped just now
        return 1


def _network(request: HttpRequest) -> str:
    """The visitor's address; of IPv6 the network, for a home has billions of addresses.

    Only behind a proxy, which https implies here, the last forwarded address can be believed.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
        address = forwarded.rpartition(",")[2].strip() or address
    try:
        version = ip_address(address).version
    except ValueError:
        return ""
    return str(ip_network(f"{address}/{64 if version == 6 else 32}", strict=False))
