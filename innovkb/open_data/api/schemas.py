"""JSON schemas of the data that each kind gives, made from its types and its model."""

from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from django.core.exceptions import FieldDoesNotExist
from django.db import models

from innovkb.kinds import KINDS, Kind
from innovkb.kinds import kind as kind_by_key

Schema = dict[str, Any]

_SIMPLE: dict[Any, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
}
EXPANDED = {
    "speaker": "speaker", "write_up": "write_up", "themes": "theme", "quotes": "quote",
    "session": "session", "publisher": "organisation", "organiser": "organisation",
    "organisations": "organisation", "archetypes": "archetype", "barriers": "barrier",
}  # fmt: skip
"""References that can be asked for whole, and of what kind they are."""
ALWAYS = ("slug", "url")
"""The fields that no choice of fields leaves out."""


def collection(kind: Kind) -> str:
    """The name of a kind's list in the addresses of the API: ``write-ups``."""
    return f"{kind.key.replace('_', '-')}s"


def shape(kind: Kind) -> type:
    """The type of the data that a kind gives."""
    found: type = get_type_hints(kind.serialize)["return"]
    return found


def field_names(kind: Kind) -> list[str]:
    return list(get_type_hints(shape(kind)))


def component_schemas() -> dict[str, Schema]:
    """Every type, by its name; those of the kinds by their key."""
    found: dict[str, Schema] = {}
    for kind in KINDS:
        _object(shape(kind), found, kind)
    return found


def name_of(kind: Kind) -> str:
    return _name(shape(kind))


def _name(typed: type) -> str:
    """What the description calls a type: ``Tip`` for ``TipData``."""
    return typed.__name__.removesuffix("Data")


def _object(typed: type, found: dict[str, Schema], kind: Kind | None = None) -> None:
    name = _name(typed)
    if name in found:
        return
    found[name] = {}
    hints = get_type_hints(typed)
    found[name] = {
        "type": "object",
        "description": (typed.__doc__ or "").strip() or (kind.singular if kind else ""),
        "properties": {
            field: _told_by_model(kind, field) | _whole(kind, field, _schema(hint, found))
            for field, hint in hints.items()
        },
        "required": [field for field in hints if kind is None or field in ALWAYS],
    }


def _schema(hint: Any, found: dict[str, Schema]) -> Schema:
    if hint in _SIMPLE:
        return dict(_SIMPLE[hint])
    if is_typeddict(hint):
        _object(hint, found)
        return {"$ref": f"#/components/schemas/{_name(hint)}"}
    if get_origin(hint) is Literal:
        return {"type": "string", "enum": list(get_args(hint))}
    if get_origin(hint) is list:
        return {"type": "array", "items": _schema(get_args(hint)[0], found)}
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_schema(one, found) for one in get_args(hint)]}
    raise TypeError(f"No schema for {hint!r}.")


def _whole(kind: Kind | None, field: str, schema: Schema) -> Schema:
    """A reference that can be asked for whole is either."""
    if kind is None or field not in EXPANDED:
        return schema
    whole = {"$ref": f"#/components/schemas/{name_of(kind_by_key(EXPANDED[field]))}"}
    if "items" in schema:
        return {**schema, "items": {"anyOf": [schema["items"], whole]}}
    return {"anyOf": [*schema.get("anyOf", [schema]), whole]}


def _told_by_model(kind: Kind | None, name: str) -> Schema:
    """What the model's field of that name says: what it means, which values it may have."""
    try:
        field: Any = kind.model._meta.get_field(name) if kind else None
    except FieldDoesNotExist:
        return {}
    if not isinstance(field, models.Field):
        return {}
    told: Schema = {"description": str(field.verbose_name)}
    if field.choices:
        told["enum"] = [value for value, _ in field.flatchoices]
    if isinstance(field, models.DateTimeField):
        told["format"] = "date-time"
    elif isinstance(field, models.DateField):
        # ISO 8601 as far as it is known, which no registered format says: "2026-05".
        names = {one.name for one in field.model._meta.get_fields()}
        told["format"] = "partial-date" if f"{name}_precision" in names else "date"
    return told
