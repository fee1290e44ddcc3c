"""Speakers: who they are, what they said."""

from collections import Counter
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.frame.teasers import TeaserGroup, teasers
from innovkb.kinds import ITEM_KINDS, kind
from innovkb.lib.facets import Option
from innovkb.lib.filters import listing
from innovkb.lib.prepared import Prepared
from innovkb.lib.publishing import published_q
from innovkb.lib.relations import select_light
from innovkb.lib.text import fold
from innovkb.search.ask.engine import search
from sessions.forms import SpeakerFilters, SpeakerQuoteFilters
from sessions.models import Appearance, Speaker
from sessions.models.item import Wording
from sessions.models.speaker import Part

SPEAKER = kind("speaker")
QUOTE = kind("quote")
NAMES_A_PAGE = 60
"""Names take one line each, so a page holds more of them than of other things."""
LONGEST_QUOTE = 220
"""Characters of the quote that opens a speaker's page."""
ENOUGH_QUOTES = 4
"""From how many quotes on one of them opens the page."""
MOST_SAID = 20
"""Of each kind, besides quotes, on a speaker's page; the search has the others."""
MOST_FOUND = 200
"""Quotes of one speaker that a search shows."""


def initial(name: str) -> str:
    """The letter under which a name stands in the list: without diacritics, capital."""
    letter = fold(name.strip())[:1].upper()
    return letter if letter.isalpha() else "#"


@require_safe
def speaker_list(request: HttpRequest) -> HttpResponse:
    """All speakers in the Dutch order: without diacritics, particles last."""
    appearances = Appearance.objects.published()
    form = SpeakerFilters.over(request.GET, Appearance.objects.published, "speaker")
    rows = SPEAKER.published()
    if form.chosen:
        rows = rows.filter(pk__in=form.narrow(appearances).values("speaker"))
    # Sorted here, because every database collates diacritics and capitals in its own way.
    names = sorted(rows.values_list("sort_name", "pk"), key=lambda row: (fold(row[0]), row[1]))
    found = listing(request, names, form, NAMES_A_PAGE)
    people = _with_appearances(pk for _, pk in found.rows)
    context = {
        "kind": SPEAKER,
        "listing": found,
        "letters": [
            (letter, list(group))
            for letter, group in groupby(
                (one for one in people if not _is_only_mentioned(one)),
                lambda person: initial(person.sort_name),
            )
        ],
        "mentioned": [one for one in people if _is_only_mentioned(one)],
        "crumbs": crumbs(SPEAKER),
    }
    return render(request, "sessions/speaker_list.html", context)


def _is_only_mentioned(person: Any) -> bool:
    """Whether others bring them up in every text, and no words of theirs stand on the site."""
    return not person.quotes_said and all(
        one.part in (Part.CITED, Part.COMMENTER) for one in person.public_appearances
    )


def _with_appearances(keys: Any) -> list[Any]:
    """The speakers with these primary keys, in that order, with appearances and ``quotes_said``."""
    keys = list(keys)
    appearances = select_light(Appearance.objects.published(), "organisation", "write_up__session")
    rows = (
        SPEAKER.published()
        .filter(pk__in=keys)
        .annotate(quotes_said=Count("quotes", published_q("quotes__write_up__"), distinct=True))
        .prefetch_related(
            Prefetch(
                "appearances",
                appearances.order_by("-write_up__date", "write_up", "position", "pk"),
                "public_appearances",
            )
        )
    )
    return sorted(rows, key=lambda person: keys.index(person.pk))


_quotes_of = Prepared(
    lambda speaker: (
        QUOTE.cards().filter(speaker=speaker).order_by("-write_up__date", "write_up", "position")
    )
)


@require_safe
def speaker(request: HttpRequest, slug: str) -> HttpResponse:
    """One speaker: roles by session, quotes (the newest first), and all else they brought."""
    person = public_or_404(SPEAKER, slug)
    quotes = _quotes_of(speaker=person.pk)
    form = SpeakerQuoteFilters(request.GET, {"thema": _themes_of(quotes)})
    told = _told(person, quotes, form.value("q"))
    form.counts = {"thema": Counter(one.slug for quote in told for one in quote.themes.all())}
    found = listing(request, _about(told, form.value("thema")), form)
    attach_capacities(found.rows)
    context = {
        "kind": SPEAKER,
        "item": person,
        "listing": found,
        "best": _best(quotes) if not found.active else None,
        "appearances": sorted(
            person.public_appearances, key=lambda a: (a.write_up.date_iso, a.pk), reverse=True
        ),
        "groups": _said_by(person),
        "more": f"{reverse('search')}?{urlencode({'q': person.name, 'spreker': person.slug})}",
        "crumbs": crumbs(SPEAKER, (person.name, "")),
    }
    return render(request, "sessions/speaker.html", context)


def _best(quotes: list[Any]) -> Any:
    """The words to open a page with: to the letter and read in one glance; the newest of those.

    None where there are too few to choose from.
    """
    fit = [
        quote
        for quote in quotes
        if quote.wording == Wording.VERBATIM and len(quote.text) <= LONGEST_QUOTE
    ]
    return fit[0] if len(quotes) >= ENOUGH_QUOTES and fit else None


def _said_by(person: Speaker) -> list[TeaserGroup]:
    """What somebody said, alone or with others, the newest; quotes stand apart."""
    others = [one for one in ITEM_KINDS if one is not QUOTE]
    alone = {one.kind: one for one in teasers(kinds=others, most=MOST_SAID, speaker=person.pk)}
    together = {
        one.kind: one for one in teasers(kinds=others, most=MOST_SAID, co_speakers=person.pk)
    }
    groups = []
    for one in others:
        parts = [found[one] for found in (alone, together) if one in found]
        if parts:
            items = [item for part in parts for item in part.items][:MOST_SAID]
            groups.append(TeaserGroup(one, items, sum(part.total for part in parts)))
    return groups


def _themes_of(quotes: list[Any]) -> list[Option]:
    themes = {theme.slug: theme.name for quote in quotes for theme in quote.themes.all()}
    return sorted(themes.items(), key=lambda option: fold(option[1]))


def _told(person: Speaker, quotes: list[Any], words: str) -> list[Any]:
    """The quotes that the search finds with these words, the best first; all without words."""
    if not words:
        return quotes
    by_pk = {quote.pk: quote for quote in quotes}
    filters = {"kind": [QUOTE.key], "speaker": [person.slug]}
    hits = search(words, filters=filters, limit=MOST_FOUND).hits
    pks = (hit.entry.object_id for hit in hits)
    return [by_pk[pk] for pk in pks if pk in by_pk]


def _about(quotes: list[Any], theme: str) -> list[Any]:
    """The quotes that have the theme; all without one."""
    return [q for q in quotes if not theme or any(one.slug == theme for one in q.themes.all())]
