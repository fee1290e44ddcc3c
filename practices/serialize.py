"""What the outside sees of practices' models: plain data with stable names, and text to index.

Every function takes an object from its kind's ``full()`` (``innovkb.kinds``), whose
``public_…`` lists hold published rows only.
"""

from typing import Any

from practices import data
from sessions.data import Voiced
from sessions.serialize import (
    IndexText,
    item,
    item_entry,
    lines,
    public_thing,
    reference,
    references,
)


def _voiced(thing: Any) -> Voiced:
    return {**item(thing), "quotes": references(thing.public_quotes)}


def _helpful(thing: Any) -> data.Helpful:
    return {
        **_voiced(thing),
        "helps_against": [
            {"barrier": reference(remedy.barrier), "why": remedy.why, "origin": remedy.origin}
            for remedy in thing.public_remedies
        ],
    }


def theme(thing: Any) -> data.ThemeData:
    return {
        **public_thing(thing),
        "name": thing.name,
        "description": thing.description,
    }


def theme_entry(thing: Any) -> IndexText:
    return IndexText(title=thing.name, body=thing.description, context="", themes=(thing.slug,))


def tip(thing: Any) -> data.TipData:
    return {**_helpful(thing), "form": thing.form, "audience": thing.audience}


def tip_entry(thing: Any) -> IndexText:
    return item_entry(thing)  # whom it is for is no subject of it


def barrier(thing: Any) -> data.BarrierData:
    return {
        **_voiced(thing),
        "group": {"slug": thing.group.slug, "name": thing.group.name},
        "sayings": thing.sayings,
        "archetypes": references(thing.public_archetypes),
        "related": references(thing.public_related),
        "remedies": [
            {
                "kind": remedy.target_kind,
                "target": reference(remedy.target),
                "why": remedy.why,
                "origin": remedy.origin,
            }
            for remedy in thing.public_remedies
        ],
    }


def barrier_entry(thing: Any) -> IndexText:
    whys = (remedy.why for remedy in thing.public_remedies)
    return item_entry(thing, context=(thing.group.name, *thing.sayings, *whys))


def archetype(thing: Any) -> data.ArchetypeData:
    return {
        **_voiced(thing),
        "number": thing.number,
        "signals": thing.signals.splitlines(),
        "questions": [
            {"phase": check.phase, "position": check.position, "text": check.text}
            for check in thing.checks.all()
        ],
        "barriers": references(thing.public_barriers),
        "checked_url": thing.checked_url,
        "checked_on": thing.checked_on.isoformat() if thing.checked_on else None,
        "verified": thing.is_verified,
    }


def archetype_entry(thing: Any) -> IndexText:
    return item_entry(thing, thing.signals, *(check.text for check in thing.checks.all()))


def principle(thing: Any) -> data.PrincipleData:
    return {**_helpful(thing), "set": reference(thing.set), "number": thing.number}


def principle_entry(thing: Any) -> IndexText:
    return item_entry(thing, context=(thing.set.name, thing.set.singular))


def example(thing: Any) -> data.ExampleData:
    return {
        **_helpful(thing),
        "place": thing.place,
        "actor": thing.actor,
        "effect": thing.effect,
        "organisations": references(thing.public_organisations),
        "references": references(thing.public_references),
    }


def example_entry(thing: Any) -> IndexText:
    names = [organisation.label for organisation in thing.public_organisations]
    return item_entry(thing, thing.effect, context=(thing.place, thing.actor, *names))


def tool(thing: Any) -> data.ToolData:
    return {
        **_helpful(thing),
        "form": thing.form,
        "good_for": thing.good_for,
        "website": thing.website,
        "creators": thing.creators,
        "year": thing.year,
        "organisations": references(thing.public_organisations),
        "examples": references(thing.public_examples),
    }


def tool_entry(thing: Any) -> IndexText:
    names = [organisation.label for organisation in thing.public_organisations]
    return item_entry(thing, thing.good_for, context=(thing.creators, *names))


def _voice(voice: Any) -> data.VoiceData:
    item = voice.item
    return {
        "name": voice.name,
        "stance": voice.stance,
        "speakers": references(item.speakers),
        "kind": voice.kind,
        "item": reference(item),
        "write_up": reference(item.write_up),
        "excerpt": item.excerpt,
        "wording": item.wording,
        "language": item.language,
        "note": voice.note,
    }


def claim(thing: Any) -> data.ClaimData:
    return {
        **public_thing(thing),
        "title": thing.title,
        "text": thing.text,
        "verdict": thing.verdict,
        "voices": [_voice(voice) for voice in thing.public_voices],
        "themes": references(thing.themes.all()),
    }


def claim_entry(thing: Any) -> IndexText:
    voices, themes = thing.public_voices, thing.themes.all()
    people = {one.slug: one for voice in voices for one in voice.item.speakers}
    return IndexText(
        title=thing.title,
        body=lines(thing.text, *(voice.note for voice in voices)),
        context=lines(*(voice.name for voice in voices), *themes),
        themes=tuple(theme.slug for theme in themes),
        speakers=tuple(people),
        byline=thing.verdict,
    )
