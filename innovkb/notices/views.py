"""Where an editor says whether to get mail."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from innovkb.ingest.editor.views.access import editors_only
from innovkb.notices.models import MailWish
from innovkb.notices.waiting import waiting_keys


@editors_only("POST")
def mail_wish(request: HttpRequest) -> HttpResponse:
    """``/redactie/mail/``: ``wil=1`` for mail from now on, anything else for none."""
    user: Any = request.user
    if request.POST.get("wil") != "1":
        MailWish.objects.filter(user=user).delete()
        messages.success(request, "Je krijgt geen mail meer.")
    elif not settings.EMAIL_HOST or not user.email:
        messages.error(request, "Mail kan nog niet: vraag de beheerder om je e-mailadres.")
    else:
        # What waits already stands on the screen: mail is for what comes.
        MailWish.objects.get_or_create(user=user, defaults={"told": waiting_keys(user)})
        messages.success(request, f"Je krijgt mail op {user.email} als er iets op je wacht.")
    return redirect("ingest:overview")
