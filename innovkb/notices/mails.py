"""Mail for editors who want it: that something waits, never who sent it or what it says."""

import logging
from collections import Counter

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from innovkb.lib.addresses import absolute
from innovkb.notices.models import MailWish
from innovkb.notices.waiting import in_words, waiting_keys

logger = logging.getLogger(__name__)


def send_notices() -> int:
    """Tells every editor who wants it what came since the last time; returns the mails.

    What can't be sent is told the next time. Without a mail server nothing is.
    """
    if not settings.EMAIL_HOST:
        return 0
    wishes = MailWish.objects.filter(user__is_active=True, user__is_staff=True)
    return sum(_tell(wish) for wish in wishes.exclude(user__email="").select_related("user"))


def _tell(wish: MailWish) -> bool:
    waits, told = waiting_keys(wish.user), set(wish.told)
    new = [one for one in waits if one not in told]
    if new and not _send(wish, Counter(one.partition(":")[0] for one in new)):
        return False
    if waits != wish.told:
        MailWish.objects.filter(pk=wish.pk).update(told=waits)
    return bool(new)


def _send(wish: MailWish, counts: dict[str, int]) -> bool:
    words = in_words(counts)
    text = render_to_string(
        "notices/mail.txt",
        {
            "words": words,
            "address": absolute(reverse("ingest:overview")),
            "site_name": settings.SITE_NAME,
        },
    )
    try:
        send_mail(f"{settings.SITE_NAME}: {words}", text, None, [wish.user.email])
    except OSError:  # SMTPException is one
        logger.warning("A notice could not be sent; it is tried again.", exc_info=True)
        return False
    return True
