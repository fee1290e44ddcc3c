"""Generated questions to the API: none breaks it, every answer is as its description says."""

from typing import Any

import pytest
import schemathesis
from django.core.wsgi import get_wsgi_application
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import positive_data_acceptance

from innovkb.kinds import KINDS
from innovkb.open_data.api.schemas import collection

QUIET: Any = {
    "deadline": None,
    "database": None,
    "phases": [Phase.explicit, Phase.generate],
    "suppress_health_check": list(HealthCheck),
}
PATHS = ["search", *(f"{collection(one)}{rest}" for one in KINDS for rest in ("", "/x"))]
NAMES = "q limit page cursor fields expand year theme kind updatedAfter literal".split()


@pytest.mark.parametrize("path", PATHS)
def test_no_question_breaks_an_address(client: Client, db: None, path: str) -> None:
    @given(st.dictionaries(st.sampled_from(NAMES) | st.text(), st.text(), max_size=3))
    @settings(max_examples=5, **QUIET)
    def ask(query: dict[str, str]) -> None:
        sent = {
            name.encode("utf-8", "ignore"): value.encode("utf-8", "ignore")
            for name, value in query.items()
        }
        response = client.get(f"/api/v1/{path}", sent)
        assert response.status_code in {200, 400, 404}
        if response.status_code != 200:
            assert response["Content-Type"] == "application/problem+json"

    ask()


def test_answers_are_as_described(make: Any, one_connection: None) -> None:
    """schemathesis makes the questions from the description, and checks each answer by it."""
    theme, person = make.theme("Ruimte"), make.speaker("Jo")
    make.appearance(speaker=person, organisation=make.organisation("Lab"))
    make.tip("Begin", themes=[theme], speaker=person, quotes=[make.quote(speaker=person)])
    make.remedy()
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    asked = 0
    # A cursor is any text to the description, and only ours are taken: a 400 may come.
    for found in described.get_all_operations():
        operation = found.ok()

        @given(case=operation.as_strategy())
        @settings(max_examples=3, **QUIET)
        def ask(case: Any) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(excluded_checks=[positive_data_acceptance])

        ask()
    assert asked >= 2 * len(KINDS)
