"""References as people read them: APA 7 (apastyle.apa.org), with the Dutch words."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from innovkb.lib.dates import dutch_date
from innovkb.lib.text import quoted
from innovkb.open_data.citations import Author, Citation, one_line
from sessions.models.item import Wording


def apa(citation: Citation) -> SafeString:
    """The reference for the list, as HTML: the title of a whole or its container in italics."""
    title, container = one_line(citation.title), one_line(citation.container)
    names = _apa_names(citation.creators)
    if citation.genre == "article" and container:
        rubric = f" [{one_line(citation.rubric)}]." if citation.rubric else ""
        what = format_html("{}", f"{title}{rubric}" if rubric else _sentence(title))
        where = format_html("<em>{}</em>.", container)
    elif _is_description(title):
        what = format_html("{}.", title)
        where = format_html("{}", _sentence(container) if container not in ("", names) else "")
    else:
        what = format_html("<em>{}</em> [{}].", title, citation.genre_name.capitalize())
        where = format_html("{}", _sentence(container) if container not in ("", names) else "")
    when = f"({_apa_date(citation)})."
    # A work without an author stands under its title.
    parts = [_sentence(names), when, what, where] if names else [what, when, where]
    return format_html_join(" ", "{}", ((part,) for part in [*parts, citation.url] if part))


def apa_in_text(citation: Citation) -> str:
    """The reference for the running text; words of another say in what they are cited."""
    title = one_line(citation.title)
    names = [author.surname for author in citation.creators]
    names = names or [title if _is_description(title) else quoted(title)]
    if len(names) > 2:
        names = [f"{names[0]} et al."]
    year = str(citation.date.year) if citation.date else "z.d."
    where = f"{' & '.join(names)}, {year}"
    if citation.speakers and set(citation.speakers) <= set(citation.authors):
        return f"({where})"
    voice = " & ".join(one.surname for one in citation.speakers) or one_line(citation.voice)
    said = "weergegeven" if citation.wording == Wording.REPORTED else "geciteerd"
    return f"({voice}, {said} in {where})"


def _is_description(title: str) -> bool:
    """Whether it stands for a title that the work doesn't have: ``[Verslag van de sessie]``."""
    return title.startswith("[") and title.endswith("]")


def _apa_names(authors: Iterable[Author]) -> str:
    """``Meijer, A., & van Berlo, D.``."""
    names = [f"{a.surname}, {a.initials}" if a.given else a.surname for a in authors]
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])}, & {names[-1]}"


def _apa_date(citation: Citation) -> str:
    """``2025, 15 mei``; ``z.d.`` (*zonder datum*) when nothing is known."""
    if citation.date is None:
        return "z.d."
    words = dutch_date(citation.date, citation.precision).rpartition(" ")
    return f"{words[2]}, {words[0]}" if words[0] else words[2]


def _sentence(text: str) -> str:
    """With a full stop, unless it ends with one or another mark."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
