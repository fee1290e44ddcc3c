"""A real server with the site's content, and the system's Chromium to visit it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import ROOT
from tests.crawling import sitemap_paths

FLAGS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PASSWORD = "geheim-voor-tests"
USERS = """
from django.contrib.auth.models import Group, User
for name, group in (("karin", "eindredactie"), ("bram", "redactie")):
    user = User.objects.create_user(name, password="{password}", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
"""
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = next((found for name in CHROMIUMS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("No Chromium is found: `apt-get install chromium` gives one.")
    with sync_playwright() as playwright:
        # Playwright keeps an event loop going in this thread, which is no reason for Django to
        # refuse the tests of the database that come after.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, once: Any, migrated: Any) -> Iterator[str]:
    """The address of a server as `make run` starts it, with a database of its own."""
    folder = tmp_path_factory.mktemp("site")
    port = _free_port()
    database = folder / "site.sqlite3"
    environment = {
        **os.environ,
        "DATABASE_URL": migrated(database),
        "PORT": str(port),
        "WORKERS": "1",
        "STATIC_ROOT": str(folder / "static"),
        "OPEN_DATA_DIR": str(folder / "open-data"),
    }

    def load() -> bytes:
        _manage(["load_content"], environment)
        return database.read_bytes()

    database.write_bytes(once("loaded", load))
    _manage(["collectstatic", "--noinput", "--verbosity", "0"], environment)
    server = subprocess.Popen(
        [sys.executable, "-m", "innovkb.serve"],
        cwd=ROOT, env=environment,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    _wait_for(address, server)
    yield address
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="session")
def pages(site: str) -> list[str]:
    """One address of every kind of page, the longest page of each, found through the sitemap."""
    from django.urls import resolve

    best: dict[str, tuple[int, str]] = {}
    for path in sitemap_paths(lambda path: _read(f"{site}{path}")):
        name = str(resolve(path).url_name)
        if name not in best or len(path) > best[name][0]:
            best[name] = (len(path), path)
    return [
        *(path for _, path in best.values()),
        "/zoeken/?q=portomonee",
        "/zoeken/?q=ruimte&soort=tip",
        "/zoeken/?q=xqzvwk",
        "/wijzer/?b=the-last-mile&b=drukbezette-teams&b=personeelsmatige-barrieres",
        "/wijzer/?q=geen+geld",
        "/kaart/?knoop=theme:urgentie",
        "/kaart/?thema=leiderschap",
        "/kaart/poster/leiderschap/",
        "/hand-out/themas/leiderschap/",
        "/hand-out/verslagen/ric-innovatieleiderschap/",
        "/kaarten/?k=tip:begin-toch&k=quote:gaspersz-energie-ruimte-en-vertrouwen",
        "/klopt-dit-niet/citaten/gaspersz-energie-ruimte-en-vertrouwen/",
        "/premortem/?fase=vooraf&stap=vragen",
        "/premortem/?fase=vooraf&a=de-canyon.1j2d&a=de-junk.1n",
        "/premortem/samen/",
        "/bestaat-niet/",
    ]


def _read(address: str) -> str:
    with urllib.request.urlopen(address) as response:
        text: str = response.read().decode()
        return text


def _manage(command: list[str], environment: dict[str, str]) -> None:
    subprocess.run(
        [sys.executable, ROOT / "manage.py", *command],
        cwd=ROOT, env=environment, check=True, capture_output=True,
    )  # fmt: skip


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        try:
            with urllib.request.urlopen(f"{address}/robots.txt"):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The server did not answer within 20 seconds.")


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Any]:
    """Opens a page in a fresh context: ``visit("/tips/", width=360, color_scheme="dark")``."""
    contexts = []

    def open_page(path: str, *, width: int = 1280, height: int = 900, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.messages = []  # type: ignore[attr-defined]
        page.on("console", lambda message: page.messages.append(message.text))  # type: ignore[attr-defined]
        page.on("pageerror", lambda error: page.messages.append(str(error)))  # type: ignore[attr-defined]
        page.goto(site + path, wait_until="load")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def tour(visit: Any, site: str, pages: list[str]) -> Any:
    """What ``look(page)`` gives for every kind of page: ``tour(look, width=360)``."""

    def every_page(
        look: Callable[[Any], dict[str, list[str]]], *, kept: bool = True, **options: Any
    ) -> dict[str, dict[str, list[str]]]:
        page = visit("/robots.txt", **options)
        if not kept:  # what is routed is not taken from what the browser keeps
            page.route("**/*", lambda route: route.continue_())
        found = {}
        for path in pages:
            page.messages.clear()
            page.goto(site + path, wait_until="load")
            found[path] = look(page)
        return found

    return every_page


@pytest.fixture(scope="session")
def editors(site: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the site, on which karin and bram are editors."""
    database = next(tmp_path_factory.getbasetemp().glob("site*/site.sqlite3"))
    subprocess.run(
        [sys.executable, ROOT / "manage.py", "shell", "-c", USERS.format(password=PASSWORD)],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": f"sqlite:///{database}"}, check=True,
        capture_output=True,
    )  # fmt: skip
    return site


@pytest.fixture
def log_in(editors: str, visit: Any) -> Any:
    """Opens a page as an editor: ``log_in("karin", "/redactie/")``."""

    def open_page(name: str, path: str, **options: Any) -> Any:
        page = visit(f"/admin/login/?next={path}", **options)
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_url(f"**{path}")
        return page

    return open_page
