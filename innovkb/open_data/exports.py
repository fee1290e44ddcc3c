"""Every kind as a file: CSV for a spreadsheet, JSON for a program."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from innovkb.kinds import KINDS
from innovkb.lib.text import printable

_KIND_OF_PATH = {kind.path: kind for kind in KINDS}
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A spreadsheet would run a cell that starts so."""


@require_safe
def export(request: HttpRequest, path: str, extension: str) -> HttpResponse:
    """``/export/<path>.csv`` and ``.json``: all public objects of a kind."""
    kind = _KIND_OF_PATH.get(path)
    if kind is None:
        raise Http404
    rows = [kind.serialize(thing) for thing in kind.full().order_by("slug")]
    if extension == "json":
        text = json.dumps(rows, ensure_ascii=False, indent=1)
        response = HttpResponse(text, content_type="application/json")
    else:
        response = HttpResponse(as_csv(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{kind.path}.{extension}"'
    return response


def as_csv(rows: Sequence[Mapping[str, Any]]) -> str:
    """Semicolons and a byte-order mark: what Excel expects in Dutch."""
    buffer = io.StringIO()
    buffer.write("\ufeff")
    if rows:
        writer = csv.writer(buffer, delimiter=";")
        writer.writerow(rows[0])
        writer.writerows([_cell(value) for value in row.values()] for row in rows)
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """A value as text: references by name, the parts of a list apart by `` | ``."""
    if isinstance(value, list):
        return " | ".join(_cell(part) for part in value)
    if isinstance(value, dict):
        named = value.get("name") or value.get("text")
        return _cell(named) if named else ", ".join(_cell(part) for part in value.values() if part)
    text = "" if value is None else printable(str(value))
    return f"'{text}" if text.startswith(_FORMULA) else text
