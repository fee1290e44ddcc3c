"""What every template may use."""

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """The site's name, owner and address, from the settings, and whether an editor may look."""
    return {
        "site_name": settings.SITE_NAME,
        "site_owner": settings.SITE_OWNER,
        "site_url": settings.SITE_URL,
        "has_session": settings.SESSION_COOKIE_NAME in request.COOKIES,
    }
