"""Reads the addresses of the tools.

What makes no sense is left out, and ``ignored`` says so.
"""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict

from innovkb.lib.text import shorten

MOST_BARRIERS = 60
LONGEST_TEXT = 400
"""Characters of the visitor's own words that are read."""

CHOOSE = "kiezen"


def printable(text: str) -> str:
    """The text on one line, without control characters, which no database takes."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


class TextField(forms.Field):
    def to_python(self, value: Any) -> str:
        return printable(str(value or ""))


class TextsField(forms.Field):
    """Every value of a parameter that an address may repeat."""

    widget = forms.MultipleHiddenInput

    def to_python(self, value: Any) -> list[str]:
        return [text for text in value or () if text]


class AddressForm(forms.Form):
    """Never refuses an address: it keeps what it understands and names the rest."""

    stap = TextField(required=False)

    def __init__(self, fields: QueryDict, *, cut: bool) -> None:
        super().__init__(fields)
        self.ignored = ["Dit adres is te lang. We lazen niet alles."] if cut else []
        self.full_clean()

    @property
    def step(self) -> str:
        return str(self.cleaned_data["stap"])


class NavigatorForm(AddressForm):
    """``?b=<slug>&b=<slug>``: the chosen barriers; ``q``: what troubles somebody, in own words."""

    q = TextField(required=False)
    b = TextsField(required=False)

    def __init__(self, fields: QueryDict, barriers: Iterable[Any], *, cut: bool) -> None:
        self.barriers = {barrier.slug: barrier for barrier in barriers}
        super().__init__(fields, cut=cut)

    def clean_q(self) -> str:
        text: str = self.cleaned_data["q"]
        if "\0" in self.data.get("q", ""):
            self.ignored.append("In je tekst stonden tekens die we niet kunnen lezen.")
        if len(text) > LONGEST_TEXT:
            self.ignored.append(f"Je tekst is lang: we lazen de eerste {LONGEST_TEXT} tekens.")
        return text[:LONGEST_TEXT].strip()

    def clean_b(self) -> list[Any]:
        given: list[str] = self.cleaned_data["b"]
        slugs = list(dict.fromkeys(given))
        if len(slugs) < len(given):
            self.ignored.append("Wat dubbel in het adres staat, telt één keer.")
        unknown = [slug for slug in slugs if slug not in self.barriers]
        if unknown:
            more = f" (en nog {len(unknown) - 1} andere)" if len(unknown) > 1 else ""
            name = shorten(printable(unknown[0]), 40)
            self.ignored.append(f"De barrière ‘{name}’{more} kennen we niet. Weggelaten.")
        chosen = [self.barriers[slug] for slug in slugs if slug in self.barriers]
        if len(chosen) > MOST_BARRIERS:
            self.ignored.append(f"Je koos veel: we lazen de eerste {MOST_BARRIERS} barrières.")
        return chosen[:MOST_BARRIERS]

    @property
    def words(self) -> str:
        return str(self.cleaned_data["q"])

    @property
    def chosen(self) -> list[Any]:
        """The barriers that were chosen, in the order of the address."""
        return list(self.cleaned_data["b"])

    @property
    def shows_result(self) -> bool:
        return bool(self.chosen) and self.step != CHOOSE

    @property
    def is_empty(self) -> bool:
        """Whether the form was sent with nothing chosen, or its search with no words."""
        nothing = not self.chosen or self.step == CHOOSE
        return "q" in self.data and not self.words and nothing
