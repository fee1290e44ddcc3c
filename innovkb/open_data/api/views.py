"""The addresses of the API: read-only, for any site."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.kinds import KINDS, kind
from innovkb.lib.addresses import absolute, read_fields
from innovkb.open_data.api.answers import MOST_ASKED, SPAN, answers, given, whole_number
from innovkb.open_data.api.filters import filters_of
from innovkb.open_data.api.lists import (
    LARGEST_PAGE,
    PAGE_SIZE,
    as_asked,
    cursor_of_page,
    expandable,
    links,
    list_parameters,
    page,
    thing_parameters,
)
from innovkb.open_data.api.openapi import SEARCH_PARAMETERS, openapi_document
from innovkb.open_data.api.problems import ProblemError
from innovkb.open_data.api.schemas import collection
from innovkb.search.ask.engine import search
from innovkb.search.ask.reader import reader
from innovkb.search.pages.forms import PARAMETERS, SearchAddress
from innovkb.search.pages.serialize import result_data

LARGEST_SEARCH_PAGE = 1000
_KIND_OF = {collection(one): one for one in KINDS}
_OLD_NAMES = {one.path: collection(one) for one in KINDS} | {"zoeken": "search"}
_FACET_OF = {facet: parameter for parameter, facet in PARAMETERS.items()}


@answers
def index(request: HttpRequest) -> Any:
    """Every kind with the address of its list."""
    given(request, [])
    return {
        "name": settings.SITE_NAME,
        "documentation": absolute(reverse("api_docs")),
        "openapi": absolute(reverse("api_schema")),
        "search": absolute(reverse("api_search")),
        "kinds": {one.key: absolute(reverse("api_list", args=[collection(one)])) for one in KINDS},
    }


@answers
def schema(request: HttpRequest) -> Any:
    """The OpenAPI 3.1 description of this API."""
    given(request, [])
    return openapi_document()


@answers
def object_list(request: HttpRequest, name: str) -> Any:
    """One kind, a page at a time."""
    one = _kind(name)
    answer = page(one, given(request, list_parameters(one)))
    request.api_link = links(answer)  # type: ignore[attr-defined]
    return answer


@answers
def object_detail(request: HttpRequest, name: str, slug: str) -> Any:
    """One thing by its slug."""
    one = _kind(name)
    asked = given(request, thing_parameters(one))
    thing = None if "\0" in slug else one.full().filter(slug=slug).first()
    if thing is None:
        raise ProblemError(404, "Dit is er niet, of niet openbaar.")
    return as_asked(one, [dict(one.serialize(thing))], asked)[0]


@answers
def search_results(request: HttpRequest) -> Any:
    """The site's search, with the same ranking, facets and filters as its page."""
    asked = given(request, SEARCH_PARAMETERS, several=tuple(_FACET_OF))
    limit = whole_number(asked, "limit", 20, LARGEST_PAGE)
    number = whole_number(asked, "page", 1, LARGEST_SEARCH_PAGE)
    for flag in ("literal", "aside"):
        if asked.get(flag, "false") not in {"true", "false"}:
            raise ProblemError(400, f"{flag} is true of false.", flag)
    fields = read_fields(request)[0]
    fields._mutable = True
    for facet, parameter in _FACET_OF.items():
        fields.setlist(parameter, fields.getlist(facet))
    address = SearchAddress.read(fields, reader()[0].labels)
    result = search(
        address.q,
        filters=address.filters,
        offset=(number - 1) * limit,
        limit=limit,
        literal=asked.get("literal") == "true",
        aside=asked.get("aside") == "true",
    )
    facets = {
        name: {value.value: value.count for value in values}
        for name, values in result.facets.items()
    }
    data = result_data(address.q, result)
    hits = [hit | {"url": absolute(hit["url"])} for hit in data["results"]]
    if answer := data["answer"]:
        for thing in answer["things"]:
            thing["url"] = absolute(thing["url"])
    return data | {"results": hits, "facets": facets, "ignored": address.ignored}


@answers
def missing(request: HttpRequest, rest: str = "") -> Any:
    """Whatever else is asked under the API's address."""
    raise ProblemError(404, "Dit adres is niet van deze API. Kijk in openapi.json.")


def former(request: HttpRequest, rest: str) -> HttpResponse:
    """The addresses of version 1.0 lead to those of now: Dutch names, a slash at the end."""
    first, _, slug = rest.strip("/").partition("/")
    name = _OLD_NAMES.get(first, first)
    if name != "search" and name not in _KIND_OF and rest.strip("/"):
        return missing(request, rest=rest)
    target = "/".join(part for part in ("/api/v1", name, slug.strip("/")) if part)
    query = _former_query(request, name, is_list=not slug)
    return HttpResponsePermanentRedirect(f"{target}?{query}" if query else target)


def _former_query(request: HttpRequest, name: str, *, is_list: bool) -> str:
    """The query with the names of now; of a list, the page as a cursor."""
    fields, _ = read_fields(request)
    pairs = [(key, value) for key in fields for value in fields.getlist(key)]
    if name == "search":
        flags = {"letterlijk": "literal", "zijdelings": "aside"}
        return urlencode(
            [
                (flags[key], "true" if value == "1" else "false")
                if key in flags
                else (PARAMETERS.get(key, key), value)
                for key, value in pairs
            ]
        )
    one = _KIND_OF.get(name)
    size, number = fields.get("page_size", str(PAGE_SIZE)), fields.get("page", "1")
    kept = [(key, value) for key, value in pairs if key not in {"page", "page_size"}]
    if one is None or not is_list or not (size + number).isascii() or len(size + number) > 8:
        return urlencode(pairs)
    if "page_size" in fields:
        kept.append(("limit", size))
    if number.isdigit() and size.isdigit():
        cursor = cursor_of_page(one, int(number), int(size))
        kept += [("cursor", cursor)] if cursor else []
    return urlencode(kept)


def _kind(name: str) -> Any:
    if name not in _KIND_OF:
        raise ProblemError(404, "Deze soort is er niet. Het begin van de API noemt ze alle.")
    return _KIND_OF[name]


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """What the API offers, for people."""
    rows = [
        (one, collection(one), [*filters_of(one), "updatedAfter"], expandable(one)) for one in KINDS
    ]
    example = kind("quote").full().order_by("pk").first()
    context = {
        "rows": rows,
        "kinds": KINDS,
        "example": kind("quote").serialize(example) if example else None,
        "most": MOST_ASKED,
        "minutes": int(SPAN.total_seconds() // 60),
        "largest_page": LARGEST_PAGE,
        "licence": settings.CONTENT_LICENCE,
        "email": settings.SITE_EMAIL,
        "crumbs": [("API en open data", "")],
    }
    return render(request, "open_data/docs.html", context)
