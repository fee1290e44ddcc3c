"""Makes rows with as few words as a test needs: everything else gets a fitting value."""

from itertools import count
from typing import Any

from innovkb.lib.publishing import Status
from practices.models import (
    Archetype,
    Barrier,
    BarrierGroup,
    Claim,
    Example,
    Principle,
    PrincipleSet,
    Remedy,
    Theme,
    Tip,
    Tool,
    Voice,
)
from sessions.models import (
    Appearance,
    Organisation,
    Question,
    Quote,
    Series,
    Session,
    Speaker,
    WriteUp,
)

_numbers = count(5001)  # no test names such numbers itself


def theme(name: str = "", **fields: Any) -> Theme:
    row: Theme = Theme.objects.create(name=name or f"Thema {next(_numbers)}", **fields)
    return row


def organisation(name: str = "", **fields: Any) -> Organisation:
    name = name or f"Organisatie {next(_numbers)}"
    row: Organisation = Organisation.objects.create(name=name, **fields)
    return row


def speaker(name: str = "", **fields: Any) -> Speaker:
    row: Speaker = Speaker.objects.create(name=name or f"Anna Spreker{next(_numbers)}", **fields)
    return row


def series(name: str = "", **fields: Any) -> Series:
    row: Series = Series.objects.create(name=name or f"Reeks {next(_numbers)}", **fields)
    return row


def session(title: str = "", **fields: Any) -> Session:
    row: Session = Session.objects.create(title=title or f"Sessie {next(_numbers)}", **fields)
    return row


def write_up(title: str = "", **fields: Any) -> WriteUp:
    """A public write-up."""
    fields = {"status": Status.PUBLISHED, "body": "Een tekst.", **fields}
    row: WriteUp = WriteUp.objects.create(title=title or f"Verslag {next(_numbers)}", **fields)
    return row


def draft(title: str = "", **fields: Any) -> WriteUp:
    """A write-up that nobody but an editor may see."""
    return write_up(title, **{"status": Status.DRAFT, **fields})


def appearance(**fields: Any) -> Appearance:
    if "write_up" not in fields:
        fields["write_up"] = write_up()
    if "speaker" not in fields:
        fields["speaker"] = speaker()
    return Appearance.objects.create(**fields)


def _item(model: Any, fields: dict[str, Any]) -> Any:
    """An item, of a new public write-up unless one is given; ``themes`` and the like as lists."""
    fields = dict(fields)
    many = {field.name: fields.pop(field.name, None) for field in model._meta.many_to_many}
    if "write_up" not in fields:
        fields["write_up"] = write_up()
    row = model.objects.create(**fields)
    for name, rows in many.items():
        if rows is not None:
            getattr(row, name).set(rows)
    return row


def quote(text: str = "", **fields: Any) -> Quote:
    row: Quote = _item(Quote, {"text": text or f"Citaat {next(_numbers)}.", **fields})
    return row


def question(question: str = "", **fields: Any) -> Question:
    question = question or f"Vraag {next(_numbers)}?"
    row: Question = _item(Question, {"title": question, "question": question, **fields})
    return row


def tip(title: str = "", **fields: Any) -> Tip:
    row: Tip = _item(Tip, {"title": title or f"Tip {next(_numbers)}", **fields})
    return row


def barrier_group(name: str = "", **fields: Any) -> BarrierGroup:
    row: BarrierGroup = BarrierGroup.objects.create(
        name=name or f"Groep {next(_numbers)}", **fields
    )
    return row


def barrier(title: str = "", **fields: Any) -> Barrier:
    if "group" not in fields:
        fields["group"] = barrier_group()
    row: Barrier = _item(Barrier, {"title": title or f"Barrière {next(_numbers)}", **fields})
    return row


def archetype(title: str = "", **fields: Any) -> Archetype:
    fields.setdefault("write_up", None)
    fields.setdefault("position", next(_numbers))
    row: Archetype = _item(Archetype, {"title": title or f"Archetype {next(_numbers)}", **fields})
    return row


def principle_set(name: str = "", **fields: Any) -> PrincipleSet:
    row: PrincipleSet = PrincipleSet.objects.create(name=name or f"Set {next(_numbers)}", **fields)
    return row


def principle(title: str = "", **fields: Any) -> Principle:
    if "set" not in fields:
        fields["set"] = principle_set()
    fields.setdefault("number", next(_numbers))
    row: Principle = _item(Principle, {"title": title or f"Principe {next(_numbers)}", **fields})
    return row


def example(title: str = "", **fields: Any) -> Example:
    row: Example = _item(Example, {"title": title or f"Voorbeeld {next(_numbers)}", **fields})
    return row


def tool(title: str = "", **fields: Any) -> Tool:
    row: Tool = _item(Tool, {"title": title or f"Hulpmiddel {next(_numbers)}", **fields})
    return row


def remedy(**fields: Any) -> Remedy:
    """A tip that helps against a barrier, unless another target is given."""
    if "barrier" not in fields:
        fields["barrier"] = barrier()
    if not {"tip", "principle", "tool", "example"} & fields.keys():
        fields["tip"] = tip()
    return Remedy.objects.create(**{"why": "Omdat het werkt.", **fields})


def voice(**fields: Any) -> Voice:
    """Somebody who says it in a tip, unless another item is given."""
    if "claim" not in fields:
        fields["claim"] = claim()
    if not {"quote", "tip", "barrier", "principle", "question"} & fields.keys():
        fields["tip"] = tip(excerpt="Begin klein.", speaker=speaker())
    return Voice.objects.create(**fields)


def claim(title: str = "", *, voices: int = 2, **fields: Any) -> Claim:
    """A public claim: so many people say so in tips of a new public write-up or of ``write_up``."""
    fields = dict(fields)
    themes, source = fields.pop("themes", []), fields.pop("write_up", None)
    row: Claim = Claim.objects.create(title=title or f"Stelling {next(_numbers)}", **fields)
    row.themes.set(themes)
    for _ in range(voices):
        said = tip(excerpt="Begin klein.", speaker=speaker(), write_up=source or write_up())
        voice(claim=row, tip=said)
    return row
