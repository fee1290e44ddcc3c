"""Keeps robots and floods out of the form without a puzzle that shuts people out.

A signed time says when the form was opened, and how often one address and its neighbours may send
is counted under a code of the day: no address of a visitor reaches the database.
"""

from datetime import timedelta
from enum import Enum

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest

from innovkb.lib.tally import tally
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
_DAY = timedelta(days=1)
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
    home, block = network_of(request), network_of(request, ipv4=24, ipv6=48)
    return (
        tally("correction home", home, _DAY) <= MOST_A_DAY
        and tally("correction block", block, _DAY) <= MOST_OF_A_BLOCK_A_DAY
    )
