"""What the outside sees of practices' models: plain data with stable names, and text to index.

Every function takes an object from its kind's ``full()`` (``innovkb.kinds``), whose
``public_…`` lists hold published rows only.
"""

from typing import Any

from sessions.serialize import Data, Entry, item, item_entry, reference, references


def _voiced(thing: Any) -> Data:
    return item(thing) | {"quotes": references(thing.public_quotes)}


def _helps_against(thing: Any) -> Data:
    return {
        "helps_against": [
            {"barrier": reference(remedy.barrier), "why": remedy.why, "origin": remedy.origin}
            for remedy in thing.public_remedies
        ]
    }


def theme(thing: Any) -> Data:
    return {
        "slug": thing.slug,
        "url": thing.get_absolute_url(),
        "name": thing.name,
        "description": thing.description,
    }


def theme_entry(thing: Any) -> Entry:
    return Entry(title=thing.name, body=thing.description, context="", themes=(thing.slug,))


def tip(thing: Any) -> Data:
    own = {"form": thing.form, "audience": thing.audience}
    return _voiced(thing) | own | _helps_against(thing)


def tip_entry(thing: Any) -> Entry:
    return item_entry(thing)  # whom it is for is no subject of it


def barrier(thing: Any) -> Data:
    return _voiced(thing) | {
        "group": {"slug": thing.group.slug, "name": thing.group.name},
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


def barrier_entry(thing: Any) -> Entry:
    return item_entry(thing, context=(thing.group.name,))


def archetype(thing: Any) -> Data:
    return _voiced(thing) | {
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


def archetype_entry(thing: Any) -> Entry:
    return item_entry(thing, thing.signals, *(check.text for check in thing.checks.all()))


def principle(thing: Any) -> Data:
    own = {"set": reference(thing.set), "number": thing.number}
    return _voiced(thing) | own | _helps_against(thing)


def principle_entry(thing: Any) -> Entry:
    return item_entry(thing, context=(thing.set.name, thing.set.singular))


def example(thing: Any) -> Data:
    own = {
        "place": thing.place,
        "actor": thing.actor,
        "effect": thing.effect,
        "organisations": references(thing.public_organisations),
        "references": references(thing.public_references),
    }
    return _voiced(thing) | own | _helps_against(thing)


def example_entry(thing: Any) -> Entry:
    names = [organisation.label for organisation in thing.public_organisations]
    return item_entry(thing, thing.effect, context=(thing.place, thing.actor, *names))


def tool(thing: Any) -> Data:
    own = {
        "form": thing.form,
        "good_for": thing.good_for,
        "website": thing.website,
        "creators": thing.creators,
        "year": thing.year,
        "organisations": references(thing.public_organisations),
        "examples": references(thing.public_examples),
    }
    return _voiced(thing) | own | _helps_against(thing)


def tool_entry(thing: Any) -> Entry:
    names = [organisation.label for organisation in thing.public_organisations]
    return item_entry(thing, thing.good_for, context=(thing.creators, *names))
