"""The form of every log-in, and the one for who forgot a password."""

from datetime import timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth.forms import PasswordResetForm
from django.core.exceptions import ValidationError

from innovkb.accounts.throttle import is_throttled
from innovkb.lib.tally import tally

TOO_OFTEN = (
    "Er is te vaak een verkeerd wachtwoord geprobeerd. Wacht een kwartier en probeer het dan "
    "opnieuw."
)
MOST_MAILS = 3
"""A day to one address."""


class LoginForm(AdminAuthenticationForm):
    """Django's own, which also says that somebody tried too often."""

    def get_invalid_login_error(self) -> ValidationError:
        if self.is_throttled:
            return ValidationError(TOO_OFTEN, code="throttled")
        return super().get_invalid_login_error()

    @property
    def is_throttled(self) -> bool:
        """Whether nobody can log in to this account from here now."""
        return is_throttled(self.request, str(self.cleaned_data.get("username") or ""))


class ResetForm(PasswordResetForm):
    """Django's own, which fills nobody's mailbox. Who has no account here is told the same."""

    def get_users(self, email: str) -> Any:
        if tally("reset", email.strip().casefold(), timedelta(days=1)) > MOST_MAILS:
            return []
        return super().get_users(email)
