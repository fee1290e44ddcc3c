"""``python -m innovkb.serve``: the site, as it measured best (docs/performance.md).

HOST (127.0.0.1), PORT (8000) and WORKERS (2) say where, and with how many processes; METRICS_PORT
gives Prometheus an address on this machine alone. A process that
dies is replaced at once, and the site goes on in the others.
"""

import sys
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from granian.constants import Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels
from granian.server import Server

from innovkb.lib import env

CONNECTIONS = 4096
"""That may be open at once in one process: a slow client costs no more than its connection."""
LONGEST_HEADERS = 10_000
"""Milliseconds in which the headers of a request have to be there."""


def server() -> Any:
    """The server, not started yet; raises ImproperlyConfigured when a variable is wrong."""
    metrics = env.integer("METRICS_PORT", 0, maximum=65_535)
    return Server(
        "innovkb.asgi:application",
        address=env.text("HOST", "127.0.0.1"),
        port=env.integer("PORT", 8000, minimum=1, maximum=65_535),
        interface=Interfaces.ASGI,
        workers=env.integer("WORKERS", 2, minimum=1, maximum=64),
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=LONGEST_HEADERS),
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=10,
        metrics_enabled=bool(metrics),
        metrics_port=metrics or 9090,
        log_level=LogLevels.warning,
    )


if __name__ == "__main__":
    try:
        server().serve()
    except ImproperlyConfigured as error:
        sys.exit(f"The settings are not right: {error}")
