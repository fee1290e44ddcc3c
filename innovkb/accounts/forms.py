"""The form of every log-in, and those for who forgot a password or takes a second step."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import authenticate
from django.contrib.auth.forms import PasswordResetForm
from django.contrib.auth.signals import user_login_failed
from django.core.exceptions import ValidationError

from innovkb.accounts import second_factor
from innovkb.accounts.throttle import is_throttled
from innovkb.lib.tally import tally

TOO_OFTEN = (
    "Er is te vaak een verkeerd wachtwoord geprobeerd. Wacht een kwartier en probeer het dan "
    "opnieuw."
)
TOO_MANY_CODES = "Er zijn te veel verkeerde codes geprobeerd. Wacht een uur en probeer het opnieuw."
NO_CODE = "Vul ook de code in: die van je app, of een herstelcode."
WRONG_PASSWORD = "Dit is niet je wachtwoord. Probeer het opnieuw."  # noqa: S105
WRONG_CODE = (
    "Deze code klopt niet, of is al gebruikt. Wacht tot je app een nieuwe laat zien en vul die in."
)
MOST_MAILS = 3
"""A day to one address."""


class LoginForm(AdminAuthenticationForm):
    """Django's own, which also says that somebody tried too often, and asks the second step."""

    code = forms.CharField(
        label="Code",
        required=False,
        max_length=40,
        help_text="Alleen als je inlogt in twee stappen: van je app, of een herstelcode.",
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "none"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not second_factor.is_on():
            del self.fields["code"]

    def get_invalid_login_error(self) -> ValidationError:
        if self.is_throttled:
            return ValidationError(TOO_OFTEN, code="throttled")
        return super().get_invalid_login_error()

    def confirm_login_allowed(self, user: Any) -> None:
        super().confirm_login_allowed(user)
        if second_factor.is_on() and second_factor.factor_of(user) is not None:
            check_code(self.request, user, str(self.data.get("code") or ""))
            user.passed_second_step = True

    @property
    def reason(self) -> str:
        """What is wrong besides the name and the password; empty when it is those."""
        if self.is_throttled:
            return TOO_OFTEN
        own = [one for one in self.non_field_errors().as_data() if one.code == "code"]
        return str(own[0].message) if own else ""

    @property
    def is_throttled(self) -> bool:
        """Whether nobody can log in to this account from here now."""
        return is_throttled(self.request, str(self.cleaned_data.get("username") or ""))


class SetUpForm(forms.Form):
    """The password, and a code of the app that is being linked; valid, it has linked it."""

    password = forms.CharField(
        label="Je wachtwoord",
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": "Vul je wachtwoord in."},
    )
    code = forms.CharField(
        label="De code die je app nu laat zien",
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": "Vul de code in die je app laat zien."},
    )

    def __init__(self, request: Any, factor: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.factor = request, factor
        self.recovery: list[str] = []

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        name = self.request.user.get_username()
        known = authenticate(self.request, username=name, password=password)
        if known is None or known.pk != self.request.user.pk:
            raise ValidationError(WRONG_PASSWORD)
        return password

    def clean(self) -> None:
        """Sets ``recovery``, the codes to show once; a code counts only with the password."""
        if self.errors:
            return
        self.recovery = second_factor.confirm(self.factor, self.cleaned_data["code"])
        if not self.recovery:
            self.add_error("code", WRONG_CODE)


def check_code(request: Any, user: Any, code: str) -> None:
    """Raises ValidationError unless it is a code of the user; a wrong one counts as a guess."""
    if second_factor.is_closed(user):
        raise ValidationError(TOO_MANY_CODES, code="code")
    if not code.strip():
        raise ValidationError(NO_CODE, code="code")
    if not second_factor.passes(user, code[:80]):
        second_factor.count_wrong(user)
        credentials = {"username": user.get_username()}
        user_login_failed.send(sender=__name__, credentials=credentials, request=request)
        raise ValidationError(WRONG_CODE, code="code")


class ResetForm(PasswordResetForm):
    """Django's own, which fills nobody's mailbox. Who has no account here is told the same."""

    def get_users(self, email: str) -> Any:
        if tally("reset", email.strip().casefold(), timedelta(days=1)) > MOST_MAILS:
            return []
        return super().get_users(email)
