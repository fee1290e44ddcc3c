"""The addresses of the pictures: /deel/<kind>/<slug>/breed.png and vierkant.png."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from innovkb.frame.pages import public_or_404
from innovkb.kinds import KINDS, Kind, kind_of
from innovkb.share.pictures import SHAPES, picture_of, png_of

_KIND_OF_PATH = {kind.path: kind for kind in KINDS}
_KEPT = 24 * 60 * 60
"""Seconds that a browser or chat may show a picture without asking again."""


def picture_url(thing: object, shape: str = "breed") -> str:
    """The path of an object's picture."""
    kind = kind_of(thing)  # type: ignore[arg-type]
    return reverse("picture", args=[kind.path, thing.slug, shape])  # type: ignore[attr-defined]


@require_safe
def picture(request: HttpRequest, path: str, slug: str, shape: str) -> HttpResponse:
    """The picture of a public page as PNG."""
    kind = _KIND_OF_PATH.get(path)
    if kind is None or shape not in SHAPES:
        raise Http404
    png, digest = png_of(picture_of(public_or_404(kind, slug, Kind.cards), shape))
    response = HttpResponse(png, content_type="image/png")
    response["ETag"] = f'"{digest}"'
    response["Cache-Control"] = f"public, max-age={_KEPT}"
    response["Content-Disposition"] = f'inline; filename="{slug}-{shape}.png"'
    return get_conditional_response(request, etag=response["ETag"], response=response) or response
