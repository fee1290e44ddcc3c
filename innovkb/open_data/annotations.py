"""The items of a text as annotations of it (W3C Web Annotation Data Model): programs that know the
model show them in its page, or in the source's own."""

from collections.abc import Iterable, Mapping
from typing import Any

from innovkb.kinds import kind_of
from innovkb.lib.addresses import absolute
from innovkb.lib.text import printable
from innovkb.passages.locate import Passage

Data = dict[str, Any]

MEDIA_TYPE = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
_CONTEXT = 32
"""Characters before and after a passage that say which one is meant, when they are enough."""


def annotations(
    write_up: Any, items: Iterable[tuple[str, Any]], text: str, places: Mapping[str, Passage]
) -> Data:
    """The collection of a write-up: its items, each with the id of its passage, of which ``text``
    is what a reader sees and ``places`` where in it they stand."""
    page = absolute(write_up.get_absolute_url())
    address = f"{page}annotaties"
    found = [
        _annotation(address, page, item, selector(text, places[passage]))
        for passage, item in items
        if passage in places
    ]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": address,
        "type": "AnnotationCollection",
        "label": printable(str(write_up.title)),
        "total": len(found),
        "first": {
            "id": f"{address}#1",
            "type": "AnnotationPage",
            "partOf": address,
            "startIndex": 0,
            "items": found,
        },
    }


def selector(text: str, place: Passage) -> Data:
    """The words of a passage, with as much around them as sets them apart from the same words
    elsewhere."""
    exact, size = text[place.start : place.end], _CONTEXT
    while True:
        prefix = text[max(0, place.start - size) : place.start]
        suffix = text[place.end : place.end + size]
        if size >= len(text) or text.count(f"{prefix}{exact}{suffix}") == 1:
            break
        size *= 2
    return {"type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix}


def _annotation(collection: str, page: str, item: Any, words: Data) -> Data:
    one = kind_of(item)
    return {
        "id": f"{collection}#{one.key}-{item.slug}",
        "type": "Annotation",
        "motivation": "linking",
        "created": item.added_at.isoformat(timespec="seconds"),
        "modified": item.updated_at.isoformat(timespec="seconds"),
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": one.singular,
             "format": "text/plain", "language": "nl"},
            {"type": "TextualBody", "purpose": "describing", "value": printable(str(item)),
             "format": "text/plain", "language": item.title_language},
            {"type": "SpecificResource", "purpose": "linking",
             "source": absolute(item.get_absolute_url())},
        ],
        "target": {"source": page, "selector": words},
    }  # fmt: skip
