"""Where a request enters Django."""

from typing import Any

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.utils.http import parse_header_parameters

ENCODINGS = {"", "utf-8", "utf8", "us-ascii", "ascii"}
"""What browsers send. Python knows many more, some of which no text can be read with."""


def is_readable(content_type: str) -> bool:
    """Whether the encoding that a request says it has is one that is read here."""
    _, parameters = parse_header_parameters(content_type)
    return parameters.get("charset", "").strip("\"' ").lower() in ENCODINGS


class Request(WSGIRequest):
    """Django reads the address in whatever encoding the request names, before any layer is asked.

    Here an odd one waits for the gate, which refuses it.
    """

    def _set_content_type_params(self, meta: Any) -> None:
        odd = not is_readable(meta.get("CONTENT_TYPE", ""))
        super()._set_content_type_params({} if odd else meta)  # type: ignore[misc]


class Handler(WSGIHandler):
    """Django's own, with our request."""

    request_class = Request
