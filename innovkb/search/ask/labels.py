"""What the values of facets are called, for filters and suggestions."""

from innovkb.kinds import KINDS
from innovkb.search.models import SearchEntry
from sessions.models import Series

FACET_TITLES = {
    "kind": "Soort",
    "theme": "Thema",
    "speaker": "Spreker",
    "organisation": "Organisatie",
    "series": "Reeks",
    "year": "Jaar",
}
_NAMED = ("theme", "speaker", "organisation")


def load_labels() -> dict[tuple[str, str], str]:
    """The label of each facet value that has a name of its own; two queries."""
    labels = {("kind", kind.key): kind.plural for kind in KINDS}
    labels |= {("series", s.slug): s.name for s in Series.objects.published()}
    rows = SearchEntry.objects.filter(kind__in=_NAMED, passage=0)
    for kind, heading, facets in rows.values_list("kind", "heading", "facets"):
        labels |= {(name, value): heading for name, value in facets if name == kind}
    return labels
