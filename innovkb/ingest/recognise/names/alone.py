"""Who a first name, or a surname behind a title, stands for when nobody else has it."""

from __future__ import annotations

import re

from innovkb.ingest.recognise.names.context import Context
from innovkb.ingest.recognise.names.shapes import Name
from innovkb.ingest.recognise.text.document import SourceText
from innovkb.ingest.recognise.text.grammar import is_common_word, is_finite
from innovkb.ingest.recognise.text.words import is_given, is_role

_ONE_OF = re.compile(r"\b[ée]en van (?:hen|de \w+)(?: is)?,? $", re.IGNORECASE)
_NEXT_REACH = 280
_OPENS_QUOTE = re.compile(r"(?:(?<=[\s:(])|^)[“‘„\"'](?=\w)")
_OTHER_NAME = re.compile(
    r"(?<![.!?] )\b(?!Ik\b)[A-ZÀ-Þ][a-zà-ÿ]+ (?:[a-z]+ ){0,2}[A-ZÀ-Þ][a-zà-ÿ]+"
)
_RELATED = re.compile(
    r"\b(?:buur|buurman|buurvrouw|buurmeisje|buurjongen|oma|opa|moeder|vader|dochter|zoon|zus|broer"
    r"|neef|nicht|oom|tante|vriend|vriendin|man|vrouw|partner|klant|cliënt|patiënt|juf|meester"
    r"|collega|begeleider|baas|chef|kapper|stagiair|stagiaire|leerling|bewoonster|kleinzoon"
    r"|kleindochter)(?: van \w+)? $",
    re.IGNORECASE,
)


_GOES_ON = re.compile(r" (?:je|zin|is|er|van|een|de|het|[a-z]+en|[a-zà-ÿ]+ \w+[td]e?)\b")
_LOWER_WORD = re.compile(r" ([a-zà-ÿ]+)")
_ALSO_WORDS = frozenset("elke wil anders job will can may art noor".split())


def is_person_alone(document: SourceText, name: Name, context: Context) -> bool:
    """Whether a first name without surname is somebody: it speaks, answers, or is presented."""
    if (
        context.turn
        or context.answers
        or context.speaks
        or context.listed
        or context.description.age
    ):
        return is_given(name.text) and not _opens_plain_sentence(document.flat, name)
    if context.acts and is_given(name.text) and not is_common_word(name.text):
        return True
    following = document.flat[name.end : name.end + 12]
    if re.match(r"\. (?:Zij|Hij|Ze)\b", following):
        return True
    if not is_given(name.text) or _opens_plain_sentence(document.flat, name):
        return False
    before = document.flat[max(0, name.start - 30) : name.start].rpartition("\n")[2]
    last = before.split()[-1] if before.split() else ""
    role = is_role(last) and last[-1] not in ".!?"
    related = role or _RELATED.search(before) or _ONE_OF.search(before)
    return bool(related) and speaks_next(document, name)


def speaks_next(document: SourceText, name: Name) -> bool:
    """Whether words between marks follow in the block before any other capitalised name does."""
    block = document.blocks[document.index_at(name.start)]
    rest = document.flat[name.end : min(block.end, name.end + _NEXT_REACH)]
    opened = _OPENS_QUOTE.search(rest)
    return opened is not None and not _OTHER_NAME.search(rest, 0, opened.start())


def _opens_plain_sentence(flat: str, name: Name) -> bool:
    """Whether the "name" is a word that opens a sentence: "Elke zin", "Wil je", "Anders is"."""
    if not (is_common_word(name.text) or name.text.lower() in _ALSO_WORDS):
        return False
    following = _LOWER_WORD.match(flat, name.end)
    counts = name.text.lower() == "elke" and following and not is_finite(following[1])
    return bool(counts or _GOES_ON.match(flat, name.end))
