"""Counting right and wrong on the lists in this folder."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from innovkb.search.analysis import Vocabulary, analyse_word, correct, fold_term

FOLDER = Path(__file__).parent


@dataclass
class Score:
    """`right` of `total`, and which were wrong."""

    right: int = 0
    total: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, item: str, *, is_right: bool) -> None:
        """Add one."""
        self.total += 1
        self.right += is_right
        if not is_right:
            self.wrong.append(item)

    @property
    def share(self) -> float:
        """The share that is right, 0…1."""
        return self.right / self.total if self.total else 1.0


def lines(name: str) -> Iterator[list[str]]:
    """The fields of each line of a list."""
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split()


def stem_of(word: str) -> str:
    """The main term of a word as typed."""
    return analyse_word(fold_term(word)).stem


def stems(name: str, *, meet: bool) -> tuple[Score, Score]:
    """Pairs that do as they must, (tuning, held out)."""
    scores = Score(), Score()
    for number, (left, right) in enumerate(lines(name)):
        same = stem_of(left) == stem_of(right)
        shown = f"{left} {right} → {stem_of(left)} {stem_of(right)}"
        scores[number % 2].count(shown, is_right=same == meet)
    return scores


@dataclass
class Splits:
    """`precision`: of the words split, the share split right. `recall`: of the compounds."""

    precision: Score = field(default_factory=Score)
    recall: Score = field(default_factory=Score)


def compounds(name: str) -> Splits:
    """Whole words: a split counts as right when every boundary is."""
    result = Splits()
    for (marked,) in lines(name):
        expected = marked.split("|")
        word = fold_term(marked.replace("|", ""))
        starts = [part.start for part in analyse_word(word).parts]
        found = [word[a:b] for a, b in pairwise([*starts, len(word)])]
        shown = f"{marked} → {'|'.join(found) or '-'}"
        if found:
            result.precision.count(shown, is_right=found == expected)
        if len(expected) > 1:
            result.recall.count(shown, is_right=found == expected)
    return result


def typos() -> tuple[Score, Score]:
    """Typing errors put right; words left alone that must be."""
    pairs = [(typed, meant) for typed, meant in lines("typos.txt")]
    vocabulary = Vocabulary({meant: 3 for _, meant in pairs if meant != "-"})
    corrected, kept = Score(), Score()
    for typed, meant in pairs:
        found = correct(fold_term(typed), vocabulary)
        shown = f"{typed} → {found.word if found else '-'} ({meant})"
        if meant == "-":
            kept.count(shown, is_right=found is None)
        else:
            corrected.count(shown, is_right=found is not None and found.word == meant)
    return corrected, kept
