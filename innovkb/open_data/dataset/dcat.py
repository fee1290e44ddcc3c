"""The corpus and the API for a catalogue such as data.overheid.nl: DCAT-AP-NL 3.0, as JSON-LD."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from innovkb.lib.addresses import absolute
from innovkb.open_data.dataset.documents import DESCRIPTION, RIGHTS
from innovkb.open_data.dataset.store import DataFile, Made

Data = dict[str, Any]

_EU = "http://publications.europa.eu/resource/authority"
_CONTEXT = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_LICENCES = {
    "CC0": f"{_EU}/licence/CC0",
    "CC0 1.0": f"{_EU}/licence/CC0",
    "CC BY 4.0": f"{_EU}/licence/CC_BY_4_0",
    "CC BY-SA 4.0": f"{_EU}/licence/CC_BYSA_4_0",
}
"""What CONTENT_LICENCE may say that the European list has a name for."""
_THEMES = [f"{_EU}/data-theme/GOVE"]
_KEYWORDS = ("innovatie", "overheid", "innovatiekennis", "barrières", "citaten")


def catalogue(made: Made) -> Data:
    """A catalogue of one dataset, with its files, and the API that serves it."""
    return {
        "@context": _CONTEXT,
        "@id": absolute(reverse("dataset_dcat")),
        "@type": "dcat:Catalog",
        **_named(settings.SITE_NAME, f"Open data van {settings.SITE_NAME}."),
        "dct:publisher": _agent(),
        "dcat:contactPoint": _contact(),
        "foaf:homepage": _ref(absolute("/")),
        "dct:language": _ref(f"{_EU}/language/NLD"),
        "dct:modified": _moment(made),
        "dcat:dataset": _dataset(made),
        "dcat:service": _service(),
    }


def _ref(address: str) -> Data:
    return {"@id": address}


def _dutch(text: str) -> Data:
    return {"@value": text, "@language": "nl"}


def _moment(made: Made) -> Data:
    return {"@value": made.moment.isoformat(timespec="seconds"), "@type": "xsd:dateTime"}


def _named(title: str, description: str) -> Data:
    return {"dct:title": _dutch(title), "dct:description": _dutch(description)}


def _agent() -> Data:
    about = absolute(reverse("about"))
    return {"@id": f"{about}#wie", "@type": "foaf:Agent", "foaf:name": _dutch(settings.SITE_OWNER),
            "foaf:homepage": _ref(about)}  # fmt: skip


def _contact() -> Data:
    found: Data = {
        "@type": "vcard:Kind",
        "vcard:fn": _dutch(settings.SITE_OWNER),
        "vcard:hasURL": _ref(absolute(reverse("about"))),
    }
    if settings.SITE_EMAIL:
        found["vcard:hasEmail"] = _ref(f"mailto:{settings.SITE_EMAIL}")
    return found


def _shared(identifier: str) -> Data:
    """What a dataset and a service both have to say."""
    return {
        "@id": identifier,
        "dct:identifier": identifier,
        "dct:publisher": _agent(),
        "dct:creator": _agent(),
        "dcat:contactPoint": _contact(),
        "dct:accessRights": _ref(f"{_EU}/access-right/PUBLIC"),
        "dcat:theme": [_ref(theme) for theme in _THEMES],
        "dcat:keyword": [_dutch(word) for word in _KEYWORDS],
        "dct:language": _ref(f"{_EU}/language/NLD"),
    }


def _licence() -> Data:
    colophon = absolute(reverse("colophon"))
    known = _LICENCES.get(settings.CONTENT_LICENCE.strip())
    return {
        "dct:license": _ref(known or colophon),
        "dct:rights": {"@id": f"{colophon}#bronnen", "@type": "dct:RightsStatement",
                       "rdfs:label": _dutch(RIGHTS)},
    }  # fmt: skip


def _dataset(made: Made) -> Data:
    page = absolute(reverse("dataset"))
    return {
        **_shared(page),
        "@type": "dcat:Dataset",
        **_named(settings.SITE_NAME, DESCRIPTION),
        "dcat:landingPage": _ref(page),
        "dct:modified": _moment(made),
        "dct:accrualPeriodicity": _ref(f"{_EU}/frequency/DAILY"),
        "dcat:distribution": [_distribution(file, made) for file in made.files],
    }


def _distribution(file: DataFile, made: Made) -> Data:
    return {
        "@id": file.url,
        "@type": "dcat:Distribution",
        "dct:title": _dutch(file.name),
        "dcat:accessURL": _ref(absolute(reverse("dataset"))),
        "dcat:downloadURL": _ref(file.url),
        "dcat:mediaType": _ref(f"https://www.iana.org/assignments/media-types/{file.media_type}"),
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:modified": _moment(made),
        "adms:status": _ref(f"{_EU}/dataset-status/COMPLETED"),
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": _ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256"),
            "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
        },
        **_licence(),
    }


def _service() -> Data:
    return {
        **_shared(absolute(reverse("api_docs"))),
        "@type": "dcat:DataService",
        **_named(f"API van {settings.SITE_NAME}", "Alles wat op de site staat, zonder sleutel."),
        "dcat:endpointURL": _ref(absolute(reverse("api_index"))),
        "dcat:endpointDescription": _ref(absolute(reverse("api_schema"))),
        "dcat:servesDataset": _ref(absolute(reverse("dataset"))),
        **_licence(),
    }
