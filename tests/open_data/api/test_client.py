"""A client as others make it, generated from the description, works."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from django.core.wsgi import get_wsgi_application

from innovkb.kinds import KINDS
from innovkb.open_data.api.openapi import openapi_document
from innovkb.open_data.api.schemas import collection, name_of

PACKAGE = "generated_client"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The client as a package that can be imported."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "openapi.json").write_text(json.dumps(openapi_document()))
    (folder / "config.yml").write_text("post_hooks: []")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--meta", "none",
         "--path", "openapi.json", "--config", "config.yml", "--output-path", PACKAGE,
         "--fail-on-warning"],
        cwd=folder, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield
    sys.path.remove(str(folder))


@pytest.fixture
def client_of_others(package: None, make: Any, one_connection: None) -> Any:
    """It asks the site itself: there is no network between."""
    made = importlib.import_module(f"{PACKAGE}.client")
    transport = httpx.WSGITransport(app=get_wsgi_application())
    return made.Client(
        base_url="http://127.0.0.1:8000/api/v1",
        httpx_args={"transport": transport},
        raise_on_unexpected_status=True,
    )


def call(folder: str, name: str, **given: Any) -> Any:
    return importlib.import_module(f"{PACKAGE}.api.{folder}.{name}").sync(**given)


@pytest.mark.parametrize("one", KINDS, ids=lambda one: one.key)
def test_it_lists_and_gets_every_kind(client_of_others: Any, make: Any, one: Any) -> None:
    make.remedy(barrier=make.barrier(themes=[make.theme("Ruimte")]), tip=make.tip("Begin"))
    thing = {
        "speaker": lambda: make.appearance().speaker,
        "organisation": lambda: make.write_up(publisher=make.organisation()).publisher,
        "session": lambda: make.session(date="2031-01-01"),
    }.get(one.key, lambda: getattr(make, one.key)())()
    folder, name = collection(one).replace("-", "_"), name_of(one)
    snake = "".join(f"_{c.lower()}" if c.isupper() else c for c in name)
    listed = call(folder, f"list{snake}", client=client_of_others)
    assert listed.count == len(listed.results) == one.published().count()
    got = call(folder, f"get{snake}", client=client_of_others, slug=thing.slug)
    assert type(got).__name__ == name
    assert got.to_dict() == next(row for row in listed.results if row.slug == got.slug).to_dict()
    lost = call(folder, f"get{snake}", client=client_of_others, slug="weg")
    assert (type(lost).__name__, lost.status) == ("Problem", 404)


def test_it_filters_and_chooses_fields(client_of_others: Any, make: Any) -> None:
    make.tip("Een", themes=[make.theme("Ruimte")])
    make.tip("Twee", speaker=make.speaker("Jo"))
    models = importlib.import_module(f"{PACKAGE}.models")
    fields = [models.ListTipFieldsItem.TITLE, models.ListTipFieldsItem.THEMES]
    found = call("tips", "list_tip", client=client_of_others, theme="ruimte", fields=fields)
    (tip,) = found.results
    assert (tip.title, [one.name for one in tip.themes]) == ("Een", ["Ruimte"])
    assert set(tip.to_dict()) == {"slug", "url", "title", "themes"}


@pytest.mark.indexed
def test_it_searches(client_of_others: Any, make: Any) -> None:
    make.tip("Zandsuppletie werkt")
    found = call("search", "search", client=client_of_others, q="zandsuppletie", kind=["tip"])
    assert [hit.title for hit in found.results] == ["Zandsuppletie werkt"]
