"""Two texts as one, with what went and what came."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

_MOST_CHARACTERS = 60_000
"""Longer texts are compared line by line: comparing words takes time that grows squarely."""


def compared(before: str, after: str) -> SafeString:
    """The texts woven together: what only ``before`` has in ``<del>``, only ``after`` in
    ``<ins>``."""
    short = len(before) + len(after) <= _MOST_CHARACTERS
    pattern = r"\s*\S+\s*" if short else r"[^\n]*\n?"
    old, new = re.findall(pattern, before), re.findall(pattern, after)
    parts: list[str] = []
    matcher = SequenceMatcher(None, old, new, autojunk=not short)
    for tag, from_old, to_old, from_new, to_new in matcher.get_opcodes():
        gone, came = "".join(old[from_old:to_old]), "".join(new[from_new:to_new])
        if tag == "equal":
            parts.append(format_html("{}", came))
            continue
        parts += [format_html("<del>{}</del>", gone)] if gone else []
        parts += [format_html("<ins>{}</ins>", came)] if came else []
    return mark_safe("".join(parts))  # noqa: S308 - every part is escaped
