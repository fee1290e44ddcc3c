"""Search results as plain data: the shape that the command and the API promise."""

from typing import Any

from innovkb.search.ask.answers import FoundAnswer
from innovkb.search.ask.engine import Hit, Result
from innovkb.search.models import SearchEntry


def result_data(query: str, result: Result) -> dict[str, Any]:
    """``{"query", "corrected", "total", "shown", "answer", "results": […]}``.

    ``shown`` is how many of the ``total``, the first, are near what was asked: what the page shows
    unasked. ``answer`` is what stands above the results, or null: its ``form`` (helps, number, said
    or quotes), the ``sentence`` that says a number, or null, and the ``things``: a barrier, what
    has the sentence, or quotes, each with ``kind``, ``title``, ``url`` and ``speaker``.
    ``corrected`` is the query that was searched for instead, or null. Each result has ``kind``,
    ``title``, ``text`` (of a write-up: of the passage that answers), ``url`` (a path), ``speaker``
    (a name, or null) and ``score``, which only compares results of one query.
    """
    return {
        "query": query,
        "corrected": result.query.corrected or None,
        "total": result.total,
        "shown": result.shown,
        "answer": _answer_data(result.answer),
        "results": [_hit_data(hit) for hit in result.hits],
    }


def _answer_data(answer: FoundAnswer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "form": answer.form.value,
        "sentence": answer.text or None,
        "things": [_entry_data(entry) for entry in answer.entries],
    }


def _entry_data(entry: SearchEntry) -> dict[str, Any]:
    return {
        "kind": entry.kind,
        "title": entry.heading or entry.title,
        "url": entry.url,
        "speaker": entry.speaker or None,
    }


def _hit_data(hit: Hit) -> dict[str, Any]:
    return _entry_data(hit.entry) | {"text": hit.shown.body, "url": hit.url, "score": hit.score}
