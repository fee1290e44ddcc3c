"""Where the files of the corpus stand, and whether they may still be given."""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.urls import reverse

from innovkb.kinds import KINDS
from innovkb.lib.addresses import absolute

_MANIFEST = "manifest.json"


@dataclass(frozen=True)
class DataFile:
    """A file of the corpus as it was made."""

    name: str
    """The last part of its address."""
    media_type: str
    size: int
    """Bytes."""
    sha256: str

    @property
    def stored(self) -> str:
        """Its name in the folder: another for every content, so that none is changed in place."""
        return f"{self.sha256[:16]}-{self.name}"

    @property
    def url(self) -> str:
        return absolute(reverse("dataset_file", args=[self.name]))


@dataclass(frozen=True)
class Made:
    """The files of one run, and what they hold."""

    moment: datetime
    files: tuple[DataFile, ...]
    slugs: dict[str, list[str]]
    """By kind: what the files hold."""

    def file(self, name: str) -> DataFile | None:
        return next((one for one in self.files if one.name == name), None)


def write(moment: datetime, documents: Iterable[tuple[str, str, Any]]) -> Made:
    """Writes each document, given by name, media type and data, and then which they are.

    Whoever asks meanwhile gets the files of before; those go at the end.
    """
    folder = Path(settings.OPEN_DATA_DIR)
    folder.mkdir(parents=True, exist_ok=True)
    before, files = made(), []
    for name, media_type, data in documents:
        content = _encoded(data)
        file = DataFile(name, media_type, len(content), sha256(content).hexdigest())
        _put(folder / file.stored, content)
        files.append(file)
    now = Made(moment, tuple(files), public_slugs())
    _put(folder / _MANIFEST, _encoded(asdict(now)))
    for old in before.files if before else ():
        if old not in files:
            (folder / old.stored).unlink(missing_ok=True)
    return now


def made() -> Made | None:
    """What was made last; None before the first time, or when it can't be read."""
    try:
        data = json.loads((Path(settings.OPEN_DATA_DIR) / _MANIFEST).read_bytes())
        files = tuple(DataFile(**one) for one in data["files"])
        return Made(datetime.fromisoformat(data["moment"]), files, data["slugs"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def path_of(file: DataFile) -> Path:
    return Path(settings.OPEN_DATA_DIR) / file.stored


def public_slugs() -> dict[str, list[str]]:
    """By kind, the slug of everything that is public now."""
    return {
        one.key: list(one.published().order_by("slug").values_list("slug", flat=True))
        for one in KINDS
    }


def holds_only_public(found: Made) -> bool:
    """Whether all that the files hold is public still; what was taken back, they may not show."""
    now = public_slugs()
    return all(set(slugs) <= set(now.get(key, ())) for key, slugs in found.slugs.items())


def _encoded(data: Any) -> bytes:
    text = json.dumps(data, ensure_ascii=False, indent=1, cls=DjangoJSONEncoder)
    # A lone surrogate has no bytes; JSON can name it.
    return text.encode("utf-8", "backslashreplace")


def _put(path: Path, content: bytes) -> None:
    """Under its name only when it is whole."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
