"""Print the quality and speed of the Dutch analysis.

python -m benchmarks.analysis [--wrong]

`--wrong` also prints what went wrong, except in the held-out lists.
"""

import subprocess
import sys
import time

from benchmarks.analysis.quality import Score, compounds, lines, stems, typos
from innovkb.search.analysis import index_terms

_COLD = """
import resource, time
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
start = time.perf_counter()
from innovkb.search.analysis import analyse
analyse("innovatiebudgetten voor risicomijdende leidinggevenden")
seconds = time.perf_counter() - start
print(seconds, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def _row(label: str, score: Score, *, wrong: bool = False) -> None:
    print(f"{label:<46} {score.share:6.3f}   {score.right}/{score.total}")
    if wrong:
        for item in score.wrong:
            print(f"      {item}")


def _quality(*, wrong: bool) -> None:
    for name, meet in (("stems_meet.txt", True), ("stems_apart.txt", False)):
        tuning, held_out = stems(name, meet=meet)
        label = "inflected pairs that meet" if meet else "other pairs kept apart"
        _row(f"{label}, tuning", tuning, wrong=wrong)
        _row(f"{label}, held out", held_out)
    for name in ("tuning", "heldout"):
        splits = compounds(f"compounds_{name}.txt")
        show = wrong and name == "tuning"
        _row(f"compounds, precision, {name}", splits.precision, wrong=show)
        _row(f"compounds, recall, {name}", splits.recall, wrong=show)
    corrected, kept = typos()
    _row("typing errors put right", corrected, wrong=wrong)
    _row("Dutch words left alone", kept, wrong=wrong)


def _speed() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", _COLD], check=True, capture_output=True, text=True)
        for _ in range(5)
    ]
    cold = sorted(tuple(map(float, run.stdout.split())) for run in runs)
    print(f"cold start {1000 * cold[2][0]:.0f} ms (median of 5), {cold[2][1]:.0f} MB more memory")
    names = ("stems_meet.txt", "compounds_tuning.txt", "compounds_heldout.txt", "typos.txt")
    words = [word.replace("|", "") for name in names for line in lines(name) for word in line]
    text = " ".join(words)
    for label, times in (("each word first seen", 1), ("words seen before", 20)):
        start = time.perf_counter()
        for _ in range(times):
            index_terms(text)
        rate = times * len(words) / (time.perf_counter() - start)
        print(f"{label}: {rate:,.0f} words a second")


if __name__ == "__main__":
    _speed()
    _quality(wrong="--wrong" in sys.argv)
