"""The drawings of the archetypes, to put into a page: there they take its colours."""

import re
from functools import cache

from django.conf import settings

_TITLE = re.compile(r"<title>.*?</title>\n?")


@cache
def drawings() -> dict[str, str]:
    """The SVG of each archetype that has a drawing, by its slug."""
    folder = settings.BASE_DIR / "static" / "drawings"
    return {path.stem: path.read_text(encoding="utf-8") for path in folder.glob("*.svg")}


def inline(slug: str, *, decorative: bool = False) -> str:
    """The SVG element for in HTML, which describes itself unless ``decorative``; or nothing."""
    svg = drawings().get(slug, "").replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    if decorative:
        svg = _TITLE.sub("", svg.replace('role="img"', 'aria-hidden="true"', 1))
    return svg.replace("<svg ", '<svg class="kb-drawing" ', 1).strip()
