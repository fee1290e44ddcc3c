"""Lists and things of one kind: a page at a time, with as much as was asked for."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from innovkb.kinds import Kind, kind
from innovkb.lib.addresses import absolute
from innovkb.open_data.api.answers import Given, whole_number
from innovkb.open_data.api.filters import UPDATED_AFTER, filtered, filters_of
from innovkb.open_data.api.problems import ProblemError
from innovkb.open_data.api.schemas import ALWAYS, EXPANDED, collection, field_names

PAGE_SIZE = 50
LARGEST_PAGE = 200

Data = dict[str, Any]


def expandable(one: Kind) -> list[str]:
    return [name for name in field_names(one) if name in EXPANDED]


def thing_parameters(one: Kind) -> list[str]:
    return ["fields", *(["expand"] if expandable(one) else [])]


def list_parameters(one: Kind) -> list[str]:
    return ["limit", "cursor", UPDATED_AFTER, *filters_of(one), *thing_parameters(one)]


def page(one: Kind, asked: Given) -> Data:
    """``count``, ``next``, ``previous`` and ``results``, in the order of the slugs."""
    size = whole_number(asked, "limit", PAGE_SIZE, LARGEST_PAGE)
    rows = filtered(one, one.full(), asked)
    side, place = _read_cursor(asked.get("cursor", ""))
    if side == "before":
        found = list(rows.filter(slug__lt=place).order_by("-slug")[: size + 1])
        more_before, more_after = len(found) > size, True
        found = found[:size][::-1]
    else:
        found = list(rows.filter(slug__gt=place).order_by("slug")[: size + 1])
        more_before, more_after = bool(place), len(found) > size
        found = found[:size]

    def address(side: str, thing: Any) -> str:
        query = {**asked, "cursor": _cursor(side, thing.slug)}
        return f"{absolute(reverse('api_list', args=[collection(one)]))}?{urlencode(query)}"

    return {
        "count": rows.order_by().count(),
        "next": address("after", found[-1]) if found and more_after else None,
        "previous": address("before", found[0]) if found and more_before else None,
        "results": as_asked(one, [dict(one.serialize(thing)) for thing in found], asked),
    }


def links(answer: Data) -> str:
    """The Link header of a page (RFC 8288)."""
    return ", ".join(
        f'<{answer[name]}>; rel="{rel}"'
        for name, rel in (("next", "next"), ("previous", "prev"))
        if answer[name]
    )


def as_asked(one: Kind, rows: Sequence[Data], asked: Given) -> list[Data]:
    """The rows with the fields and the whole references that were asked for."""
    for name in _names(asked, "expand", expandable(one)):
        _expand(rows, name)
    chosen = _names(asked, "fields", field_names(one))
    if not chosen:
        return list(rows)
    kept = {*ALWAYS, *chosen}
    return [{name: value for name, value in row.items() if name in kept} for row in rows]


def _names(asked: Given, parameter: str, known: Sequence[str]) -> list[str]:
    names = [name for name in asked.get(parameter, "").split(",") if name]
    for name in names:
        if name not in known:
            message = f"{parameter} kent ‘{name[:40]}’ niet. Wel: {', '.join(known)}."
            raise ProblemError(400, message, parameter)
    return names


def _expand(rows: Sequence[Data], name: str) -> None:
    """Puts what is referred to in the place of each reference, in a few queries for all rows."""
    one = kind(EXPANDED[name])
    named = [
        reference
        for row in rows
        for reference in (row[name] if isinstance(row[name], list) else [row[name]])
        if reference
    ]
    things = one.full().filter(slug__in={reference["slug"] for reference in named})
    whole: Mapping[str, Any] = {thing.slug: one.serialize(thing) for thing in things}
    for row in rows:
        value = row[name]
        if isinstance(value, list):
            row[name] = [whole.get(part["slug"], part) for part in value]
        elif value:
            row[name] = whole.get(value["slug"], value)


def _cursor(side: str, slug: str) -> str:
    return urlsafe_b64encode(f"{side}:{slug}".encode()).decode().rstrip("=")


def _read_cursor(text: str) -> tuple[str, str]:
    """The side and the slug that a cursor names; nothing stands for the beginning."""
    if not text:
        return "after", ""
    try:
        decoded = urlsafe_b64decode(text.encode("ascii") + b"=" * (-len(text) % 4)).decode()
        side, _, slug = decoded.partition(":")
        if side in {"before", "after"} and slug and "\0" not in slug:
            return side, slug
    except ValueError:
        pass
    raise ProblemError(400, "Deze cursor is niet van ons. Begin zonder, en volg next.", "cursor")


def cursor_of_page(one: Kind, number: int, size: int) -> str:
    """The cursor for what version 1.0 called page ``number``."""
    if number <= 1:
        return ""
    place = (number - 1) * size
    slugs = one.published().order_by("slug").values_list("slug", flat=True)
    last = list(slugs[place - 1 : place]) or list(slugs.reverse()[:1])
    return _cursor("after", last[0]) if last else ""
