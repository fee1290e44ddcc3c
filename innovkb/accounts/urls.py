"""A forgotten password. Only where the site can send mail; the log-in then shows the way."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import views
from django.urls import path

from innovkb.accounts.forms import ResetForm

_PARTS = urlsplit(settings.SITE_URL)
_SITE = {"site_name": settings.SITE_NAME, "protocol": _PARTS.scheme, "domain": _PARTS.netloc}
"""What the mail names, whatever host it was asked from."""

urlpatterns = []
if settings.EMAIL_HOST:
    urlpatterns = [
        path(
            "wachtwoord/",
            views.PasswordResetView.as_view(form_class=ResetForm, extra_email_context=_SITE),
            name="admin_password_reset",
        ),
        path(
            "wachtwoord/verstuurd/",
            views.PasswordResetDoneView.as_view(),
            name="password_reset_done",
        ),
        path(
            "wachtwoord/<uidb64>/<token>/",
            views.PasswordResetConfirmView.as_view(),
            name="password_reset_confirm",
        ),
        path(
            "wachtwoord/klaar/",
            views.PasswordResetCompleteView.as_view(),
            name="password_reset_complete",
        ),
    ]
