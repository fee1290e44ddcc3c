"""Examples (cases) and tools (aids)."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.kinds import Kind, kind
from innovkb.lib.filters import listing
from practices.forms import ExampleFilters, ToolFilters

EXAMPLE = kind("example")
TOOL = kind("tool")


def _examples(form: ExampleFilters) -> QuerySet[Any]:
    return form.narrow(EXAMPLE.cards()).order_by("-write_up__date", "write_up", "position")


def _tools(form: ToolFilters) -> QuerySet[Any]:
    return form.narrow(TOOL.cards()).order_by("form", "-write_up__date", "write_up", "position")


@require_safe
def example_list(request: HttpRequest) -> HttpResponse:
    """All examples, the newest first."""
    form = ExampleFilters.over(request.GET, EXAMPLE.published)
    context = {
        "kind": EXAMPLE,
        "listing": listing(request, _examples, form),
        "crumbs": crumbs(EXAMPLE),
    }
    return render(request, "practices/example_list.html", context)


@require_safe
def example(request: HttpRequest, slug: str) -> HttpResponse:
    """One example: where, by whom, with what effect."""
    return _item_page(request, EXAMPLE, slug)


@require_safe
def tool_list(request: HttpRequest) -> HttpResponse:
    """All tools, form by form."""
    form = ToolFilters.over(request.GET, TOOL.published)
    context = {"kind": TOOL, "listing": listing(request, _tools, form), "crumbs": crumbs(TOOL)}
    return render(request, "practices/tool_list.html", context)


@require_safe
def tool(request: HttpRequest, slug: str) -> HttpResponse:
    """One tool: where it is and what it is good for."""
    return _item_page(request, TOOL, slug)


def _item_page(request: HttpRequest, one: Kind, slug: str) -> HttpResponse:
    thing = public_or_404(one, slug)
    context = {"kind": one, "item": thing, "crumbs": crumbs(one, (thing.title, ""))}
    return render(request, f"practices/{one.key}.html", context)
