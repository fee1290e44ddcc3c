"""Puts the recognisers together."""

from __future__ import annotations

from innovkb.ingest.recognise.items.items import find_items
from innovkb.ingest.recognise.items.questions import find_questions
from innovkb.ingest.recognise.known import Known
from innovkb.ingest.recognise.meeting.meeting import find_meeting
from innovkb.ingest.recognise.meeting.title import find_title
from innovkb.ingest.recognise.names.mentions import find_mentions
from innovkb.ingest.recognise.names.people import find_people
from innovkb.ingest.recognise.names.person_proposals import person_proposals
from innovkb.ingest.recognise.proposals import ItemProposal, QuoteProposal, Recognition
from innovkb.ingest.recognise.speech.quotes import find_quotes
from innovkb.ingest.recognise.text.parser import parse
from innovkb.ingest.recognise.themes import propose_themes


def recognise(text: str, known: Known | None = None) -> Recognition:
    """Return every proposal for `text`, whose line ends are "\\n".

    `known` is what the site already has; None is the same as an empty `Known()`.
    """
    known = known or Known()
    document = parse(text)
    people = find_people(document, known)
    quotes = find_quotes(document, people)
    meeting = find_meeting(document, known)
    items = find_items(document, people)
    questions = find_questions(document, people, quotes)
    named: list[ItemProposal | QuoteProposal] = [*quotes, *items.tips, *items.barriers]
    named += [*items.principles, *items.examples, *items.tools]
    return Recognition(
        text=text,
        title=find_title(document),
        date=meeting.date,
        attendance=meeting.attendance,
        series=meeting.series,
        organiser=meeting.organiser,
        next_sessions=meeting.next_sessions,
        quotes=quotes,
        tips=tuple(items.tips),
        barriers=tuple(items.barriers),
        principles=tuple(items.principles),
        examples=tuple(items.examples),
        tools=tuple(items.tools),
        questions=questions,
        mentions=find_mentions(document, known),
        themes=propose_themes(named, known.themed, known.themes),
        people=person_proposals(document, people),
    )
