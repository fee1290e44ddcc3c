"""What the outside sees of sessions' models: plain data with stable names, and text to index.

Every function takes an object from its kind's ``full()`` (``innovkb.kinds``), whose
``public_…`` lists hold published rows only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from innovkb.lib.addresses import absolute
from sessions import data
from sessions.models.session import ShownState


@dataclass(frozen=True)
class IndexText:
    """What the search index holds of one object: three texts, and the slugs it is filtered by."""

    title: str
    body: str
    """What it says: sentences, which results quote from."""
    context: str
    """What it is found by too, and no sentence: names, places, what it is part of."""
    themes: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    year: int | None = None
    byline: str = ""
    """The line below a result's title, where it is not who said it or when."""


def lines(*texts: Any) -> str:
    """The texts that are there, one a line."""
    return "\n".join(str(text) for text in texts if text)


def reference(thing: Any) -> data.Reference:
    """Name and address of something that has a page."""
    return {
        "slug": thing.slug,
        "name": str(thing),
        "url": absolute(thing.get_absolute_url()),
    }


def reference_or_none(thing: Any) -> data.Reference | None:
    return None if thing is None else reference(thing)


def references(things: Iterable[Any]) -> list[data.Reference]:
    return [reference(thing) for thing in things]


def public_thing(thing: Any) -> data.Thing:
    """What everything public has."""
    return {
        "slug": thing.slug,
        "url": absolute(thing.get_absolute_url()),
        "updated_at": thing.updated_at.isoformat(timespec="seconds"),
    }


def item(thing: Any) -> data.ItemData:
    """What every item has in common."""
    return {
        **public_thing(thing),
        "title": thing.title,
        "text": thing.text,
        "wording": thing.wording,
        "excerpt": thing.excerpt,
        "section": thing.section,
        "position": thing.position,
        "note": thing.note,
        "speaker": reference_or_none(thing.speaker),
        "speakers": references(thing.speakers),
        "language": thing.language,
        "title_language": thing.title_language,
        "write_up": reference_or_none(thing.write_up),
        "themes": references(thing.themes.all()),
    }


def capacities(thing: Any) -> list[Any]:
    """The appearances of an item's speakers in the write-up that the item comes from."""
    if thing.write_up is None:
        return []
    speakers = {one.pk for one in thing.speakers}
    return [a for a in thing.write_up.appearances.all() if a.speaker_id in speakers]


def item_entry(thing: Any, *said: str, title: str = "", context: tuple[str, ...] = ()) -> IndexText:
    """An item in the index, with what its kind says and is found by besides what all do; needs
    the kind's ``indexed()``."""
    write_up, appearances = thing.write_up, capacities(thing)
    session = write_up.session if write_up else None
    organisations = [a.organisation for a in appearances if a.organisation]
    themes = list(thing.themes.all())
    return IndexText(
        title=title or thing.title,
        body=lines(thing.text, *said),
        context=lines(
            *context,
            *thing.speakers,
            *(a.role for a in appearances),
            *(o.label for o in organisations),
            write_up,
            thing.section,
            *themes,
        ),
        themes=tuple(theme.slug for theme in themes),
        speakers=tuple(one.slug for one in thing.speakers),
        organisations=tuple(dict.fromkeys(o.slug for o in organisations)),
        series=(session.series.slug,) if session and session.series else (),
        year=write_up.date.year if write_up and write_up.date else None,
    )


def quote(thing: Any) -> data.QuoteData:
    return {
        **item(thing),
        "speaker_label": thing.speaker_label,
        "cited_by": references(thing.public_cited_by),
        "original": thing.original,
    }


def quote_entry(thing: Any) -> IndexText:
    # The title of a quote is its beginning, so it would count those words twice.
    found_by = (thing.original, thing.speaker_label)
    return item_entry(thing, title=thing.voice, context=found_by)


def question(thing: Any) -> data.QuestionData:
    return {
        **item(thing),
        "question": thing.question,
        "quotes": references(thing.public_quotes),
    }


def question_entry(thing: Any) -> IndexText:
    return item_entry(thing, title=thing.question, context=(thing.title,))


def appearance(thing: Any) -> data.AppearanceData:
    return {
        "write_up": reference(thing.write_up),
        "speaker": reference(thing.speaker),
        "part": thing.part,
        "role": thing.role,
        "organisation": reference_or_none(thing.organisation),
        "name_in_source": thing.name_in_source,
    }


def speaker(thing: Any) -> data.SpeakerData:
    return {
        **public_thing(thing),
        "name": thing.name,
        "sort_name": thing.sort_name,
        "aliases": thing.aliases,
        "bio": thing.bio,
        "website": thing.website,
        "note": thing.note,
        "appearances": [appearance(one) for one in thing.public_appearances],
    }


def speaker_entry(thing: Any) -> IndexText:
    appearances = thing.public_appearances
    organisations = [a.organisation for a in appearances if a.organisation]
    return IndexText(
        title=lines(thing.name, *thing.aliases),
        body=lines(thing.bio, *dict.fromkeys(a.role for a in appearances)),
        context=lines(*dict.fromkeys(o.label for o in organisations)),
        speakers=(thing.slug,),
        organisations=tuple(dict.fromkeys(o.slug for o in organisations)),
    )


def organisation(thing: Any) -> data.OrganisationData:
    return {
        **public_thing(thing),
        "name": thing.name,
        "short_name": thing.short_name,
        "aliases": thing.aliases,
        "country": thing.country,
        "description": thing.description,
        "website": thing.website,
        "people": references(dict.fromkeys(a.speaker for a in thing.public_appearances)),
        "published_write_ups": references(thing.public_published_write_ups),
    }


def organisation_entry(thing: Any) -> IndexText:
    return IndexText(
        title=lines(thing.name, thing.short_name, *thing.aliases),
        body=thing.description,
        context=lines(*dict.fromkeys(str(a.speaker) for a in thing.public_appearances)),
        organisations=(thing.slug,),
    )


def session(thing: Any) -> data.SessionData:
    return {
        **public_thing(thing),
        "title": thing.title,
        "state": thing.shown.value,
        "date": thing.date_iso,
        "date_precision": thing.date_precision,
        "date_note": thing.date_note,
        "series": reference_or_none(thing.public_series),
        "number": thing.number,
        "organiser": reference_or_none(thing.public_organiser),
        "attendance": thing.attendance,
        "attendance_note": thing.attendance_note,
        "place": thing.place,
        "description": thing.description,
        "website": thing.website,
        "write_ups": references(thing.public_write_ups),
    }


def _state(thing: Any) -> str:
    """Held or announced; that a day has passed would make the index out of date by itself."""
    return str(thing.shown.label if thing.shown is ShownState.HELD else thing.get_state_display())


def session_entry(thing: Any) -> IndexText:
    series, organiser = thing.public_series, thing.public_organiser
    return IndexText(
        title=thing.title,
        body=thing.description,
        context=lines(series, organiser and organiser.label, _state(thing), thing.date_display),
        organisations=(organiser.slug,) if organiser else (),
        series=(series.slug,) if series else (),
        year=thing.date.year if thing.date else None,
    )


def write_up(thing: Any) -> data.WriteUpData:
    return {
        **public_thing(thing),
        "title": thing.title,
        "genre": thing.genre,
        "date": thing.date_iso,
        "date_precision": thing.date_precision,
        "date_note": thing.date_note,
        "session": reference_or_none(thing.session),
        "source_title": thing.source_title,
        "published_in": thing.published_in,
        "rubric": thing.rubric,
        "publisher": reference_or_none(thing.publisher),
        "partners": references(thing.public_partners),
        "source_url": thing.source_url,
        "language": thing.language,
        "rights": thing.rights,
        "rights_note": thing.rights_note,
        "summary": thing.summary,
        "body": thing.body,
        "note": thing.note,
        "appearances": [appearance(one) for one in thing.public_appearances],
    }


def write_up_entry(thing: Any) -> IndexText:
    appearances, session_ = thing.public_appearances, thing.session
    organisations = [a.organisation for a in appearances if a.organisation]
    organisations += [*thing.public_partners, *([thing.publisher] if thing.publisher else [])]
    return IndexText(
        title=thing.title,
        body=lines(thing.summary, thing.body),
        context=lines(
            thing.source_title,
            thing.published_in,
            *dict.fromkeys(str(a.speaker) for a in appearances),
            *dict.fromkeys(o.label for o in organisations),
        ),
        speakers=tuple(dict.fromkeys(a.speaker.slug for a in appearances)),
        organisations=tuple(dict.fromkeys(o.slug for o in organisations)),
        series=(session_.series.slug,) if session_ and session_.series else (),
        year=thing.date.year if thing.date else None,
    )
