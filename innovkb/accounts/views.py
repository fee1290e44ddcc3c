"""One's own account: where one is logged in, and logging in with two steps."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from innovkb.accounts import second_factor
from innovkb.accounts.forms import SetUpForm, check_code
from innovkb.accounts.sessions import end_sessions, open_sessions
from innovkb.tools.cards.qr import qr_svg

_REQUIRED = "Voor jouw rol is inloggen in twee stappen verplicht. Het kan niet uit."


@require_http_methods(["GET", "HEAD"])
def account(request: HttpRequest) -> HttpResponse:
    """``/admin/account/``: an overview."""
    user: Any = request.user
    factor = second_factor.factor_of(user) if second_factor.is_on() else None
    context = {
        "open_sessions": open_sessions(user, request.session.session_key),
        "offers_second_factor": second_factor.is_on() and user.has_usable_password(),
        "factor": factor,
        "is_required": second_factor.is_required_of(user),
    }
    return render(request, "accounts/account.html", context)


@require_POST
def end_session(request: HttpRequest) -> HttpResponse:
    """``/admin/account/uitloggen/``: ``sessie=CODE`` logs out there; without, everywhere else."""
    own, code = request.session.session_key, request.POST.get("sessie", "")
    count = end_sessions(request.user, code=code, but=own)
    text = "Je was daar al uitgelogd." if code else "Je was nergens anders ingelogd."
    if count:
        text = "Je bent daar uitgelogd." if code else "Je bent op alle andere plekken uitgelogd."
    messages.success(request, text)
    return redirect("account")


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """``/admin/account/twee-stappen/``: links an app, and gives the recovery codes once."""
    user: Any = request.user
    if not second_factor.is_on() or second_factor.factor_of(user) is not None:
        return redirect("account")
    factor = second_factor.begin(user)
    form = SetUpForm(request, factor, request.POST if request.method == "POST" else None)
    if form.is_valid():
        request.session[second_factor.PASSED] = True
        end_sessions(user, but=request.session.session_key)
        return _show_codes(request, form.recovery)
    address = second_factor.address_of(factor)
    context = {
        "form": form,
        "key": second_factor.key_of(factor),
        "address": address,
        "qr": qr_svg.__wrapped__(address),  # a secret is remembered nowhere
        "next": _next(request),
        "is_required": second_factor.is_required_of(user),
    }
    return render(request, "accounts/set_up.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters()
@require_POST
def change(request: HttpRequest) -> HttpResponse:
    """``/admin/account/twee-stappen/wijzigen/``: ``doe=uit`` or ``doe=codes``, with a code."""
    user: Any = request.user
    factor = second_factor.factor_of(user)
    if factor is None or not second_factor.is_on():
        return redirect("account")
    try:
        check_code(request, user, request.POST.get("code", ""))
    except ValidationError as error:
        messages.error(request, error.messages[0])
        return redirect("account")
    if request.POST.get("doe") == "codes":
        return _show_codes(request, second_factor.renew_recovery(factor))
    if second_factor.is_required_of(user):
        messages.error(request, _REQUIRED)
    else:
        second_factor.take_off(user, user)
        messages.success(request, "Inloggen in twee stappen staat uit.")
    return redirect("account")


def _show_codes(request: HttpRequest, codes: list[str]) -> HttpResponse:
    context = {"codes": codes, "next": _next(request)}
    return render(request, "accounts/recovery.html", context)


def _next(request: HttpRequest) -> str:
    """Where to go on; an address of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        wanted, {request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours else reverse("account")
