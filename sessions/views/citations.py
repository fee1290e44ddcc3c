"""A quote as a reference: for its page, and as a file for a reference manager."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import public_or_404
from innovkb.kinds import kind
from innovkb.open_data import apa, citations
from innovkb.open_data.citations import Author, Citation
from sessions.models import WriteUp
from sessions.models.item import Wording
from sessions.models.speaker import Part

_FILES: dict[str, tuple[Callable[[Citation], str], str]] = {
    "bib": (citations.bibtex, "application/x-bibtex"),
    "ris": (citations.ris, "application/x-research-info-systems"),
    "json": (citations.csl_json, "application/vnd.citationstyles.csl+json"),
}
"""How each file is written, and its media type."""


@require_safe
def citation_file(request: HttpRequest, slug: str, extension: str) -> HttpResponse:
    """``/citaten/<slug>/bron.bib``, ``.ris`` and ``.json``."""
    quote = public_or_404(kind("quote"), slug)
    write, media_type = _FILES[extension]
    response = HttpResponse(write(citation_of(quote)), content_type=f"{media_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{quote.slug}.{extension}"'
    return response


def formats(quote: Any) -> dict[str, Any]:
    """The reference in every format, for a page; one query."""
    citation = citation_of(quote)
    return {
        "apa": apa.apa(citation),
        "in_text": apa.apa_in_text(citation),
        "bibtex": citations.bibtex(citation),
        "ris": citations.ris(citation),
        "csl": citations.csl_json(citation),
    }


def citation_of(quote: Any) -> Citation:
    """What a reference to a public quote needs; one query, for the makers of its source."""
    source = quote.write_up
    publisher, authors = _makers(source)
    return Citation(
        key=quote.slug,
        quote=quote.text,
        voice=quote.voice,
        address=f"{settings.SITE_URL}{quote.get_absolute_url()}",
        title=source.source_title or source.title,
        genre=source.genre,
        genre_name=source.get_genre_display(),
        authors=authors,
        container=source.published_in,
        publisher=publisher,
        source_url=source.source_url,
        date=source.date,
        precision=source.date_precision,
        language=source.language,
        rubric=source.rubric,
        speakers=tuple(Author.of_person(one.name, one.sort_name) for one in quote.speakers),
        wording=Wording(quote.wording),
    )


def _makers(source: WriteUp) -> tuple[str, tuple[Author, ...]]:
    """The publisher of a write-up, and its authors in their order."""
    rows = list(
        WriteUp.objects.published()
        .filter(pk=source.pk)
        .order_by("appearances__position", "appearances__pk")
        .values_list(
            "publisher__name",
            "appearances__part",
            "appearances__speaker__name",
            "appearances__speaker__sort_name",
        )
    )
    authors = [Author.of_person(name, sort) for _, part, name, sort in rows if part == Part.AUTHOR]
    return (rows[0][0] or "") if rows else "", tuple(authors)
