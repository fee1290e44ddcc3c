"""What the index holds of a public page, or of a passage of one."""

from dataclasses import dataclass

from innovkb.search.index import weighting
from innovkb.search.index.weighting import FACET, WORD, analyse_field
from innovkb.search.models import SearchEntry

Key = tuple[str, int]
"""The kind and primary key of what is indexed."""
_STORED = (
    "kind", "object_id", "passage", "title", "body", "context", "url", "heading", "byline",
    "speaker", "language",
)  # fmt: skip


@dataclass(frozen=True)
class IndexDocument:
    """A page (passage 0) or a passage of one, counted from 1; all texts are plain."""

    kind: str
    object_id: int
    title: str
    body: str
    context: str
    url: str
    heading: str = ""
    """What the results call it, where that is not the title."""
    language: str = "nl"
    """Of the heading."""
    byline: str = ""
    speaker: str = ""
    passage: int = 0
    facets: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, entry: SearchEntry) -> "IndexDocument":
        """The document that an entry was written from."""
        return cls(
            **{name: getattr(entry, name) for name in _STORED},
            facets=tuple((name, value) for name, value in entry.facets),
        )

    def write(self, entry: SearchEntry) -> SearchEntry:
        """The entry, filled with this document."""
        for name in _STORED:
            setattr(entry, name, getattr(self, name))
        entry.facets = [list(facet) for facet in self.facets]
        return entry

    @property
    def key(self) -> Key:
        return (self.kind, self.object_id)

    def postings(self, averages: dict[str, float]) -> dict[str, float]:
        """Every posting that leads to this document, with its weight (0 where it has none)."""
        fields = {name: analyse_field(getattr(self, name)) for name in weighting.FIELDS}
        weights = weighting.term_weights(fields, averages)
        for field in fields.values():
            weights.update(dict.fromkeys((WORD + word for word in field.words), 0.0))
        for name, value in self.facets:
            weights[f"{FACET}{name}:{value}"] = 0.0
        if self.passage:
            weights[f"{FACET}passage:{self.kind}:{self.object_id}"] = 0.0
        else:
            weights[f"{FACET}kind:{self.kind}"] = 0.0
        return weights
