"""A new kind is one entry in the registry, its model, views and templates: the rest follows.

The kind is made up here, in an app of its own beside the site, and looked at from outside.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]

FILES = {
    "rituals/__init__.py": "",
    "rituals/models.py": """
from django.db import models

from sessions.models.item import VoicedItem


class Ritual(VoicedItem):
    article = "het"
    moment = models.CharField("moment", max_length=100, blank=True)
    url_name = "ritual"

    class Meta(VoicedItem.Meta):
        verbose_name, verbose_name_plural = "ritueel", "rituelen"


import practices.serialize as data
from innovkb import kinds

ENTRY = kinds.Kind(
    key="ritual", model=Ritual, path="rituelen",
    singular="ritueel", plural="rituelen",
    serialize=data.item,
    entry=lambda thing: data.item_entry(thing, thing.moment),
    select=("write_up", "speaker"), relations=(("quotes", "speaker", "write_up"),),
)
kinds.KINDS += (ENTRY,)
kinds.ITEM_KINDS += (ENTRY,)
kinds._BY_KEY[ENTRY.key] = ENTRY
""",
    "rituals/views.py": """
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from innovkb.frame.pages import attach_capacities, crumbs, public_or_404
from innovkb.kinds import kind


def ritual_list(request: HttpRequest) -> HttpResponse:
    rows = kind("ritual").cards()
    return render(request, "rituals.html", {"rows": rows, "kind": kind("ritual")})


def ritual(request: HttpRequest, slug: str) -> HttpResponse:
    thing = public_or_404(kind("ritual"), slug)
    attach_capacities([thing])
    found = crumbs(kind("ritual"), (thing.title, ""))
    return render(request, "item.html", {"kind": kind("ritual"), "item": thing, "crumbs": found})
""",
    "rituals/templates/rituals.html": "{% for row in rows %}{{ row }}{% endfor %}",
    "rituals/admin.py": """
from django.contrib import admin

from rituals.models import Ritual
from sessions.admin.base import ItemAdmin

admin.site.register(Ritual, ItemAdmin)
""",
    "rituals/urls.py": """
from django.urls import include, path

from rituals import views

urlpatterns = [
    path("rituelen/", views.ritual_list, name="ritual_list"),
    path("rituelen/<slug:slug>/", views.ritual, name="ritual"),
    path("", include("innovkb.urls")),
]
""",
    "rituals_settings.py": """
from innovkb.settings import *

INSTALLED_APPS = ["rituals", *INSTALLED_APPS]
ROOT_URLCONF = "rituals.urls"
MIGRATION_MODULES = {"innovkb": None, "practices": None, "innovation_sessions": None}
ALLOWED_HOSTS = ["*"]
TEMPLATES[0]["APP_DIRS"] = True
PAGE_CACHE_SECONDS = 0
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
""",
    "look.py": '''
import json
import re

import django

django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

call_command("migrate", run_syncdb=True, verbosity=0)

from rituals.models import Ritual
from sessions.models import Speaker, WriteUp

who = Speaker.objects.create(name="Anna Kwint")
text = WriteUp.objects.create(title="Vaste momenten", status="published", body="Begin met stilte.")
thing = Ritual.objects.create(
    write_up=text, title="Begin met stilte", text="Begin met stilte.", excerpt="Begin met stilte.",
    moment="Elke maandag", speaker=who,
)
hidden = WriteUp.objects.create(title="Concept", body="Geheim.")
Ritual.objects.create(write_up=hidden, title="Geheim ritueel", text="Geheim.", excerpt="Geheim.")
visitor, editor = Client(), Client()
editor.force_login(User.objects.create_superuser("redactie"))


def found(address, client=visitor):
    page = client.get(address, follow=True)
    text = b"".join(page).decode()
    return [page.status_code, "egin met stilte" in text, "Geheim" in text]


def nested(address):
    """A sitemap or an index of them."""
    text = visitor.get(address).content.decode()
    parts = re.findall(r"<loc>https?://[^/<]+([^<]+\\.xml[^<]*)", text)
    return text + "".join(visitor.get(part).content.decode() for part in parts)


address = thing.get_absolute_url()
print(json.dumps({
    "list": found("/rituelen/"),
    "page": found(address),
    "api": found("/api/v1/rituals"),
    "feed": found("/rituelen/feed.xml"),
    "export": found("/export/rituelen.csv"),
    "search": address in visitor.get("/zoeken/?q=stilte").content.decode(),
    "search by its own field": address in visitor.get("/zoeken/?q=maandag").content.decode(),
    "speaker": found(who.get_absolute_url()),
    "write-up": found(text.get_absolute_url()),
    "picture": visitor.get(f"/deel/rituelen/{thing.slug}/breed.png").status_code,
    "sitemap": address in nested("/sitemap.xml"),
    "admin": editor.get(f"/admin/rituals/ritual/{thing.pk}/change/").status_code,
    "card": found(f"/kaarten/?k=ritual:{thing.slug}"),
    "correction": visitor.get(f"/klopt-dit-niet{address}").status_code,
}))
''',
}
EXPECTED: dict[str, Any] = {
    "list": [200, True, False],
    "page": [200, True, False],
    "api": [200, True, False],
    "feed": [200, True, False],
    "export": [200, True, False],
    "search": True,
    "search by its own field": True,
    "speaker": [200, True, False],
    "write-up": [200, True, False],
    "picture": 200,
    "sitemap": True,
    "admin": 200,
    "card": [200, True, False],
    "correction": 200,
}


@pytest.fixture
def beside(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path


def test_a_kind_that_is_made_up_is_seen_everywhere(beside: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(beside / "look.py")],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "rituals_settings",
            "PYTHONPATH": f"{beside}{os.pathsep}{ROOT}",
            "DATABASE_URL": f"sqlite:///{beside / 'site.sqlite3'}",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == EXPECTED
