"""Reads the address of a search page. What makes no sense is left out, and named."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import QueryDict

from innovkb.lib.text import shorten
from innovkb.search.ask.query import LONGEST_QUERY, clean

PARAMETERS = {
    "soort": "kind",
    "thema": "theme",
    "spreker": "speaker",
    "organisatie": "organisation",
    "reeks": "series",
    "jaar": "year",
}
"""The parameter of each facet in the address."""
PARAMETER_OF = {facet: parameter for parameter, facet in PARAMETERS.items()}
_MOST_VALUES = 20
"""Values of one facet that are read."""
_LAST_PAGE = 9999


@dataclass
class SearchAddress:
    """The state of a search page, as it stands in the address."""

    q: str = ""
    literal: bool = False
    aside: bool = False
    """Whether what has to do with it only sideways is shown too."""
    page: int = 1
    filters: dict[str, list[str]] = field(default_factory=dict)
    ignored: list[str] = field(default_factory=list)

    @classmethod
    def read(cls, data: QueryDict, labels: Mapping[tuple[str, str], str]) -> "SearchAddress":
        """The address of a page; ``labels`` are the facet values that exist."""
        address = cls(
            q=clean(data.get("q", "")),
            literal=data.get("letterlijk") == "1",
            aside=data.get("zijdelings") == "1",
        )
        if len(address.q) > LONGEST_QUERY:
            address.q = address.q[:LONGEST_QUERY].strip()
            address.ignored.append(
                f"Je zoekvraag is lang: we lazen de eerste {LONGEST_QUERY} tekens."
            )
        for parameter, facet in PARAMETERS.items():
            address._read_facet(facet, data.getlist(parameter), labels)
        page = data.get("pagina", "1")
        if page.isascii() and page.isdigit() and 1 <= int(page[:5]) <= _LAST_PAGE and len(page) < 5:
            address.page = int(page)
        else:
            address.ignored.append("Die pagina is er niet. Dit is de eerste pagina.")
        return address

    def _read_facet(
        self, facet: str, values: list[str], labels: Mapping[tuple[str, str], str]
    ) -> None:
        for value in dict.fromkeys(values[:_MOST_VALUES]):
            if not value:
                continue
            if (facet, value) in labels or (facet == "year" and _is_year(value)):
                self.filters.setdefault(facet, []).append(value)
            else:
                self.ignored.append(f"‘{shorten(clean(value), 40)}’ kennen we niet als filter.")

    def query(
        self,
        *,
        without: tuple[str, str] | None = None,
        literal: bool | None = None,
        aside: bool | None = None,
    ) -> str:
        """The address after the question mark, without the page, changed as asked."""
        pairs = [("q", self.q)]
        pairs += [
            (PARAMETER_OF[facet], value)
            for facet, values in self.filters.items()
            for value in values
            if (facet, value) != without
        ]
        if self.literal if literal is None else literal:
            pairs.append(("letterlijk", "1"))
        if self.aside if aside is None else aside:
            pairs.append(("zijdelings", "1"))
        return urlencode(pairs)

    @property
    def own_query(self) -> str:
        """What sets this page of results apart: all that was understood of the address."""
        if not self.q:
            return ""
        return self.query() + (f"&pagina={self.page}" if self.page > 1 else "")


def _is_year(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) == 4
