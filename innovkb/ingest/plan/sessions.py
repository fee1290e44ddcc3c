"""Which announced meeting a write-up reports on, and whether an announcement is there already."""

from __future__ import annotations

from datetime import date, timedelta

from rapidfuzz import fuzz

from innovkb.ingest.plan.matches import NEW, Lookalike, SiteMatch, plain
from innovkb.lib.dates import dutch_date
from sessions.models import Session

_SAME_TITLE = 85
_NEAR_TITLE = 65
_NEAR_DAYS = timedelta(days=7)
_MOST_CANDIDATES = 5


def parse_day(text: str) -> date | None:
    """The day that an ISO string names; None for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def match_session(*, title: str, day: date | None, series: str) -> SiteMatch:
    """The meeting with this title, on this day; ``series`` is the slug of its series, or empty.

    Known when two of title, day and series agree and nothing else comes near; a meeting that
    agrees in less is a candidate. A meeting that was held is meant only if its day agrees.
    """
    rows = Session.objects.select_related("series")
    scored = [(_score(row, title, day, series), row) for row in rows]
    good = sorted(
        ((score, row) for score, row in scored if score), key=lambda one: (-one[0], one[1].pk)
    )
    if good and good[0][0] >= 2 and (len(good) == 1 or good[1][0] < good[0][0]):
        return SiteMatch("known", good[0][1].slug, good[0][1].title)
    candidates = tuple(
        Lookalike(row.slug, row.title, _question(row)) for _, row in good[:_MOST_CANDIDATES]
    )
    return SiteMatch("near", candidates=candidates) if candidates else NEW


def _score(row: Session, title: str, day: date | None, series: str) -> int:
    """0: another meeting; 1: perhaps; 2 and up: title, day or series agree."""
    likeness = fuzz.token_set_ratio(plain(row.title), plain(title)) if title else 0
    same_day = bool(day and row.date == day)
    near_day = bool(day and row.date and abs(row.date - day) <= _NEAR_DAYS)
    if day and row.date and not near_day:
        return 0
    same_series = bool(series and row.series and row.series.slug == series)
    if same_day and (same_series or _same_title(row.title, title)):
        return 3
    if same_day and likeness >= _NEAR_TITLE:
        return 1
    if not row.is_announced:
        return 0
    if _same_title(row.title, title):
        return 2
    if same_day or likeness >= _NEAR_TITLE or (near_day and same_series):
        return 1
    return 0


def _same_title(one: str, other: str) -> bool:
    """Whether the titles are alike, and so are the words by which they differ.

    ``Verslag werkgroep rivieren`` and ``Verslag werkgroep archieven`` are two meetings.
    """
    left, right = plain(one).split(), plain(other).split()
    if fuzz.token_set_ratio(" ".join(left), " ".join(right)) < _SAME_TITLE:
        return False
    own = " ".join(word for word in left if word not in right)
    others = " ".join(word for word in right if word not in left)
    return not own or not others or fuzz.ratio(own, others) >= _SAME_TITLE


def _question(row: Session) -> str:
    day = dutch_date(row.date, row.date_precision)
    return f"Gaat dit over ‘{row.title}’{f' van {day}' if day else ''}?"
