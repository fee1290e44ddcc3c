"""References to quotes and write-ups of the site: what each needs, for any set of them at once."""

from collections.abc import Iterable
from typing import Any

from innovkb.kinds import kind_of
from innovkb.lib.addresses import absolute
from innovkb.open_data import citations
from innovkb.open_data.citations import Author, Citation
from sessions.models import Quote, WriteUp
from sessions.models.item import Wording
from sessions.models.speaker import Part

CITED = (Quote, WriteUp)
"""What can be cited."""
FILES = {
    "bib": ("application/x-bibtex", citations.bibtex),
    "ris": ("application/x-research-info-systems", citations.ris),
    "csl": ("application/vnd.citationstyles.csl+json", None),
}
"""The media type of each kind of file, and what writes one reference; CSL-JSON is one list."""


def citation_of(thing: Any) -> Citation:
    """What a reference to a public quote or write-up needs; one query, for its makers."""
    (found,) = citations_of([thing])
    return found


def citation_of_page(write_up: WriteUp) -> Citation:
    """The same of a write-up whose page has its ``public_appearances`` and publisher already."""
    appearances: Any = getattr(write_up, "public_appearances")  # noqa: B009
    authors = [
        Author.of_person(one.speaker.name, one.speaker.sort_name)
        for one in appearances
        if one.part == Part.AUTHOR
    ]
    publisher = write_up.publisher.name if write_up.publisher else ""
    return _citation(write_up, publisher, tuple(authors))


def citations_of(things: Iterable[Any]) -> list[Citation]:
    """The same of several, in their order; one query."""
    things = list(things)
    makers = _makers({_source(thing).pk for thing in things})
    return [_citation(thing, *makers[_source(thing).pk]) for thing in things]


def written(things: Iterable[Any], extension: str) -> str:
    """A file of references: ``bib``, ``ris`` or ``csl``."""
    found = citations_of(things)
    write = FILES[extension][1]
    if write is None:
        return citations.csl_json(*found)
    return "".join(write(one) for one in found)


def tags(citation: Citation) -> list[tuple[str, str]]:
    """Names and contents of the tags by which a reference manager's button finds a reference:
    those of Highwire Press, which Google Scholar asks for too."""
    date = "/".join(f"{part:02}" for part in citation.date_parts)
    container = "citation_journal_title" if citation.genre == "article" else "citation_series_title"
    found = [
        ("citation_title", citation.title),
        *(("citation_author", author.inverted) for author in citation.creators),
        ("citation_publication_date", date),
        (container, citation.container),
        ("citation_publisher", citation.publisher),
        ("citation_language", citation.language),
        ("citation_public_url", citation.url),
    ]
    return [(name, " ".join(content.split())) for name, content in found if content]


def _source(thing: Any) -> Any:
    return thing if isinstance(thing, WriteUp) else thing.write_up


def _citation(thing: Any, publisher: str, authors: tuple[Author, ...]) -> Citation:
    source = _source(thing)
    said: dict[str, Any] = {"key": f"{kind_of(thing).path}-{thing.slug}", "quote": "", "voice": ""}
    if isinstance(thing, Quote):
        said = {
            "key": thing.slug,
            "quote": thing.text,
            "voice": thing.voice,
            "speakers": tuple(Author.of_person(one.name, one.sort_name) for one in thing.speakers),
            "wording": Wording(thing.wording),
        }
    return Citation(
        **said,
        address=absolute(thing.get_absolute_url()),
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
    )


def _makers(pks: set[int]) -> dict[int, tuple[str, tuple[Author, ...]]]:
    """The publisher of each public write-up, and its authors in their order."""
    rows = (
        WriteUp.objects.published()
        .filter(pk__in=pks)
        .order_by("appearances__position", "appearances__pk")
        .values_list(
            "pk",
            "publisher__name",
            "appearances__part",
            "appearances__speaker__name",
            "appearances__speaker__sort_name",
        )
    )
    found: dict[int, tuple[str, tuple[Author, ...]]] = dict.fromkeys(pks, ("", ()))
    for pk, publisher, part, name, sort in rows:
        authors = found[pk][1]
        if part == Part.AUTHOR:
            authors = (*authors, Author.of_person(name, sort))
        found[pk] = (publisher or "", authors)
    return found
