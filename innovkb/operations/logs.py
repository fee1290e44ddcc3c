"""Lines of log that say when, what and of which request, and nothing about who."""

import json
import logging
import traceback
from contextvars import ContextVar
from datetime import UTC, datetime

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The id of the request that is being answered; also in its answer and on its error page."""


_FRAMES = 8
"""Of a traceback, the innermost: where it went wrong, not how Django came there."""


class Formatter(logging.Formatter):
    """One line a record, with the time in UTC. Of an error its kind and place, not its words: these
    may quote what somebody typed. ``as_json`` for machines that collect logs."""

    def __init__(self, as_json: str = "") -> None:
        super().__init__()
        self._as_json = as_json == "json"

    def format(self, record: logging.LogRecord) -> str:
        fields = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": " ".join(record.getMessage().split()),
        }
        if request_id.get():
            fields["request"] = request_id.get()
        if record.exc_info and record.exc_info[0]:
            frames = traceback.extract_tb(record.exc_info[2])
            fields["error"] = record.exc_info[0].__qualname__
            fields["at"] = " < ".join(
                f"{one.filename.rpartition('/')[2]}:{one.lineno} {one.name}"
                for one in frames[: -_FRAMES - 1 : -1]
            )
        if self._as_json:
            return json.dumps(fields, ensure_ascii=False)
        rest = " ".join(f"{name}={fields[name]}" for name in list(fields)[4:])
        head = f"{fields['time']} {fields['level']} {fields['logger']}: {fields['message']}"
        return f"{head} {rest}".rstrip()
