"""What the files of the corpus hold: the data of every kind, and the same as linked data."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse

from innovkb.kinds import KINDS, kind
from innovkb.lib.addresses import absolute
from innovkb.open_data.linked_data import thing_data

Data = dict[str, Any]

RIGHTS = (
    "De samenvattingen, de uitleg en de verbanden zijn van de redactie. Citaten en passages zijn "
    "van hun makers: bij elke bron staat wat mag."
)
"""Whose words the corpus holds; the licence is about the editors' own."""
DESCRIPTION = (
    "Wat vernieuwers bij de overheid leerden: tips, citaten, barrières en wat ertegen helpt, met "
    "bij alles de bron."
)


def corpus(made: str) -> Data:
    """Every public thing of every kind as the API gives it, with the rights of each source."""
    return {
        "name": settings.SITE_NAME,
        "url": absolute(reverse("dataset")),
        "made": made,
        "owner": settings.SITE_OWNER,
        "licence": settings.CONTENT_LICENCE or None,
        "rights": RIGHTS,
        "sources": list(sources()),
        "kinds": {
            one.key: [one.serialize(thing) for thing in one.full().order_by("slug")]
            for one in KINDS
        },
    }


def sources() -> Iterable[Data]:
    """Each write-up with whose it is and what may be done with it."""
    for source in kind("write_up").cards().order_by("slug"):
        yield {
            "slug": source.slug,
            "name": source.source_title or source.title,
            "url": absolute(source.get_absolute_url()),
            "source_url": source.source_url,
            "published_in": source.published_in,
            "publisher": source.publisher.name if source.publisher else None,
            "date": source.date_iso,
            "rights": source.rights,
            "rights_meaning": source.get_rights_display(),
            "rights_note": source.rights_note,
        }


def linked_corpus(made: str) -> Data:
    """Every public thing in the words of schema.org, each with its address as its name."""
    things = [thing_data(thing) for one in KINDS for thing in one.full().order_by("slug")]
    return {
        "@context": "https://schema.org",
        "@graph": [dataset_data(made), *things],
    }


def dataset_data(made: str, files: Iterable[Data] = ()) -> Data:
    """The corpus itself as a schema.org Dataset."""
    page = absolute(reverse("dataset"))
    found = {
        "@type": "Dataset",
        "@id": page,
        "url": page,
        "name": settings.SITE_NAME,
        "description": f"{DESCRIPTION} {RIGHTS}",
        "inLanguage": "nl",
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.SITE_OWNER,
                    "url": absolute(reverse("about"))},
        "license": absolute(reverse("colophon")),
        "dateModified": made,
        "distribution": list(files),
    }  # fmt: skip
    return {name: value for name, value in found.items() if value}
