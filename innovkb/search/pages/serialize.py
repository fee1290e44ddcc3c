"""Search results as plain data: the shape that the command and the API promise."""

from typing import Any

from innovkb.search.ask.engine import Hit, Result


def result_data(query: str, result: Result) -> dict[str, Any]:
    """``{"query", "corrected", "total", "shown", "results": […]}``.

    ``shown`` is how many of the ``total``, the first, are near what was asked: what the page shows
    unasked. ``corrected`` is the query that was searched for instead, or null. Each result has
    ``kind``, ``title``, ``text`` (of a write-up: of the passage that answers), ``url`` (a path),
    ``speaker`` (a name, or null) and ``score``, which only compares results of one query.
    """
    return {
        "query": query,
        "corrected": result.query.corrected or None,
        "total": result.total,
        "shown": result.shown,
        "results": [_hit_data(hit) for hit in result.hits],
    }


def _hit_data(hit: Hit) -> dict[str, Any]:
    return {
        "kind": hit.entry.kind,
        "title": hit.entry.heading or hit.entry.title,
        "text": hit.shown.body,
        "url": hit.url,
        "speaker": hit.entry.speaker or None,
        "score": hit.score,
    }
