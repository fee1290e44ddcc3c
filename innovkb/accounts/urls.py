"""One's own account; and a forgotten password, only where the site can send mail."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import views
from django.urls import path

from innovkb.accounts.forms import ResetForm
from innovkb.accounts.views import account, change, end_session, set_up

_PARTS = urlsplit(settings.SITE_URL)
_SITE = {"site_name": settings.SITE_NAME, "protocol": _PARTS.scheme, "domain": _PARTS.netloc}
"""What the mail names, whatever host it was asked from."""

_for_staff = admin.site.admin_view
urlpatterns = [
    path("account/", _for_staff(account), name="account"),
    path("account/uitloggen/", _for_staff(end_session), name="end_session"),
    path("account/twee-stappen/", _for_staff(set_up), name="second_factor"),
    path("account/twee-stappen/wijzigen/", _for_staff(change), name="second_factor_change"),
]
if settings.OIDC_RP_CLIENT_ID:
    from mozilla_django_oidc.views import OIDCAuthenticationRequestView

    from innovkb.accounts.openid import OpenIdCallback

    start, back = OIDCAuthenticationRequestView.as_view(), OpenIdCallback.as_view()
    urlpatterns += [
        path("organisatie/", start, name="oidc_authentication_init"),
        path("organisatie/terug/", back, name="oidc_authentication_callback"),
    ]
if settings.EMAIL_HOST:
    urlpatterns += [
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
