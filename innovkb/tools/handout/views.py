"""``/hand-out/…``: one page to give out at a session, on paper and as a .docx."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovkb.frame.pages import crumbs, public_or_404
from innovkb.kinds import KINDS, Kind
from innovkb.tools.cards.qr import qr_svg
from innovkb.tools.handout.content import KINDS as SUBJECTS
from innovkb.tools.handout.content import handout
from innovkb.tools.handout.word import CONTENT_TYPE, as_word, quote_source


def _subject(path: str, slug: str) -> tuple[Kind, Any]:
    """The theme or write-up; raises Http404 for what is not public, or is something else."""
    one = next((one for one in KINDS if one.path == path and one.key in SUBJECTS), None)
    if one is None:
        raise Http404(path)
    return one, public_or_404(one, slug, Kind.published)


@require_safe
def handout_page(request: HttpRequest, path: str, slug: str) -> HttpResponse:
    """The hand-out as a page, which prints as one sheet of A4."""
    one, about = _subject(path, slug)
    sheet = handout(about)
    context = {
        "sheet": sheet,
        "path": path,
        "slug": slug,
        "quotes": [(quote, quote_source(quote)) for quote in sheet.quotes],
        "qr": qr_svg(sheet.address),
        "crumbs": crumbs(one, (sheet.title, about.get_absolute_url()), ("Hand-out", "")),
    }
    return render(request, "tools/handout/handout.html", context)


@require_safe
def handout_file(request: HttpRequest, path: str, slug: str) -> HttpResponse:
    """The hand-out as a .docx."""
    _, about = _subject(path, slug)
    response = HttpResponse(as_word(handout(about)), content_type=CONTENT_TYPE)
    response["Content-Disposition"] = f'attachment; filename="hand-out-{slug}.docx"'
    return response
