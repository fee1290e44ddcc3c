"""The OpenAPI description of the API, made from the registry of kinds."""

from typing import Any

from django.conf import settings

from innovkb.kinds import KINDS, Kind
from innovkb.lib.addresses import absolute
from innovkb.open_data.api.answers import VERSION
from innovkb.open_data.api.filters import UPDATED_AFTER, filters_of
from innovkb.open_data.api.lists import LARGEST_PAGE, expandable
from innovkb.open_data.api.problems import TITLES
from innovkb.open_data.api.schemas import collection, component_schemas, field_names, name_of

Schema = dict[str, Any]
FACETS = ("kind", "theme", "speaker", "organisation", "series", "year")
SEARCH_PARAMETERS = ["q", "limit", "page", "literal", "aside", *FACETS]
_TEXT: Schema = {"type": "string"}
_HEADERS = {
    "API-Version": {"description": "De versie van deze API", "schema": _TEXT},
    **{
        f"RateLimit-{name}": {"description": words, "schema": {"type": "string"}}
        for name, words in (
            ("Limit", "Zoveel vragen mag je per periode stellen"),
            ("Remaining", "Zoveel vragen heb je nog"),
            ("Reset", "Over zoveel seconden begint een nieuwe periode"),
        )
    },
}


def openapi_document() -> Schema:
    """OpenAPI 3.1."""
    paths: Schema = {
        "/openapi.json": {
            "get": _operation("getOpenapi", "Deze beschrijving", {"type": "object"}, [])
        },
        "/search": {"get": _search()},
    }
    for kind in KINDS:
        paths[f"/{collection(kind)}"] = {"get": _list(kind)}
        paths[f"/{collection(kind)}/{{slug}}"] = {"get": _detail(kind)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{settings.SITE_NAME} API",
            "version": VERSION,
            "description": "Alles wat op de site openbaar is. Alleen lezen, zonder sleutel.",
            "contact": _contact(),
            "license": {"name": settings.CONTENT_LICENCE or "Zie het colofon",
                        "url": absolute("/colofon/")},
        },
        "servers": [{"url": absolute("/api/v1")}],
        "security": [],
        "tags": [{"name": collection(kind)} for kind in KINDS] + [{"name": "search"}],
        "paths": paths,
        "components": {"schemas": {**component_schemas(), "Problem": _PROBLEM, "Hit": _HIT}},
    }  # fmt: skip


def _contact() -> Schema:
    found = {"name": settings.SITE_OWNER, "url": absolute("/over/")}
    return found | ({"email": settings.SITE_EMAIL} if settings.SITE_EMAIL else {})


_PROBLEM: Schema = {
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": _TEXT,
        "title": _TEXT,
        "status": {"type": "integer"},
        "detail": _TEXT,
        "instance": _TEXT,
        "invalidParams": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["name", "reason"],
                "properties": {"name": _TEXT, "reason": _TEXT},
            },
        },
    },
}
_HIT: Schema = {
    "type": "object",
    "required": ["kind", "title", "text", "url", "speaker", "score"],
    "properties": {
        "kind": {"type": "string", "enum": [kind.key for kind in KINDS]},
        "title": _TEXT,
        "text": _TEXT,
        "url": _TEXT,
        "speaker": {"anyOf": [_TEXT, {"type": "null"}]},
        "score": {"type": "number"},
    },
}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _operation(
    name: str, summary: str, schema: Schema, parameters: list[Schema], *wrong: int
) -> Schema:
    answers: Schema = {
        "200": {
            "description": summary,
            "headers": _HEADERS,
            "content": {"application/json": {"schema": schema}},
        },
        "304": {"description": TITLES[304], "headers": _HEADERS},
    }
    for status in (400, *wrong, 405, 429, 503):
        answers[str(status)] = {
            "description": TITLES[status],
            "headers": _HEADERS,
            "content": {"application/problem+json": {"schema": _ref("Problem")}},
        }
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": answers,
    }


def _query(name: str, schema: Schema, words: str, **more: Any) -> Schema:
    return {
        "name": name, "in": "query", "required": False, "description": words, "schema": schema,
        **more,
    }  # fmt: skip


def _names(name: str, known: list[str], words: str) -> Schema:
    schema = {"type": "array", "items": {"type": "string", "enum": known}}
    return _query(name, schema, words, style="form", explode=False)


def _slug_filter(name: str) -> Schema:
    if name == "year":
        return _query(name, {"type": "string", "pattern": "^[1-9][0-9]{3}$"}, "Het jaar")
    return _query(name, _TEXT, f"Het adres (slug) van: {name}")


def _choices(kind: Kind) -> list[Schema]:
    found = [_names("fields", field_names(kind), "Alleen deze velden, met komma’s ertussen")]
    if names := expandable(kind):
        found.append(_names("expand", names, "Deze verwijzingen in hun geheel"))
    return found


def _list(kind: Kind) -> Schema:
    optional = {"anyOf": [_TEXT, {"type": "null"}]}
    rows = {
        "type": "object",
        "required": ["count", "next", "previous", "results"],
        "properties": {
            "count": {"type": "integer"},
            "next": optional,
            "previous": optional,
            "results": {"type": "array", "items": _ref(name_of(kind))},
        },
    }
    number = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE}
    moment = {"type": "string", "format": "date-time"}
    parameters = [
        _query("limit", number, "Hoeveel per bladzijde"),
        _query("cursor", _TEXT, "Waar de bladzijde begint: volg next en previous"),
        _query(UPDATED_AFTER, moment, "Alleen wat daarna kwam of veranderde"),
        *(_slug_filter(name) for name in filters_of(kind)),
        *_choices(kind),
    ]
    name = f"list{name_of(kind)}"
    return _operation(name, f"Alle {kind.plural}", rows, parameters) | {"tags": [collection(kind)]}


def _detail(kind: Kind) -> Schema:
    slug = {"name": "slug", "in": "path", "required": True, "schema": _TEXT,
            "description": "Het laatste deel van het adres op de site"}  # fmt: skip
    found = _operation(
        f"get{name_of(kind)}", f"Eén {kind.singular}", _ref(name_of(kind)),
        [slug, *_choices(kind)], 404,
    )  # fmt: skip
    return found | {"tags": [collection(kind)]}


def _answer() -> Schema:
    """What stands above the results: a barrier, what says a number, or quotes."""
    optional = {"anyOf": [_TEXT, {"type": "null"}]}
    thing = {
        "type": "object",
        "required": ["kind", "title", "url", "speaker"],
        "properties": {"kind": _TEXT, "title": _TEXT, "url": _TEXT, "speaker": optional},
    }
    return {
        "type": "object",
        "required": ["form", "sentence", "things"],
        "properties": {
            "form": {"type": "string", "enum": ["helps", "number", "said", "quotes"]},
            "sentence": optional,
            "things": {"type": "array", "items": thing},
        },
    }


def _search() -> Schema:
    several = {"type": "array", "items": _TEXT, "maxItems": 20}
    found = {
        "type": "object",
        "required": ["query", "corrected", "total", "answer", "results", "facets", "ignored"],
        "properties": {
            "query": _TEXT,
            "corrected": {"anyOf": [_TEXT, {"type": "null"}]},
            "total": {"type": "integer"},
            "answer": {"anyOf": [_answer(), {"type": "null"}]},
            "results": {"type": "array", "items": _ref("Hit")},
            "facets": {
                "type": "object",
                "additionalProperties": {
                    "type": "object", "additionalProperties": {"type": "integer"},
                },
            },
            "ignored": {"type": "array", "items": _TEXT},
        },
    }  # fmt: skip
    flag = {"type": "string", "enum": ["true", "false"]}
    number = {"type": "integer", "minimum": 1}
    parameters = [
        _query("q", _TEXT, "Waar je op zoekt"),
        _query("limit", number | {"maximum": LARGEST_PAGE}, "Hoeveel resultaten"),
        _query("page", number | {"maximum": 1000}, "Bladzijde"),
        _query("literal", flag, "Zonder verbetering"),
        _query("aside", flag, "Ook wat er zijdelings mee te maken heeft"),
        *(_query(name, several, "Filter; mag vaker") for name in FACETS),
    ]
    return _operation("search", "Zoeken, zoals op de site", found, parameters) | {
        "tags": ["search"]
    }
