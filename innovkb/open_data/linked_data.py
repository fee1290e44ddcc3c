"""What a page is about, in the words of schema.org: JSON-LD for search engines and harvesters."""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings

from innovkb.kinds import kind_of
from innovkb.lib.addresses import absolute
from innovkb.lib.text import printable
from practices.models import PrincipleSet
from practices.verdict import Stance
from sessions.models import Series

Data = dict[str, Any]


def graph(
    *, page: str, crumbs: Iterable[tuple[str, str]], item: Any = None, more: Data | None = None
) -> Data:
    """The graph of a page: the way to it, of a thing's page the thing, and ``more``."""
    parts = [_breadcrumb(page, list(crumbs))]
    if item is not None:
        parts.append(_thing(item))
    if more:
        parts.append(more)
    return {"@context": "https://schema.org", "@graph": [_filled(part) for part in parts]}


def thing_data(item: Any) -> Data:
    """A public thing in the words of schema.org."""
    return _filled(_thing(item))


def _filled(part: Data) -> Data:
    """Without what isn't known, every text as any format can hold it."""
    return {
        name: printable(value) if isinstance(value, str) else value
        for name, value in part.items()
        if value not in (None, "", [])
    }


def _breadcrumb(page: str, crumbs: list[tuple[str, str]]) -> Data:
    steps = [
        ("Home", absolute("/")),
        *((name, absolute(url) if url else page) for name, url in crumbs),
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": printable(name), "item": url}
            for place, (name, url) in enumerate(steps, start=1)
        ],
    }


def _named(type_: str, thing: Any) -> Data | None:
    """A reference to something with a page of its own."""
    if thing is None:
        return None
    url = absolute(thing.get_absolute_url())
    return {"@type": type_, "@id": url, "name": printable(str(thing)), "url": url}


def _thing(item: Any) -> Data:
    url = absolute(item.get_absolute_url())
    base = {"@id": url, "url": url, "name": str(item), "inLanguage": "nl",
            "dateModified": item.updated_at.date().isoformat()}  # fmt: skip
    if isinstance(item, Series):
        return base | {"@type": "EventSeries", "description": item.description}
    if isinstance(item, PrincipleSet):
        return base | {"@type": "ItemList", "description": item.description}
    one = kind_of(item)
    if one.is_item:
        return base | _item(one.key, item)
    return base | _OTHERS.get(one.key, _work)(item)


_TYPES = {"quote": "Quotation", "tip": "HowToTip", "question": "Question"}
"""The kinds of items that schema.org has a word for; the others are works."""


def _item(key: str, item: Any) -> Data:
    found = {
        "@type": _TYPES.get(key, "CreativeWork"),
        "text": item.text,
        "isPartOf": _named("Article", item.write_up),
        "about": [_named("DefinedTerm", theme) for theme in item.themes.all()],
        "inLanguage": item.text_language,
    }
    if key == "question":
        answer = {"@type": "Answer", "text": printable(item.text)} if item.text else None
        found |= {"text": item.question, "acceptedAnswer": answer, "answerCount": int(bool(answer))}
    elif key == "quote":
        found |= {"spokenByCharacter": _named("Person", item.speaker)}
    elif item.is_literal:
        found |= {"author": _named("Person", item.speaker)}
    return found


def _write_up(item: Any) -> Data:
    return {
        "@type": "Article",
        "headline": item.title,
        "abstract": item.summary,
        "datePublished": item.date_iso,
        "publisher": _named("Organization", item.publisher),
        "isBasedOn": item.source_url,
        "mentions": [
            _named("Person", person)
            for person in dict.fromkeys(one.speaker for one in item.public_appearances)
        ],
    }


def _session(item: Any) -> Data:
    place = {"@type": "Place", "name": printable(item.place)} if item.place else None
    return {
        "@type": "Event",
        "startDate": item.date_iso,
        "description": item.description,
        "location": place,
        "organizer": _named("Organization", item.public_organiser),
        "superEvent": _named("EventSeries", item.public_series),
        "eventStatus": "https://schema.org/EventScheduled",
    }


def _work(item: Any) -> Data:
    """What schema.org has no word for."""
    return {"@type": "CreativeWork", "text": getattr(item, "text", "")}


def _claim(item: Any) -> Data:
    return {
        "@type": "Claim",
        "text": item.title,
        "abstract": item.text,
        "about": [_named("DefinedTerm", theme) for theme in item.themes.all()],
        "appearance": [
            _named("CreativeWork", voice.item)
            for voice in item.public_voices
            if voice.stance == Stance.AGREE
        ],
        "citation": [_named("CreativeWork", voice.item) for voice in item.public_voices],
    }


_OTHERS: dict[str, Callable[[Any], Data]] = {
    "write_up": _write_up,
    "claim": _claim,
    "session": _session,
    "speaker": lambda item: {"@type": "Person", "description": item.bio, "sameAs": item.website},
    "organisation": lambda item: {
        "@type": "Organization",
        "alternateName": [item.short_name] if item.short_name else [],
        "description": item.description,
        "sameAs": item.website,
    },
    "theme": lambda item: {
        "@type": "DefinedTerm",
        "description": item.description,
        "inDefinedTermSet": {"@type": "DefinedTermSet", "@id": absolute("/themas/"),
                             "name": f"Thema’s van {settings.SITE_NAME}"},
    },
}  # fmt: skip
