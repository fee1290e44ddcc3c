"""Fills in and posts the forms that a page really holds, as a browser would."""

from typing import Any

from bs4 import BeautifulSoup
from django.test import Client

Values = dict[str, Any]


def form_values(html: str, form_id: str) -> Values:
    """What a browser would send for the form if nobody touched it."""
    form = BeautifulSoup(html, "html.parser").find("form", id=form_id)
    assert form is not None
    values: Values = {}
    for field in form.find_all(["input", "textarea", "select"]):
        name = field.get("name")
        if not name or "__prefix__" in name or field.get("type") in {"submit", "file"}:
            continue
        if field.name == "textarea":
            values[name] = field.text.removeprefix("\n")
        elif field.name == "select":
            chosen = [option["value"] for option in field.find_all("option", selected=True)]
            if not field.has_attr("multiple") and not chosen:
                first = field.find("option")
                chosen = [first["value"]] if first else [""]
            values[name] = chosen if field.has_attr("multiple") else chosen[0]
        elif field.get("type") in {"checkbox", "radio"}:
            if field.has_attr("checked"):
                values[name] = field.get("value", "on")
        else:
            values[name] = field.get("value", "")
    return values


def add_rows(html: str, values: Values, prefix: str, rows: list[Values]) -> None:
    """Add rows to an inline, as its “add another” link does."""
    template = BeautifulSoup(html, "html.parser").find(id=f"{prefix}-empty")
    assert template is not None
    start = int(values[f"{prefix}-TOTAL_FORMS"])
    for number, row in enumerate(rows, start=start):
        empty = str(template).replace("__prefix__", str(number))
        fresh = form_values(f'<form id="row">{empty}</form>', "row")
        unknown = {key for key in row if f"{prefix}-{number}-{key}" not in fresh}
        assert unknown == set()
        values.update(fresh)
        values.update({f"{prefix}-{number}-{key}": value for key, value in row.items()})
    values[f"{prefix}-TOTAL_FORMS"] = str(start + len(rows))


def errors(html: str) -> list[str]:
    """The errors that a page shows, in their order."""
    lists = BeautifulSoup(html, "html.parser").select("ul.errorlist li, .errornote")
    return [entry.get_text(strip=True) for entry in lists]


def notices(client: Client, address: str) -> list[str]:
    """The messages that the next page shows."""
    page = BeautifulSoup(client.get(address).content, "html.parser")
    return [entry.get_text(strip=True) for entry in page.select("ul.messagelist li")]
