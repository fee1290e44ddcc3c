"""What ``manage.py check`` watches besides Django's own: that security.txt is still valid."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core import checks
from django.utils import timezone

NOTICE = timedelta(days=30)


@checks.register("security")
def security_txt(
    app_configs: Sequence[AppConfig] | None, **kwargs: Any
) -> list[checks.CheckMessage]:
    """Warns when security.txt has expired, or does so within thirty days."""
    expires = settings.SECURITY_EXPIRES
    if expires is None or expires > timezone.localdate() + NOTICE:
        return []
    return [
        checks.Warning(
            f"security.txt expires on {expires}.",
            hint="See whether SECURITY_CONTACT still holds, and give SECURITY_EXPIRES a new date "
            "within a year.",
            id="innovkb.W001",
        )
    ]
