"""Lines of the source, and whether the next one carries on a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

from innovkb.ingest.recognise.text.flat import is_soft_break


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line without its line end; `start` is its offset in the source."""

    start: int
    text: str

    @property
    def indent(self) -> int:
        """Width of the white space before the first word, a tab counting to the next four."""
        lead = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(lead.expandtabs(4))

    @property
    def hard_break(self) -> bool:
        """Whether Markdown asks for a line break at the end of the line."""
        return self.text.endswith(("  ", "\\")) and len(self.text) < 70


def split_lines(source: str) -> list[TextLine]:
    """Return the lines of a text with "\\n" line ends."""
    lines, start = [], 0
    for text in source.split("\n"):
        lines.append(TextLine(start, text))
        start += len(text) + 1
    return lines


_ENDS_SENTENCE = re.compile(r"""[.!?:;…][)\]'"’”»*_]*\s*$""")
_STARTS_LOWER = re.compile(r"[ \t*_(‘“\"']*[a-zà-ÿ]")
# A title in lower case opens a by-line as well as it goes on a sentence.
_STARTS_TITLED = re.compile(r"(?:prof|dr|drs|ir|ing|mr|mw|mevr|dhr)\. ?[A-ZÀ-Þa-z]")
_STARTS_DATE = re.compile(r"(?:maan|dins|woens|donder|vrij|zater|zon)dag,? \d{1,2} [a-z]+")
_LETTER_SPACED = re.compile(r"(?:\w ){4}")
_TURN = re.compile(
    r"[ \t>]*(?:\*\*|__)?[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){0,4}(?: \([^()\n]{1,80}\))?"
    r"(?:\*\*|__)?:(?:\*\*|__)?(?= |$)"
)


def is_turn(text: str) -> bool:
    """Whether the line opens as a turn or a field: "Naam: …", "**Datum:** …"."""
    return bool(_TURN.match(text))


@dataclass(frozen=True, slots=True)
class WrapStyle:
    """How the lines of a text are broken: `width` is the wrap width, 0 where there is none."""

    width: int

    @classmethod
    def of(cls, lines: list[TextLine]) -> WrapStyle:
        """Judge the style from the lengths of the lines."""
        lengths = sorted(len(line.text.strip()) for line in lines if line.text.strip())
        long_lines = [length for length in lengths if length >= 40]
        if len(long_lines) < 4:
            return cls(0)
        width = long_lines[int(len(long_lines) * 0.95)]
        if width > 130 or long_lines[-1] > 2 * width:
            return cls(0)
        full = [line for line in lines if len(line.text.rstrip()) >= 0.78 * width]
        unfinished = sum(not _ENDS_SENTENCE.search(line.text) for line in full)
        return cls(width if len(full) >= 4 and unfinished >= 0.5 * len(full) else 0)

    def joins(self, before: str, after: str) -> bool:
        """Whether `after`, the next line without a blank between, carries on `before`."""
        before, after = before.strip(), after.strip()
        if not before or not after:
            return False
        if is_soft_break(before, after):
            return True
        if self.width and after.startswith("("):
            return True
        if before.isupper() and not after.isupper():
            return False
        lower = bool(_STARTS_LOWER.match(after)) and not _LETTER_SPACED.match(after)
        unfinished = not _ENDS_SENTENCE.search(before)
        if not self.width:
            starts_anew = _STARTS_TITLED.match(after) or _STARTS_DATE.match(after)
            return lower and unfinished and not starts_anew
        first_word = after.split(None, 1)[0]
        full = len(before) + 1 + len(first_word) > self.width - 3
        if full or len(before) >= 0.85 * self.width:
            return True
        return unfinished and len(before) >= (0.4 if lower else 0.6) * self.width

    def joins_over_blank(self, before: str, after: str) -> bool:
        """Whether a blank line in wrapped text only splits a sentence, as footnotes do."""
        before, after = before.strip(), after.strip()
        if not self.width or len(before) < 0.6 * self.width or _ENDS_SENTENCE.search(before):
            return False
        if _STARTS_TITLED.match(after):
            return False
        return is_soft_break(before, after) or bool(_STARTS_LOWER.match(after))
