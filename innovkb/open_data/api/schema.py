"""The OpenAPI description of the API, made from the registry of kinds."""

from typing import Any

from django.conf import settings

from innovkb.kinds import KINDS, Kind

_ERROR = {
    "description": "De fout, in het Nederlands",
    "content": {
        "application/json": {
            "schema": {
                "type": "object",
                "required": ["error"],
                "properties": {"error": {"type": "string"}},
            }
        }
    },
}


def openapi_document(*, parameters: tuple[str, ...]) -> dict[str, Any]:
    """OpenAPI 3.1; ``parameters`` are the filters of the search."""
    paths: dict[str, Any] = {}
    for kind in KINDS:
        paths[f"/api/v1/{kind.path}/"] = {"get": _list(kind)}
        paths[f"/api/v1/{kind.path}/{{slug}}/"] = {"get": _detail(kind)}
    paths["/api/v1/zoeken/"] = {"get": _search(parameters)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{settings.SITE_NAME} API",
            "version": "1",
            "description": "Alles wat op de site openbaar is. Alleen lezen, zonder sleutel.",
        },
        "servers": [{"url": settings.SITE_URL}],
        "paths": paths,
    }


def _query(name: str, kind: str, description: str) -> dict[str, Any]:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": {"type": kind},
    }


def _answer(description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": schema}}}


def _object(*required: str) -> dict[str, Any]:
    return {"type": "object", "required": list(required)}


def _list(kind: Kind) -> dict[str, Any]:
    rows = {
        "type": "object",
        "required": ["count", "next", "previous", "results"],
        "properties": {
            "count": {"type": "integer"},
            "next": {"type": ["string", "null"]},
            "previous": {"type": ["string", "null"]},
            "results": {"type": "array", "items": _object("slug", "url")},
        },
    }
    return {
        "operationId": f"list_{kind.key}",
        "summary": f"Alle {kind.plural}, per bladzijde",
        "parameters": [
            _query("page", "integer", "Bladzijde, vanaf 1"),
            _query("page_size", "integer", "Aantal per bladzijde, tot 200"),
        ],
        "responses": {"200": _answer(f"De {kind.plural}", rows), "400": _ERROR, "404": _ERROR},
    }


def _detail(kind: Kind) -> dict[str, Any]:
    slug = {"name": "slug", "in": "path", "required": True, "schema": {"type": "string"}}
    return {
        "operationId": f"get_{kind.key}",
        "summary": f"Eén {kind.singular}",
        "parameters": [slug],
        "responses": {"200": _answer(kind.singular, _object("slug", "url")), "404": _ERROR},
    }


def _search(parameters: tuple[str, ...]) -> dict[str, Any]:
    found = {
        "type": "object",
        "required": ["query", "corrected", "total", "shown", "results"],
        "properties": {
            "query": {"type": "string"},
            "corrected": {"type": ["string", "null"]},
            "total": {"type": "integer"},
            "shown": {
                "type": "integer",
                "description": "Hoeveel daarvan, de eerste, echt over de vraag gaan.",
            },
            "results": {
                "type": "array",
                "items": _object("kind", "title", "text", "url", "speaker", "score"),
            },
            "facets": {"type": "object"},
        },
    }
    return {
        "operationId": "search",
        "summary": "Zoeken, zoals op de site",
        "parameters": [
            _query("q", "string", "Waar je op zoekt"),
            _query("limit", "integer", "Aantal resultaten, tot 200"),
            _query("page", "integer", "Bladzijde, vanaf 1"),
            *(_query(name, "string", "Filter; mag vaker") for name in parameters),
        ],
        "responses": {"200": _answer("De resultaten", found), "400": _ERROR},
    }
