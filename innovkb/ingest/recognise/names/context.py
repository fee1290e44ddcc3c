"""What the words around a name say: a role, that the person speaks, writes or is absent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from innovkb.ingest.recognise.names.aliases import fits_initials
from innovkb.ingest.recognise.names.bylines import comments, signs, writes
from innovkb.ingest.recognise.names.describe import NOTHING, Description, describe, has_role
from innovkb.ingest.recognise.names.positions import acts, is_told_of, made_a_work
from innovkb.ingest.recognise.names.speech import VERB, gets_the_floor, speaks
from innovkb.ingest.recognise.text.document import Block, SourceText
from innovkb.ingest.recognise.text.lexicon import OPENERS, PARTICLES, TITLES
from innovkb.ingest.recognise.text.words import is_function, is_given, is_role

_AFTER_PAREN = re.compile(r" ?\(([^()\n]{1,140})\)")
_AFTER_COMMA = re.compile(
    r", ((?:[^,.;:\n()]{3,120})(?:, (?:gemeente |het |de )?[A-Z][^,.;:\n()]{1,60})?)"
)
_AFTER_IS = re.compile(
    r" (?:is|was|werkt(?:e)?(?: \w+ [^.\n]{0,25}?)? als"
    r"|werkt(?:e)?(?: [a-zë0-9]+){0,3}?(?= (?:bij|aan|voor))"
    r"|leidt|leidde)"
    r" ((?:[^.;\n]){3,150})"
)
_AFTER_WITHIN = re.compile(
    r" (?:is|werkt|was) (?:binnen|bij|vanuit) (?:de |het )?([^.,\n]{2,40}?)"
    r" (?:verantwoordelijk|werkzaam|actief|betrokken)\b"
)
_AFTER_QUOTED_ROLE = re.compile(r" ([‘'“\"][^‘’'“”\"\n]{3,60}[’'”\"] (?:bij|van) [^.\n]{3,90})$")
_AFTER_COLON = re.compile(
    r"(?: ?\([^()\n]{1,100}\))?(?:, [^,.:\n]{3,90}(?:, [^,.:\n]{2,60})?)?(?: \|)?:"
)
_AFTER_OF = re.compile(
    r" (?:van|bij|namens) ((?:de |het |een |vzw |’t |'t )?(?:[a-zà-ÿ-]+ ){0,2}"
    r"[A-Z0-9][\w&’'/-]*(?: (?:van|voor|de|het|der|en|op|in|aan) (?:de |het )?[A-Z][\w’'-]*"
    r"| [A-Z][\w’'&-]*)*)"
)
_ROLE_ADJECTIVES = frozenset(
    "senior junior strategisch voormalig oud vice tweede financieel algemeen maatschappelijk "
    "politiek".split()
)
# A field behind a role: "student bestuurskunde", "hoofd Techniek"; no verb or preposition.
_IS_FIELD = re.compile(
    rf"(?!(?:{'|'.join(sorted(OPENERS))}|{VERB})$)(?:[a-zà-ÿ]{{5,}}|[A-Z][a-zà-ÿ]{{4,}})"
)
_BEFORE_ANSWER = re.compile(r"\bantwoord van(?: [a-zà-ÿ]+)? $", re.IGNORECASE)
_BEFORE_MEETING = re.compile(
    r"(?:ontvangen door|ontmoet(?:t?en)? (?:we|wij)|gesprek met|interview met|woord (?:was "
    r"|is )?aan"
    r"|leiding van|begeleid door|verzorgd door|met gast|sprekers?:?|spraken met|spreekt met"
    r"|praat met|sprak met|ik ben|mijn naam is|heet|heette|naam is|gastheer"
    r"|gastvrouw|moderator:?|gespreksleid(?:er|ing):?"
    r"|dagvoorzitter:?|met)"
    r"(?: [a-zà-ÿ.-]+){0,2} $",
    re.IGNORECASE,
)
_PHOTOGRAPHER = re.compile(
    r"\b(?:foto(?:[’']s|grafie)?|beeld|illustraties?) ?:? ?(?:door )?$", re.I
)
_CONTACT = re.compile(
    r"\b(?:contact|mail|bel|aanmelden|meld je|informatie|vragen\?)(?!\w)[^.\n]*$", re.IGNORECASE
)
_CELL_LEFT = re.compile(r"\s*\|\s*$")
_THANKS = re.compile(r"\b(?:dank|bedankt|dankzij|danken)\b[^.\n]{0,40}$", re.IGNORECASE)
_ABSENT = re.compile(r"\b(?:afwezig|afgemeld|verhinderd|bericht van verhindering)\b", re.IGNORECASE)
_LISTING = re.compile(
    r"(?:aanwezig(?:en)?|(?:gast)?sprekers?|inleiders?|panel(?:leden)?|in het panel|gasten?"
    r"|deelnemers|aan tafel|moderator|gespreksleider|dagvoorzitter|voorzitter|projectleider"
    r"|wie|met|presentatie|notulist|trekker)\b",
    re.IGNORECASE,
)
_FIELD_LABEL = re.compile(r"([A-ZÀ-Þ][^:\n]{2,40}?)\s*:\s")
_BRACKETED_INITIALS = re.compile(
    r" ?\((?P<short>[A-Z][A-Za-z]{0,3}[A-Z])(?P<rest>[,;] [^()\n]{2,80})?\)"
)
_WINDOW = 220
_WINDOW_BEFORE = 90


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around one mention of a name (flat offsets)."""

    start: int
    end: int
    description: Description = NOTHING
    role_before: str = ""
    introduced: bool = False
    speaks: bool = False
    turn: bool = False
    listed: bool = False
    author: bool = False
    answers: bool = False
    comments: bool = False
    absent: bool = False
    contact: bool = False
    panel: bool = False
    floor: bool = False
    acts: bool = False
    byline: bool = False
    made: bool = False
    thanked: bool = False

    @property
    def signs(self) -> int:
        """How many different things say that this names a person."""
        return sum((
            self.introduced, self.speaks, self.turn, self.listed, self.author, self.answers,
            self.comments, self.acts, bool(self.role_before), bool(self.description.role),
        ))  # fmt: skip

    @property
    def strong(self) -> bool:
        """Whether this alone makes the name a person with a part in the text."""
        return (
            self.introduced or self.speaks or self.turn or self.listed or self.author
            or self.answers or self.comments
        )  # fmt: skip


def context_of(document: SourceText, block: Block, start: int, end: int) -> Context:
    """Read the words around the mention at `start`, `end` in `block`."""
    flat = document.flat
    after = flat[end : min(block.end, end + _WINDOW)]
    before = flat[max(block.start, start - _WINDOW_BEFORE) : start]
    before, after = _plain_apposition(before, _without_initials(flat[start:end], after))
    description, introduced = _description(after)
    role_before = _role_before(before)
    is_speaking = (floor := gets_the_floor(before, after)) or speaks(before, after)
    if role_before or is_speaking:
        description = replace(
            description,
            role=description.role or role_before,
            organisation=description.organisation or _organisation_after(after),
        )
    heading = document.heading(block)
    author = writes(document, block, start, before, after)
    label = _listing_label(document, block, start)
    if is_role(label.lower()) and not description.role:
        description = replace(description, role=label)
    return Context(
        start,
        end,
        description=description,
        role_before=role_before,
        introduced=introduced or bool(role_before and description.organisation),
        speaks=is_speaking,
        turn=bool(_AFTER_COLON.match(after)) and _opens_clause(before),
        listed=bool(label) or _is_listed(document, block, before, heading) or _meets(before),
        author=author,
        byline=author and signs(document, block, start, end),
        answers=bool(_BEFORE_ANSWER.search(before)),
        comments=comments(block, before, after, heading),
        absent=_is_absent(flat, block, start, before, heading),
        contact=bool(_CONTACT.search(before) or _PHOTOGRAPHER.search(before)) and not author,
        floor=floor,
        made=made_a_work(flat, start, end),
        thanked=bool(_THANKS.search(before)),
        acts=acts(flat, start, end) or is_told_of(flat, end),
        panel="panel" in f"{heading} {_label_text(document, block)}".lower(),
    )


def _is_absent(flat: str, block: Block, start: int, before: str, heading: str) -> bool:
    """Whether the block, its heading or the cell says that the people in it were not there."""
    cell = before.rpartition("|")[2].strip(" *_")
    return bool(
        _ABSENT.match(flat, block.start, start) or _ABSENT.match(heading) or _ABSENT.match(cell)
    )


def _plain_apposition(before: str, after: str) -> tuple[str, str]:
    """Take the commas off "onze wethouder, Anna Bos, reageerde"."""
    if before.endswith(", ") and after[:1] == "," and is_role(before.split()[-1]):
        return f"{before[:-2]} ", after[1:]
    return before, after


def _without_initials(name: str, after: str) -> str:
    """Take the initials of the name itself out of the brackets: "(EB, secretaris)"."""
    found = _BRACKETED_INITIALS.match(after)
    if found is None or not fits_initials(found["short"], name):
        return after
    rest = found["rest"] or ""
    return f" ({rest.strip(' ,;')}){after[found.end() :]}" if rest else after[found.end() :]


def _description(after: str) -> tuple[Description, bool]:
    """Return what the words behind the name tell, and whether that presents the person."""
    if found := _AFTER_PAREN.match(after):
        told = describe(found[1])
        return told, told is not NOTHING
    if found := _AFTER_QUOTED_ROLE.match(after):
        told = describe(re.sub(r"[‘’'“”\"]", "", found[1]))
        return told, True
    if found := _AFTER_COMMA.match(after):
        words = found[1].split()[:6]
        named = found[1][:1].isupper() and is_given(words[0])  # the next of a row of names
        does = has_role(" ".join(words)) or (words[0].islower() and is_function(words[0]))
        if (
            does
            and not named
            and not re.match(
                r"(?:die|dat|en|maar|want|waar|zo|dus|toen|als|heette|is|was|werd|heeft)\b",
                found[1],
            )
        ):
            return describe(found[1]), True
    if found := _AFTER_WITHIN.match(after):
        return Description(organisation=found[1]), True
    if found := _AFTER_IS.match(after):
        words = re.split(r"(?: en (?:\w+ ){0,2}(?:\w+t|heeft|is)\b|, die\b|, dat\b)", found[1])[0]
        told = describe(re.sub(r"^(?:bij|aan|voor) ", "", words).strip())
        if has_role(" ".join(words.split()[:7])) or re.match(
            r"(?:bij|aan|voor|verantwoordelijk|werkzaam|actief) ", words
        ):
            return told, True
        return Description(), " leid" in found[0][:8]
    return Description(), False


def _role_before(before: str) -> str:
    before = _CELL_LEFT.sub(" ", before)
    words = before.split()[-5:]
    if len(words) > 1 and words[-1] in ("was", "is", "waren") and is_role(words[-2]):
        words.pop()  # "Presentator was Joep Bos."
    if not words or before[-1:] != " ":
        return ""
    if len(words) > 1 and is_role(words[-2]) and _IS_FIELD.fullmatch(words[-1]):
        return f"{words[-2][0].lower()}{words[-2][1:]} {words[-1]}"
    if words[-1][0].isupper() and len(words) > 1 and words[-2].lower() in PARTICLES:
        return ""  # "Gerda de Boer, Pia"
    opens = len(words) == 1 or words[-2][-1] in ".!?:”’"
    if not is_role(words[-1].rstrip(",")) and not (
        opens and is_function(words[-1], before_name=True)
    ):
        return ""
    if words[-1].endswith((",", ".", ":", ")")):
        return ""
    role = words[-1]
    if len(words) > 1 and words[-2].lower() in _ROLE_ADJECTIVES:
        role = f"{words[-2]} {role}"
    return role[0].lower() + role[1:] if role[1:].islower() else role


def _organisation_after(after: str) -> str:
    found = _AFTER_OF.match(after)
    return re.sub(r"^(?:de|het|een) ", "", found[1]) if found else ""


def _opens_clause(before: str) -> bool:
    """Whether nothing but a role or the end of a sentence stands before the name."""
    lead = before.rstrip(" *_-–—•‘“\"'")
    return (
        not lead
        or lead[-1] in '.!?:)”’"|'
        or bool(re.search(r"\b(?:van|aan|door)$", lead))
        or (len(lead.split()) <= 3 and has_role(lead))
        or lead.lower() in TITLES
    )


def _listing_label(document: SourceText, block: Block, start: int) -> str:
    """Return the field that the name stands behind, "Moderator" of "Moderator: Anna", or ""."""
    label = _FIELD_LABEL.match(document.flat, block.start, block.end)
    return label[1] if label and label.end() <= start and _LISTING.match(label[1]) else ""


def _is_listed(document: SourceText, block: Block, before: str, heading: str) -> bool:
    """Whether the name opens an item or line under "Sprekers", "In het panel"."""
    if before.strip(" *_0123456789.-–—•|"):
        return False
    return bool(_LISTING.match(heading) or _LISTING.match(_label_text(document, block)))


def _label_text(document: SourceText, block: Block) -> str:
    return document.text(document.blocks[block.label]) if block.label >= 0 else ""


def _meets(before: str) -> bool:
    return bool(_BEFORE_MEETING.search(before))
