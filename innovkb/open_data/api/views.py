"""Read-only views; the shapes are those of ``Kind.serialize``, described in ``openapi.json``."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.kinds import KINDS, Kind
from innovkb.open_data.api.schema import openapi_document
from innovkb.search.ask.engine import search
from innovkb.search.ask.query import clean
from innovkb.search.ask.reader import reader
from innovkb.search.pages.forms import PARAMETER_OF, PARAMETERS, SearchAddress
from innovkb.search.pages.serialize import result_data

PAGE_SIZE = 50
_LARGEST_PAGE = 200
_KIND_OF_PATH = {kind.path: kind for kind in KINDS}

View = Callable[..., HttpResponse]


def public_data(view: View) -> View:
    """Read-only, for any site: no cookie is read, so other origins may use it."""

    @wraps(view)
    @require_safe
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response

    return wrapped


def _json(data: Any, status: int = 200) -> JsonResponse:
    return JsonResponse(
        data, status=status, safe=False, json_dumps_params={"ensure_ascii": False, "indent": 1}
    )


def _problem(message: str, status: int) -> JsonResponse:
    """An error, in Dutch, as one object: ``{"error": "…"}``."""
    return _json({"error": message}, status)


def _absolute(name: str, *args: str) -> str:
    return f"{settings.SITE_URL}{reverse(name, args=args)}"


@public_data
def index(request: HttpRequest) -> HttpResponse:
    """Every kind with the address of its list."""
    return _json(
        {
            "name": settings.SITE_NAME,
            "documentation": _absolute("api_docs"),
            "openapi": _absolute("api_schema"),
            "search": _absolute("api_search"),
            "kinds": {kind.key: _absolute("api_list", kind.path) for kind in KINDS},
        }
    )


@public_data
def object_list(request: HttpRequest, path: str) -> HttpResponse:
    """One kind, a page at a time: ``count``, ``next``, ``previous`` and ``results``."""
    kind = _KIND_OF_PATH.get(path)
    if kind is None:
        return _problem(f"‘{clean(path)[:40]}’ is geen soort in deze API.", 404)
    page, size = _number(request, "page", 1), _number(request, "page_size", PAGE_SIZE)
    if page is None or size is None or size > _LARGEST_PAGE:
        return _problem(
            f"page en page_size zijn getallen vanaf 1; page_size tot {_LARGEST_PAGE}.", 400
        )
    paginator = Paginator(kind.full().order_by("slug"), size)
    if page > paginator.num_pages:
        return _problem(f"Er zijn {paginator.num_pages} pagina’s.", 404)
    rows = paginator.page(page)
    return _json(
        {
            "count": paginator.count,
            "next": _page(kind, page + 1, size) if rows.has_next() else None,
            "previous": _page(kind, page - 1, size) if rows.has_previous() else None,
            "results": [kind.serialize(thing) for thing in rows],
        }
    )


@public_data
def object_detail(request: HttpRequest, path: str, slug: str) -> HttpResponse:
    """One object by its slug."""
    kind = _KIND_OF_PATH.get(path)
    thing = kind.full().filter(slug=slug).first() if kind else None
    if kind is None or thing is None:
        return _problem("Dit is er niet, of niet openbaar.", 404)
    return _json(kind.serialize(thing))


@public_data
def search_results(request: HttpRequest) -> HttpResponse:
    """The site's search, with the same parameters and filters as its page."""
    address = SearchAddress.read(request.GET, reader()[0].labels)
    limit, page = _number(request, "limit", 20), _number(request, "page", 1)
    if limit is None or page is None or limit > _LARGEST_PAGE or page > 1000:
        return _problem(f"limit is een getal van 1 tot {_LARGEST_PAGE}, page van 1 tot 1000.", 400)
    result = search(
        address.q,
        filters=address.filters,
        offset=(page - 1) * limit,
        limit=limit,
        literal=address.literal,
    )
    facets = {
        PARAMETER_OF[name]: {value.value: value.count for value in values}
        for name, values in result.facets.items()
    }
    ignored = {"ignored": address.ignored} if address.ignored else {}
    return _json(result_data(address.q, result) | {"facets": facets} | ignored)


@public_data
def schema(request: HttpRequest) -> HttpResponse:
    """The OpenAPI 3.1 description of this API."""
    return _json(openapi_document(parameters=tuple(PARAMETERS)))


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """What the API offers, for people."""
    return render(request, "open_data/docs.html", {"kinds": KINDS, "crumbs": [("API", None)]})


def _number(request: HttpRequest, name: str, default: int) -> int | None:
    """A whole number from 1; None when the parameter is something else."""
    text = request.GET.get(name, str(default))
    return int(text) if re.fullmatch(r"[1-9][0-9]{0,6}", text) else None


def _page(kind: Kind, page: int, size: int) -> str:
    query = {"page": page} | ({"page_size": size} if size != PAGE_SIZE else {})
    return f"{_absolute('api_list', kind.path)}?{urlencode(query)}"
