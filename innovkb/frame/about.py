"""The pages about the site itself: what it is, accessibility, privacy, sources and security."""

from datetime import UTC, datetime, time

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from innovkb.kinds import kind


def _page(request: HttpRequest, name: str, title: str, **context: object) -> HttpResponse:
    context |= {"crumbs": [(title, "")], "email": settings.SITE_EMAIL}
    return render(request, f"frame/about/{name}.html", context)


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What the site is, for whom, and how its items are made."""
    return _page(request, "about", "Over deze site")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The statement that the owner completes through the settings."""
    return _page(
        request,
        "accessibility",
        "Toegankelijkheid",
        tested_on=settings.ACCESSIBILITY_TESTED_ON,
        tested_by=settings.ACCESSIBILITY_TESTED_BY,
        report_url=settings.ACCESSIBILITY_REPORT_URL,
        known_issues=settings.ACCESSIBILITY_KNOWN_ISSUES,
    )


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about visitors: next to nothing."""
    return _page(
        request,
        "privacy",
        "Privacy",
        session_cookie=settings.SESSION_COOKIE_NAME,
        csrf_cookie=settings.CSRF_COOKIE_NAME,
    )


@require_safe
def colophon(request: HttpRequest) -> HttpResponse:
    """The sources with their rights, and whose work the site is built with."""
    sources = kind("write_up").cards().order_by("-date", "pk")
    return _page(request, "colophon", "Colofon", sources=sources, licence=settings.CONTENT_LICENCE)


@require_safe
@cache_control(max_age=24 * 60 * 60)
def security_txt(request: HttpRequest) -> HttpResponse:
    """``/.well-known/security.txt``, as RFC 9116 has it: whom to tell about a leak."""
    expires = settings.SECURITY_EXPIRES
    if expires is None:
        raise Http404
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {datetime.combine(expires, time(), UTC):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.SITE_URL}{reverse('security_txt')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
