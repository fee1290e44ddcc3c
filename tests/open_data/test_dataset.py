"""The whole public corpus as files: true, complete, loadable, described, and free of drafts."""

import io
import json
import re
import warnings
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from rdflib import DCAT, DCTERMS, FOAF, RDF, Graph, Literal, Namespace, URIRef

from innovkb.kinds import KINDS
from innovkb.lib.publishing import Status
from innovkb.open_data.api.schemas import collection
from innovkb.open_data.dataset.names import FILES
from sessions.models import Redirect, WriteUp
from tests.crawling import reads, sitemap_paths
from tests.ingest.test_export_command import load_into_empty_site
from tests.innovkb.test_public_pages import SECRET, STATES, hidden
from tests.open_data.test_hostile import NASTY, everywhere
from tests.open_data.test_linked_data import graph

SITE = "http://127.0.0.1:8000"
EU = "http://publications.europa.eu/resource/authority"
VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
SPDX = Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, settings: Any) -> Path:
    settings.OPEN_DATA_DIR = str(tmp_path / "made" / "here")
    return tmp_path


def export() -> None:
    call_command("export_open_data", stdout=io.StringIO())


def given(client: Client, name: str) -> Any:
    response = client.get(f"/open-data/{name}")
    assert response.status_code == 200
    return response


def test_each_kind_is_there_as_the_api_gives_it(client: Client, make: Any) -> None:
    everywhere(make)
    export()
    data = given(client, "alles.json").json()
    assert set(data["kinds"]) == {one.key for one in KINDS}
    for one in KINDS:
        answer = client.get(f"/api/v1/{collection(one)}?limit=200").json()
        assert data["kinds"][one.key] == answer["results"], one.key
        assert answer["count"] > 0, one.key
    assert data["kinds"]["tip"][0]["title"] == NASTY.replace("\x00", "")


def test_the_page_says_when_they_were_made_as_html_writes_a_moment(
    client: Client, make: Any
) -> None:
    make.tip()
    export()
    moments = re.findall(r'datetime="([^"]*)"', client.get("/open-data/").content.decode())
    written = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}"
    assert [bool(re.fullmatch(written, one)) for one in moments] == [True], moments


def test_the_linked_data_holds_every_thing_once(client: Client, make: Any) -> None:
    everywhere(make)
    export()
    data = given(client, "alles.jsonld").json()
    assert data["@context"] == "https://schema.org"
    first, *things = data["@graph"]
    assert first["@type"] == "Dataset"
    assert sorted(one["@id"] for one in things) == sorted(
        f"{SITE}{thing.get_absolute_url()}" for one in KINDS for thing in one.full()
    )


def test_each_source_says_what_may_be_done_with_it(
    client: Client, make: Any, settings: Any
) -> None:
    settings.CONTENT_LICENCE = "CC BY 4.0"
    make.write_up("Ons stuk", slug="stuk", source_title="Het stuk", rights="full_text",
                  rights_note="Met dank aan de maker.")  # fmt: skip
    export()
    data = given(client, "alles.json").json()
    assert data["licence"] == "CC BY 4.0"
    (source,) = data["sources"]
    assert (source["name"], source["rights"], source["rights_meaning"], source["rights_note"]) == (
        "Het stuk", "full_text", "volledige tekst, met toestemming", "Met dank aan de maker.",
    )  # fmt: skip
    page = client.get("/open-data/").content.decode()
    assert "Met dank aan de maker." in page
    assert "CC BY 4.0" in page


@pytest.mark.parametrize("state", STATES)
def test_no_word_of_a_draft_is_in_a_file(client: Client, make: Any, state: str) -> None:
    things = hidden(make, **STATES[state])
    Redirect.objects.create(old_path="/tips/oud/", new_path=things[-1].get_absolute_url())
    Redirect.objects.create(old_path=f"/tips/{SECRET.lower()}-ooit/", new_path="/tips/weg/")
    export()
    for name in [*FILES, "dcat.jsonld", ""]:
        assert SECRET.lower() not in given(client, name).content.decode().lower(), name
    assert "Openbare tip" in given(client, "alles.json").content.decode()


def test_what_is_taken_back_takes_the_files_along(client: Client, make: Any) -> None:
    """They hold its words still, until they are made again."""
    write_up = make.write_up("Verslag", body="Woorden.")
    make.tip("Tip")
    export()
    assert client.get("/open-data/site.json").status_code == 200
    WriteUp.objects.filter(pk=write_up.pk).update(status=Status.DRAFT)
    for name in [*FILES, "dcat.jsonld"]:
        response = client.get(f"/open-data/{name}")
        assert (response.status_code, response["Retry-After"]) == (503, "86400"), name
        assert "Woorden" not in response.content.decode()
    assert "/open-data/alles.json" not in client.get("/open-data/").content.decode()
    export()
    assert "Woorden" not in given(client, "site.json").content.decode()
    assert list(given(client, "alles.json").json()["kinds"]["tip"][0])


def test_what_is_deleted_takes_the_files_along(client: Client, make: Any) -> None:
    quote = make.quote("Toch liever niet.")
    export()
    quote.delete()
    assert client.get("/open-data/alles.json").status_code == 503


def test_what_comes_does_not(client: Client, make: Any) -> None:
    make.tip("Tip")
    export()
    make.tip("Nog een")
    assert "Nog een" not in given(client, "alles.json").content.decode()


def test_loaded_into_an_empty_site_it_gives_the_same_site(
    client: Client, make: Any, folder: Path
) -> None:
    hidden(make, status=Status.PUBLISHED)
    make.draft("Een concept")
    old = make.tip("Met een oud adres", text="Tekst", note="Noot")
    Redirect.objects.create(old_path="/tips/oud/", new_path=old.get_absolute_url())
    make.session("Los", date=timezone.localdate() + timedelta(days=4), announced_in=None)
    make.archetype("Van de site zelf", signals="een\ntwee")
    addresses = [*sitemap_paths(reads(client)), "/feed.xml", "/sessies/agenda.ics",
                 *(f"/api/v1/{collection(one)}?limit=200" for one in KINDS)]  # fmt: skip

    def site() -> dict[str, bytes]:
        return {address: client.get(address).content for address in addresses}

    export()
    text = given(client, "site.json").content.decode()
    call_command("rebuild_search", stdout=io.StringIO())  # what scores alike stands as indexed
    before = site()
    # An editor may have changed a text and kept its items: so it is for a backup too.
    load_into_empty_site(text, folder, allow_broken_excerpts=True)
    call_command("rebuild_search", stdout=io.StringIO())
    after = site()
    assert [address for address in addresses if before[address] != after[address]] == []
    assert client.get("/tips/oud/")["Location"] == old.get_absolute_url()
    assert len(addresses) > 40
    export()
    assert given(client, "site.json").content.decode() == text


def test_size_and_checksum_are_those_of_the_file(client: Client, make: Any) -> None:
    make.tip()
    export()
    export()  # a second time takes the place of the first
    page = client.get("/open-data/").content.decode()
    dataset = graph(client, "/open-data/")[1]
    told = {one["contentUrl"]: one for one in dataset["distribution"]}
    assert set(told) == {f"{SITE}/open-data/{name}" for name in FILES}
    for name in FILES:
        response = given(client, name)
        digest = sha256(response.content).hexdigest()
        one = told[f"{SITE}/open-data/{name}"]
        assert (one["sha256"], one["contentSize"]) == (digest, str(len(response.content)))
        assert digest in page
        assert one["encodingFormat"] == response["Content-Type"]
        assert response["Access-Control-Allow-Origin"] == "*"
        again = client.get(f"/open-data/{name}", headers={"if-none-match": response["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


def test_nothing_is_left_of_the_time_before(client: Client, make: Any, settings: Any) -> None:
    other = Path(settings.OPEN_DATA_DIR)
    make.tip("Een")
    export()
    (other / "van-een-ander.txt").write_text("blijft")
    make.tip("Twee")
    export()
    names = sorted(one.name.partition("-")[2] or one.name for one in other.iterdir())
    assert names == sorted([*FILES, "manifest.json", "een-ander.txt"])


def test_before_the_first_time_there_is_a_page_that_says_so(client: Client, db: None) -> None:
    page = client.get("/open-data/").content.decode()
    assert "De bestanden zijn er nu niet" in page
    assert client.get("/open-data/alles.json").status_code == 503
    assert client.get("/open-data/dcat.jsonld").status_code == 503


@pytest.mark.parametrize("name", ["manifest.json", "..%2fsecret-key", "alles.csv", "a/b"])
def test_no_other_file_is_given(client: Client, make: Any, name: str) -> None:
    export()
    assert client.get(f"/open-data/{name}").status_code == 404


@pytest.mark.parametrize("text", ["", "[]", '{"moment": "gisteren", "files": []}', "{"])
def test_a_broken_list_of_files_is_none(
    client: Client, make: Any, settings: Any, text: str
) -> None:
    export()
    (Path(settings.OPEN_DATA_DIR) / "manifest.json").write_text(text)
    assert client.get("/open-data/").status_code == 200
    assert client.get("/open-data/alles.json").status_code == 503
    export()
    assert client.get("/open-data/alles.json").status_code == 200


def test_a_file_that_is_gone_is_no_error(client: Client, make: Any, settings: Any) -> None:
    export()
    for one in Path(settings.OPEN_DATA_DIR).glob("*-alles.json"):
        one.unlink()
    assert client.get("/open-data/alles.json").status_code == 503


def test_a_folder_that_can_not_be_written_is_told(db: None, settings: Any, folder: Path) -> None:
    (folder / "file").write_text("")
    settings.OPEN_DATA_DIR = str(folder / "file")
    with pytest.raises(CommandError, match=r"Can't write in .*file"):
        export()


@pytest.fixture
def catalogue(client: Client, make: Any, settings: Any) -> Graph:
    settings.CONTENT_LICENCE, settings.SITE_EMAIL = "CC BY 4.0", "post@example.org"
    make.tip()
    export()
    found = Graph()
    with warnings.catch_warnings():  # rdflib reads JSON-LD with what it deprecated itself
        warnings.simplefilter("ignore", DeprecationWarning)
        found.parse(data=given(client, "dcat.jsonld").content, format="json-ld")
    return found


def test_the_catalogue_has_all_that_dcat_ap_nl_asks(catalogue: Graph) -> None:
    """The properties that DCAT-AP-NL 3.0 makes mandatory, for each class that is used."""
    resource = {DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCAT.contactPoint}
    described = {*resource, DCTERMS.identifier, DCTERMS.accessRights, DCAT.theme}
    mandatory = {
        DCAT.Catalog: resource,
        DCAT.Dataset: {*described, DCAT.distribution},
        DCAT.DataService: {
            *described, DCAT.endpointURL, DCAT.endpointDescription, DCTERMS.license,
        },
        DCAT.Distribution: {DCAT.accessURL, DCAT.downloadURL, DCTERMS.license, DCAT.mediaType},
        FOAF.Agent: {FOAF.name},
        VCARD.Kind: {VCARD.fn, VCARD.hasEmail},
        SPDX.Checksum: {SPDX.algorithm, SPDX.checksumValue},
    }  # fmt: skip
    for type_, properties in mandatory.items():
        subjects = set(catalogue.subjects(RDF.type, type_))
        assert subjects, type_
        for subject in subjects:
            assert properties - set(catalogue.predicates(subject)) == set(), subject


def test_the_catalogue_leads_to_the_files(catalogue: Graph) -> None:
    (dataset,) = catalogue.subjects(RDF.type, DCAT.Dataset)
    assert dataset == URIRef(f"{SITE}/open-data/")
    assert set(catalogue.objects(None, DCAT.downloadURL)) == {
        URIRef(f"{SITE}/open-data/{name}") for name in FILES
    }
    assert set(catalogue.objects(None, DCTERMS.license)) == {URIRef(f"{EU}/licence/CC_BY_4_0")}
    assert set(catalogue.objects(dataset, DCTERMS.accessRights)) == {
        URIRef(f"{EU}/access-right/PUBLIC")
    }
    titles = set(catalogue.objects(dataset, DCTERMS.title))
    assert titles == {Literal("Innovatiekennis", lang="nl")}
    sizes = {int(size) for size in catalogue.objects(None, DCAT.byteSize)}
    assert len(sizes) == len(FILES)


def test_without_a_licence_the_catalogue_leads_to_the_colophon(client: Client, make: Any) -> None:
    export()
    data = json.loads(given(client, "dcat.jsonld").content)
    assert data["dcat:service"]["dct:license"] == {"@id": f"{SITE}/colofon/"}
    assert "vcard:hasEmail" not in data["dcat:contactPoint"]
