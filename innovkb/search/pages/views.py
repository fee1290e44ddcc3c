"""The search page, and suggestions while typing."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from innovkb.lib.filters import PAGE_SIZE
from innovkb.search.ask import engine
from innovkb.search.ask.labels import FACET_TITLES
from innovkb.search.ask.reader import Reader, read_index, reader
from innovkb.search.ask.suggest import suggestions
from innovkb.search.pages.forms import PARAMETER_OF, SearchAddress
from innovkb.search.pages.missed import record_missed
from innovkb.tools.answers import shown_answer

_EXAMPLES = (
    "geen budget na de pilot",
    "ruimte in een druk team",
    "citaten van Paul Iske",
    "de laatste kilometer",
)
_CRUMBS = [("Zoeken", "")]
_SHOWN_VALUES = 8
"""Values of a facet that are shown at once; the rest is folded away."""
_NEAR_WORDS = 5


@dataclass(frozen=True)
class Option:
    """A value of a facet, as the filter form shows it."""

    value: str
    label: str
    count: int
    active: bool


@dataclass(frozen=True)
class ShownFacet:
    """A group of the filter form: its parameter, name, and options."""

    parameter: str
    title: str
    options: list[Option]

    @property
    def first(self) -> list[Option]:
        return [o for n, o in enumerate(self.options) if n < _SHOWN_VALUES or o.active]

    @property
    def more(self) -> list[Option]:
        return [o for n, o in enumerate(self.options) if n >= _SHOWN_VALUES and not o.active]


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """``/zoeken/``: everything is in the address."""
    kept, _ = reader()
    address = SearchAddress.read(request.GET, kept.labels)
    if not address.q:
        return render(request, "search/start.html", _start(kept, address))
    result = _search(address, address.page)
    if address.page > 1 and not result.hits and result.total:
        address.ignored.append(f"Pagina {address.page} is er niet. Dit is de eerste pagina.")
        address.page = 1
        result = _search(address, 1)
    listed = result.total if address.aside else result.shown
    missed = not result.shown and not address.filters and not address.literal
    if missed:
        record_missed(address.q)
    context = {
        "address": address,
        "crumbs": _CRUMBS,
        "q": address.q,
        "result": result,
        "listed": listed,
        "page": Paginator(range(listed), PAGE_SIZE).get_page(address.page),
        "facets": _facets(kept, result),
        "active": _active(kept, address),
        "query": address.query(),
        "answer": shown_answer(result.answer),
        "literal_query": address.query(literal=True),
        "aside": result.total - listed,
        "aside_query": address.query(aside=True),
        "near": _near(kept, result) if not listed else [],
        "themes": _themes(kept) if not listed else [],
    }
    response = render(request, "search/results.html", context)
    if missed:
        patch_cache_control(response, no_store=True)  # or it would be counted once
    return response


@require_safe
def suggest(request: HttpRequest) -> JsonResponse:
    """``/zoeken/suggesties/?q=``: at most eight, kept by the browser for five minutes."""
    typed = request.GET.get("q", "")
    found = read_index(lambda kept, _: suggestions(typed, kept))
    response = JsonResponse({"suggestions": [page._asdict() for page in found]})
    response["Cache-Control"] = "public, max-age=300"
    return response


def _search(address: SearchAddress, page: int) -> engine.Result:
    return engine.search(
        address.q,
        filters=address.filters,
        offset=(page - 1) * PAGE_SIZE,
        limit=PAGE_SIZE,
        literal=address.literal,
        aside=address.aside,
    )


def _start(kept: Reader, address: SearchAddress) -> dict[str, object]:
    return {
        "address": address,
        "themes": _themes(kept),
        "examples": _EXAMPLES,
        "crumbs": _CRUMBS,
    }


def _themes(kept: Reader) -> list[tuple[str, str]]:
    """Address and name of every theme."""
    return [
        (reverse("theme", args=[value]), label)
        for (facet, value), label in kept.labels.items()
        if facet == "theme"
    ]


def _facets(kept: Reader, result: engine.Result) -> list[ShownFacet]:
    return [
        ShownFacet(
            PARAMETER_OF[name],
            FACET_TITLES[name],
            [
                Option(v.value, kept.labels.get((name, v.value), v.value), v.count, v.active)
                for v in values
            ],
        )
        for name, values in result.facets.items()
        if len(values) > 1 or any(value.active for value in values)
    ]


def _active(kept: Reader, address: SearchAddress) -> list[dict[str, str]]:
    """The filters that are on, each with the address without it."""
    path = reverse("search")
    return [
        {
            "label": f"{FACET_TITLES[facet]}: {kept.labels.get((facet, value), value)}",
            "remove_url": f"{path}?{address.query(without=(facet, value))}#resultaten",
        }
        for facet, values in address.filters.items()
        for value in values
    ]


def _near(kept: Reader, result: engine.Result) -> list[str]:
    """Words of the site that look like the words it does not know."""
    near = {
        (distance, -kept.vocabulary.count(word), word)
        for unknown in result.query.unknown
        for word, distance in kept.vocabulary.near(unknown, 3).items()
    }
    return [word for _, _, word in sorted(near)[:_NEAR_WORDS]]
