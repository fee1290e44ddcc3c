"""Every kind and every search as a file: CSV, JSON, and references for a reference manager."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_safe

from innovkb.kinds import KINDS, Kind, kind
from innovkb.lib.addresses import absolute, read_fields
from innovkb.lib.text import printable
from innovkb.open_data.api.answers import Given, given
from innovkb.open_data.api.filters import UPDATED_AFTER, filtered, filters_of
from innovkb.open_data.api.problems import ProblemError
from innovkb.open_data.cited import CITED, FILES, written
from innovkb.search.ask.engine import search
from innovkb.search.ask.reader import reader
from innovkb.search.pages.forms import PARAMETER_OF, PARAMETERS, SearchAddress
from innovkb.search.pages.serialize import result_data

_KIND_OF_PATH = {kind.path: kind for kind in KINDS}
_MOST_FOUND = 500
"""Results of a search that a file holds."""
_COLUMNS = {
    "appearances": "sprekers en auteurs", "barriers": "barrières", "examples": "voorbeelden",
    "helps_against": "helpt tegen", "kind": "soort", "people": "mensen",
    "published_write_ups": "uitgegeven verslagen", "questions": "vragen", "remedies": "wat helpt",
    "score": "score", "slug": "kenmerk", "speaker": "spreker", "speakers": "sprekers",
    "text": "tekst", "title": "titel", "url": "adres op deze site", "verdict": "wie zegt wat",
    "verified": "nagekeken", "voices": "stemmen", "write_ups": "verslagen",
}  # fmt: skip
"""What a sheet calls a column that no field of the model names."""
_FORMULA = re.compile(r"(^|;\s*)(?=[=+\-@\t\r\n＝＋－＠])")
"""A spreadsheet would run a cell that starts so, and, where it takes another mark to part cells,
what stands after ours."""


@require_safe
def export(request: HttpRequest, path: str, extension: str) -> HttpResponse:
    """``/export/<path>.csv`` and the like: the public objects of a kind, filtered as its list in
    the API is, by the names of there or of the pages."""
    one = _KIND_OF_PATH.get(path)
    if one is None or (extension in FILES and one.model not in CITED):
        raise Http404
    try:
        rows = filtered(one, one.full(), _filters(request, one)).order_by("slug")
    except ProblemError as found:
        data = found.data(request.path)
        return JsonResponse(data, status=found.status, content_type="application/problem+json")
    if extension in FILES:
        return _references(list(rows), one.path, extension)
    return _table([one.serialize(thing) for thing in rows], one.path, extension, one)


@require_safe
def search_export(request: HttpRequest, extension: str) -> HttpResponse:
    """``/zoeken/export.csv?q=…`` and the like: the first results, or references to the quotes and
    write-ups among them."""
    address = SearchAddress.read(read_fields(request)[0], reader()[0].labels)
    result = search(address.q, filters=address.filters, limit=_MOST_FOUND, literal=address.literal)
    if extension not in FILES:
        hits = result_data(address.q, result)["results"]
        found = [hit | {"url": absolute(hit["url"])} for hit in hits]
        if extension == "csv":
            found = [row | {"kind": kind(row["kind"]).singular} for row in found]
        return _table(found, "zoeken", extension)
    keys = [(hit.entry.kind, hit.entry.object_id) for hit in result.hits]
    things: dict[tuple[str, int], Any] = {}
    for key in dict.fromkeys(key for key, _ in keys if kind(key).model in CITED):
        rows = kind(key).cards().in_bulk([pk for name, pk in keys if name == key])
        things |= {(key, pk): row for pk, row in rows.items()}
    return _references([things[one] for one in keys if one in things], "zoeken", extension)


def files_query(one: Kind, chosen: Mapping[str, str]) -> Mapping[str, str] | None:
    """The filters of a page's list as a file takes them; None when it can't take one of them."""
    known = {name for name, facet in PARAMETERS.items() if facet in filters_of(one)}
    return chosen if set(chosen) <= known else None


def _filters(request: HttpRequest, one: Kind) -> Given:
    """What the address filters by, in the names of the API."""
    names = [*filters_of(one), UPDATED_AFTER]
    also = [PARAMETER_OF[name] for name in names if name in PARAMETER_OF]
    asked = given(request, [*names, *also])
    return {PARAMETERS.get(name, name): value for name, value in asked.items()}


def _references(things: Sequence[Any], name: str, extension: str) -> HttpResponse:
    response = HttpResponse(
        written(things, extension), content_type=f"{FILES[extension][0]}; charset=utf-8"
    )
    ending = "json" if extension == "csl" else extension
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _table(
    rows: Sequence[Mapping[str, Any]], name: str, extension: str, of: Kind | None = None
) -> HttpResponse:
    if extension == "json":
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        # A lone surrogate has no bytes; JSON can name it.
        body = text.encode("utf-8", "backslashreplace")
        response = HttpResponse(body, content_type="application/json")
    else:
        response = HttpResponse(as_csv(rows, of), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.{extension}"'
    return response


def as_csv(rows: Sequence[Mapping[str, Any]], of: Kind | None = None) -> str:
    """Semicolons and a byte-order mark: what Excel expects in Dutch; columns and choices in words,
    as the admin has them."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    if rows:
        columns = [_column(name, of) for name in rows[0]]
        writer = csv.writer(buffer, delimiter=";")
        writer.writerow([heading for heading, _ in columns])
        writer.writerows(
            [
                _cell(words.get(value, value) if isinstance(value, str) else value)
                for (_, words), value in zip(columns, row.values(), strict=True)
            ]
            for row in rows
        )
    return buffer.getvalue()


def _column(name: str, of: Kind | None) -> tuple[str, dict[str, str]]:
    """What a sheet calls a column, and the words for its values where these are choices."""
    try:
        field: Any = of.model._meta.get_field(name) if of else None
    except FieldDoesNotExist:
        field = None
    if not isinstance(field, models.Field) or name == "slug":
        return _COLUMNS.get(name, name), {}
    return str(field.verbose_name), dict(field.flatchoices)


def _cell(value: Any) -> str:
    """A value as text: references by name, the parts of a list apart by `` | ``."""
    if isinstance(value, list):
        return " | ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        named = value.get("name") or value.get("text")
        return _cell(named) if named else ", ".join(_cell(part) for part in value.values() if part)
    if isinstance(value, int | float):
        return str(value)
    text = "" if value is None else printable(str(value))
    return _FORMULA.sub(r"\1'", text)
