"""The sitemaps: an index, one file a kind, light at any size."""

import re
from typing import Any
from xml.etree import ElementTree

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localtime

from innovkb.kinds import KINDS

SITE = "http://127.0.0.1:8000"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def entries(client: Client, path: str) -> list[dict[str, str]]:
    root = ElementTree.fromstring(client.get(path).content)  # noqa: S314
    return [{part.tag.removeprefix(SPACE): part.text or "" for part in entry} for entry in root]


def test_the_index_names_a_sitemap_for_every_kind(client: Client, make: Any) -> None:
    tip = make.tip()
    found = {entry["loc"] for entry in entries(client, "/sitemap.xml")}
    assert found == {
        f"{SITE}/sitemap-{name}.xml" for name in ("lijsten", "reeksen", *(k.path for k in KINDS))
    }
    (entry,) = entries(client, "/sitemap-tips.xml")
    assert entry == {
        "loc": f"{SITE}{tip.get_absolute_url()}",
        "lastmod": f"{localtime(tip.updated_at):%Y-%m-%d}",
    }


def test_things_that_share_a_page_give_it_once(client: Client, make: Any) -> None:
    one = make.principle_set("Drie regels")
    make.principle(set=one)
    make.principle(set=one)
    (entry,) = entries(client, "/sitemap-principes.xml")
    assert entry["loc"] == f"{SITE}/principes/drie-regels/"


def test_a_sitemap_takes_one_query_and_no_texts(client: Client, make: Any) -> None:
    make.tip()
    make.principle()
    make.session()
    for path in ("/sitemap.xml", *(f"/sitemap-{one.path}.xml" for one in KINDS)):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        assert len(captured) == (len(KINDS) + 1 if path == "/sitemap.xml" else 1)
        for query in captured:
            assert not re.search(r'"(body|text|excerpt|summary|description|bio)"', query["sql"])


def test_the_wijzer_reads_no_whole_texts(client: Client, make: Any) -> None:
    barrier = make.barrier()
    make.remedy(barrier=barrier)
    make.remedy(barrier=barrier, tool=make.tool())
    with CaptureQueriesContext(connection) as captured:
        assert client.get(f"/wijzer/?b={barrier.slug}").status_code == 200
    assert [query["sql"] for query in captured if '."body"' in query["sql"]] == []
