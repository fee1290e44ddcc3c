"""The Dutch names of kinds and fields on the screens, and with which control a field is edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from innovkb.ingest.editor.drafts import ITEM_KINDS
from innovkb.kinds import kind as registered

CERTAIN = 0.85
"""From this confidence a proposal is called certain, and *take all that is certain* takes it."""
LIKELY = 0.6


@dataclass(frozen=True, slots=True)
class KindName:
    """A kind of proposal in words: one, and more of them."""

    singular: str
    plural: str


KIND_NAMES: Mapping[str, KindName] = {
    **{key: KindName(registered(key).singular, registered(key).plural) for key in ITEM_KINDS},
    "person": KindName("spreker", "sprekers"),
    "organisation": KindName("organisatie", "organisaties"),
    "next_session": KindName("volgende sessie", "volgende sessies"),
}


def certainty(confidence: float) -> str:
    """The confidence (0–1) in words."""
    if confidence >= CERTAIN:
        return "zeker"
    return "vrij zeker" if confidence >= LIKELY else "twijfel"


@dataclass(frozen=True, slots=True)
class Control:
    """How a field is edited; ``widget`` is the name of a partial template."""

    label: str
    widget: str = "text"
    help: str = ""
    list_id: str = ""


CONTROLS: Mapping[str, Control] = {
    "text": Control("Tekst", "textarea"),
    "question": Control("Vraag", "textarea"),
    "title": Control("Titel", help="Kort: zo staat het in lijsten."),
    "speaker": Control("Wie zegt dit?", "select"),
    "other": Control(
        "Iemand anders die de site kent",
        help="Typ de naam zoals die op de site staat.",
        list_id="sprekers",
    ),
    "speaker_label": Control(
        "Zonder naam", help="Als de naam niet bekend is. Bijvoorbeeld: een deelnemer."
    ),
    "section": Control("Kop in de bron"),
    "wording": Control("Weergave", "select"),
    "themes": Control("Thema’s", "checks"),
    "note": Control(
        "Opmerking van de redactie",
        "textarea",
        "Wat is afgeleid of verbeterd? Dit staat op de site.",
    ),
    "form": Control("Soort tip", "select"),
    "audience": Control("Voor wie", help="Bijvoorbeeld: leidinggevenden."),
    "group": Control("Groep", "select"),
    "set": Control("Hoort bij", "select"),
    "set_name": Control("Of een nieuwe reeks principes", help="Bijvoorbeeld: Vier bouwstenen."),
    "place": Control("Waar"),
    "actor": Control("Wie deed dit"),
    "effect": Control("Wat het opleverde", "textarea"),
    "good_for": Control("Waar is het goed voor", "textarea"),
    "website": Control("Webadres", "url"),
    "creators": Control("Makers"),
    "name": Control("Naam"),
    "role": Control("Functie toen"),
    "organisation": Control("Organisatie toen", list_id="organisaties"),
    "part": Control("Rol in het verslag", "select"),
    "match": Control("Wie is dit op de site?", "select"),
    "short_name": Control("Afkorting"),
    "date": Control("Datum", "date"),
    "description": Control("Omschrijving", "textarea"),
}

OWN_LABELS: Mapping[str, Mapping[str, str]] = {
    "question": {"text": "Antwoord", "speaker": "Wie antwoordt?"},
    "quote": {"text": "Citaat", "title": "Titel (mag leeg blijven)"},
    "tip": {"speaker": "Wie geeft deze tip?"},
    "person": {"other": "Iemand anders van de site"},
    "organisation": {"match": "Welke is dit op de site?", "other": "Een andere van de site"},
    "next_session": {"match": "Welke sessie is dit op de site?"},
}
"""Fields that are called otherwise in one kind of proposal."""

MAIN_FIELDS: Mapping[str, tuple[str, ...]] = {
    "quote": ("text", "speaker", "themes"),
    "tip": ("title", "text", "themes"),
    "barrier": ("title", "text", "group", "themes"),
    "principle": ("title", "text", "set", "themes"),
    "example": ("title", "text", "themes"),
    "tool": ("title", "text", "website", "themes"),
    "question": ("question", "text", "speaker", "themes"),
    "person": ("match", "name", "role", "organisation", "part"),
    "organisation": ("match", "name", "short_name"),
    "next_session": ("title", "date", "match", "description"),
}
"""What is seen at once; the other fields of the kind are folded away."""

_ORIGIN = ("speaker", "other", "section", "wording", "note")
MORE_FIELDS: Mapping[str, tuple[str, ...]] = {
    "quote": ("other", "speaker_label", "title", "section", "wording", "note"),
    "tip": ("form", "audience", *_ORIGIN),
    "barrier": _ORIGIN,
    "principle": ("set_name", *_ORIGIN),
    "example": ("place", "actor", "effect", *_ORIGIN),
    "tool": ("good_for", "creators", *_ORIGIN),
    "question": ("other", "title", "section", "wording", "note"),
    "person": ("other",),
    "organisation": ("other",),
    "next_session": (),
}
