"""Accounts in the admin: also the way out for who lost a phone."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.http import HttpRequest

from innovkb.accounts import second_factor

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):  # type: ignore[type-arg]
    """Django's own; takes off a second step where those are in use."""

    actions = ["take_off"]

    def has_take_off_permission(self, request: HttpRequest) -> bool:
        return second_factor.is_on() and request.user.is_superuser

    @admin.action(
        description="Zet inloggen in twee stappen uit (telefoon kwijt)", permissions=["take_off"]
    )
    def take_off(self, request: HttpRequest, queryset: Any) -> None:
        count = sum(second_factor.take_off(user, request.user) for user in queryset)
        text = (
            f"Inloggen in twee stappen staat uit voor {count} van de {len(queryset)} gekozen "
            "accounts; wie het betreft is overal uitgelogd."
        )
        messages.success(request, text)
