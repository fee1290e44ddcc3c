"""``manage.py search`` for people and for machines."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


def run(*queries: str, **options: Any) -> list[dict[str, Any]]:
    out = io.StringIO()
    call_command("search", *queries, json=True, stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_json_is_one_object_a_line_in_the_promised_shape(content: None) -> None:
    first, second = run("portomonee", "gaspersz ruimte", limit=1)
    assert first == {
        "query": "portomonee",
        "corrected": "portemonnee",
        "total": 3,
        "shown": 3,
        "answer": None,
        "results": [
            {
                "kind": "archetype",
                "title": "De verkeerde portemonnee",
                "text": first["results"][0]["text"],
                "url": "/archetypen/de-verkeerde-portemonnee/",
                "speaker": "Paul Iske",
                "score": first["results"][0]["score"],
            }
        ],
    }
    assert second["corrected"] is None
    assert second["results"][0]["speaker"] == "Jeff Gaspersz"


def test_queries_come_from_standard_input_one_a_line(
    content: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.TextIOWrapper(io.BytesIO("ruimte\n\nportomonee\r\n\xff\n".encode("latin-1")))
    monkeypatch.setattr(sys, "stdin", raw)
    assert [result["query"] for result in run(limit=1)] == ["ruimte", "", "portomonee", "\ufffd"]


def test_a_kind_limits_what_is_found(content: None) -> None:
    (result,) = run("ruimte", kind="quote", limit=1000)
    assert {hit["kind"] for hit in result["results"]} == {"quote"}
    assert len(result["results"]) == result["total"]


@pytest.mark.parametrize("limit", ["0", "-3", "x", "1001"])
def test_a_wrong_limit_is_refused(limit: str) -> None:
    with pytest.raises(CommandError, match="limit"):
        call_command("search", "ruimte", "--limit", limit)


def test_the_analyser_starts_cold_without_django() -> None:
    code = (
        "import sys; from innovkb.search.analysis import analyse; analyse('ruimte');"
        "print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
