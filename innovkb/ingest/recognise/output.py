"""The stable shape that machines read (`import_writeup --dry-run --json`)."""

from __future__ import annotations

from typing import Any

from innovkb.ingest.recognise.proposals import (
    ItemProposal,
    NextSessionProposal,
    PersonProposal,
    PrincipleProposal,
    QuestionProposal,
    QuoteProposal,
    Recognition,
)


def to_json(recognition: Recognition) -> dict[str, Any]:
    """Return one object of plain values.

    `start` and `end` are character offsets into `text`; dates are ISO strings (`2025-05-12`,
    or `2025-05` and `2025` where only the month or year is known), None where unknown;
    `attendance` is a number or None; a speaker, role or organisation that the text does not
    give is None.
    """
    attendance = recognition.attendance
    return {
        "text": recognition.text,
        "title": recognition.title.text if recognition.title else None,
        "date": _iso_date(recognition),
        "attendance": attendance.number if attendance else None,
        "series": recognition.series.name if recognition.series else None,
        "organiser": recognition.organiser.name if recognition.organiser else None,
        "people": [_person(person) for person in recognition.people],
        "quotes": [_quote(quote) for quote in recognition.quotes],
        "tips": [_item(item) for item in recognition.tips],
        "barriers": [_item(item) for item in recognition.barriers],
        "principles": [_principle(item) for item in recognition.principles],
        "examples": [_item(item) for item in recognition.examples],
        "tools": [_item(item) for item in recognition.tools],
        "questions": [_question(question) for question in recognition.questions],
        "next_sessions": [_session(session) for session in recognition.next_sessions],
    }


def _iso_date(recognition: Recognition) -> str | None:
    if recognition.date is None:
        return None
    length = {"day": 10, "month": 7, "year": 4}[recognition.date.precision]
    return recognition.date.value.isoformat()[:length]


def _person(person: PersonProposal) -> dict[str, Any]:
    return {
        "name": person.name,
        "role": person.role or None,
        "organisation": person.organisation or None,
        "part": person.part,
    }


def _quote(quote: QuoteProposal) -> dict[str, Any]:
    return {
        "text": quote.text,
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker,
        "candidates": list(quote.candidates),
        "confidence": quote.confidence,
        "reason": quote.reason,
    }


def _question(question: QuestionProposal) -> dict[str, Any]:
    return {
        "question": question.question,
        "answer": question.answer or None,
        "answered_by": question.answered_by,
        "start": question.start,
        "end": question.end,
        "tier": question.tier,
        "confidence": question.confidence,
        "reason": question.reason,
    }


def _session(session: NextSessionProposal) -> dict[str, Any]:
    return {
        "title": session.title or None,
        "date": session.value.isoformat() if session.value else None,
        "text": session.text,
    }


def _item(item: ItemProposal) -> dict[str, Any]:
    return {
        "text": item.text,
        "title": item.title,
        "start": item.start,
        "end": item.end,
        "section": item.section or None,
        "speaker": item.speaker,
        "tier": item.tier,
        "confidence": item.confidence,
        "reason": item.reason,
    }


def _principle(item: PrincipleProposal) -> dict[str, Any]:
    return {**_item(item), "set": item.set_name}
