"""A quote as a reference: for its page, and as a file for a reference manager."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import public_or_404
from innovkb.kinds import kind
from innovkb.open_data import apa, citations
from innovkb.open_data.cited import FILES, citation_of, tags, written


@require_safe
def citation_file(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """``/citaten/<slug>/bron.bib``, ``.ris`` and ``.json``."""
    quote = public_or_404(kind("quote"), slug)
    format_ = "csl" if extension == "json" else extension
    response = HttpResponse(
        written([quote], format_), content_type=f"{FILES[format_][0]}; charset=utf-8"
    )
    response["Content-Disposition"] = f'attachment; filename="{quote.slug}.{extension}"'
    return response


def formats(quote: Any) -> dict[str, Any]:
    """The reference in every format, for a page, and its tags; one query."""
    citation = citation_of(quote)
    return {
        "apa": apa.apa(citation),
        "in_text": apa.apa_in_text(citation),
        "bibtex": citations.bibtex(citation),
        "ris": citations.ris(citation),
        "csl": citations.csl_json(citation),
        "tags": tags(citation),
    }
