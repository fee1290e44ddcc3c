"""The page of the corpus, its files, and its description for catalogues."""

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from innovkb.frame.gate import problem
from innovkb.kinds import KINDS, kind
from innovkb.open_data.dataset import store
from innovkb.open_data.dataset.dcat import catalogue
from innovkb.open_data.dataset.documents import RIGHTS, dataset_data
from innovkb.open_data.dataset.names import FILES
from innovkb.open_data.dataset.store import DataFile, Made

RETRY_AFTER = 24 * 60 * 60
"""Seconds: the files are made every night."""


@require_safe
def dataset(request: HttpRequest) -> HttpResponse:
    """``/open-data/``: what there is to download, how large, when made, and whose it is."""
    made = _given()
    context = {
        "made": made,
        "files": [(file, FILES[file.name]) for file in made.files if file.name in FILES]
        if made
        else [],
        "counts": [(one, len(made.slugs.get(one.key, ()))) for one in KINDS] if made else [],
        "sources": kind("write_up").cards().order_by("-date", "pk"),
        "rights": RIGHTS,
        "licence": settings.CONTENT_LICENCE,
        "linked_data": dataset_data(
            made.moment.isoformat(timespec="seconds") if made else "",
            [_download(file) for file in made.files] if made else [],
        ),
        "crumbs": [("Alles downloaden", "")],
    }
    return _fresh(render(request, "open_data/dataset.html", context))


@require_safe
def dataset_file(request: HttpRequest, name: str) -> HttpResponse:
    """``/open-data/<name>``: a file of the corpus, which any site may read."""
    if name not in FILES:
        raise Http404(name)
    made = _given()
    file = made.file(name) if made else None
    try:
        content = store.path_of(file).read_bytes() if file else None
    except OSError:
        content = None
    if content is None or file is None or made is None:
        return _away()
    response = HttpResponse(content, content_type=file.media_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["ETag"] = f'"{file.sha256}"'
    response["Last-Modified"] = http_date(made.moment.timestamp())
    response["Access-Control-Allow-Origin"] = "*"
    etag = response["ETag"]
    return get_conditional_response(request, etag=etag, response=_fresh(response)) or response


@require_safe
def dataset_dcat(request: HttpRequest) -> HttpResponse:
    """``/open-data/dcat.jsonld``: for data.overheid.nl and other catalogues."""
    made = _given()
    if made is None:
        return _away()
    response = JsonResponse(
        catalogue(made),
        content_type="application/ld+json",
        json_dumps_params={"ensure_ascii": False, "indent": 1},
    )
    response["Access-Control-Allow-Origin"] = "*"
    return _fresh(response)


def _fresh(response: HttpResponse) -> HttpResponse:
    """Not kept with the pages: what was made may change while the content does not."""
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _given() -> Made | None:
    """What was made, unless something of it was taken back since."""
    found = store.made()
    return found if found and store.holds_only_public(found) else None


def _away() -> HttpResponse:
    response = problem(
        "De bestanden worden opnieuw gemaakt",
        "Ze zijn er nog niet, of er is iets van de site gehaald dat er nog in stond. Ze worden "
        "elke nacht gemaakt. Via de API krijg je alles wat nu op de site staat.",
        503,
    )
    response["Retry-After"] = str(RETRY_AFTER)
    return response


def _download(file: DataFile) -> dict[str, Any]:
    return {
        "@type": "DataDownload",
        "contentUrl": file.url,
        "encodingFormat": file.media_type,
        "contentSize": str(file.size),
        "sha256": file.sha256,
    }
