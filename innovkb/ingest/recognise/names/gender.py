"""Whether a title or a noun before a name says that it is a man's or a woman's."""

from __future__ import annotations

import re

# "een meisje van negentien, Anna", "mevrouw Bos", "initiatiefneemster Anna Bos".
_GENDERED_NOUN = re.compile(
    r"\b(?:(?P<man>man|jongen|jongeman|vader|zoon|broer|opa|oom|(?:de )?heer|dhr\.?|meneer)"
    r"|vrouw|meisje|moeder|dochter|zus|oma|tante|mevrouw|mevr\.?|mw\.?"
    r"|(?!minister|register|kwartiermeester)[a-zà-ÿ-]{3,}(?:ster|trice|euse|esse|gine|loge))"
    r"(?: van \w+)?,? $",
    re.IGNORECASE,
)
_NOUN_REACH = 40


def gender_before(flat: str, start: int) -> str:
    """Return "m" or "v" where the words before the name at `start` say so, else ""."""
    noun = _GENDERED_NOUN.search(flat[max(0, start - _NOUN_REACH) : start].rpartition("\n")[2])
    if noun is None:
        return ""
    return "m" if noun["man"] else "v"
