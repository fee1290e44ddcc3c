"""What goes wrong, as RFC 9457 has it: application/problem+json, in Dutch."""

from typing import Any

TITLES = {
    304: "Niet veranderd",
    400: "Deze vraag klopt niet",
    404: "Dit is er niet",
    405: "Dit kan hier niet",
    411: "De lengte ontbreekt",
    413: "Te veel in één keer",
    429: "Te veel vragen",
    501: "Dit formaat is er niet",
    500: "Er ging iets mis",
    503: "Even niet bereikbaar",
}


class ProblemError(Exception):
    """An answer other than what was asked for; ``parameter`` is the one at fault."""

    def __init__(self, status: int, detail: str, parameter: str = "") -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.parameter = parameter

    def data(self, path: str) -> dict[str, Any]:
        """The members of the answer."""
        found: dict[str, Any] = {
            "type": "about:blank",
            "title": TITLES[self.status],
            "status": self.status,
            "detail": self.detail,
            "instance": path,
        }
        if self.parameter:
            found["invalidParams"] = [{"name": self.parameter, "reason": self.detail}]
        return found
