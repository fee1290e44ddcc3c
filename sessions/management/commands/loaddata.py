"""``manage.py loaddata``: Django's own, but it names the item at fault and checks the excerpts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import yaml
from django.core.exceptions import FieldDoesNotExist, ObjectDoesNotExist, ValidationError
from django.core.management.base import CommandError, CommandParser
from django.core.management.commands import loaddata
from django.core.serializers import deserialize
from django.core.serializers.base import DeserializationError, DeserializedObject
from django.db import DatabaseError, connections

from innovkb.lib.models import STAMPS
from sessions.excerpts import broken_excerpts
from sessions.models.item import Item

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads plain data only. JSON is YAML too."""

Malformed = (
    AttributeError, DatabaseError, DeserializationError, FieldDoesNotExist, LookupError,
    TypeError, ValueError,
)  # fmt: skip
"""What a wrong record raises on its way into the database."""


@dataclass(frozen=True)
class Record:
    """One entry of a fixture, as it stands in the file."""

    fixture: str
    number: int
    data: Any

    def __str__(self) -> str:
        """Where it stands, for an error: ``44-x.yaml: practices.tip ‘begin-klein’``."""
        fields = self.data.get("fields") if isinstance(self.data, dict) else None
        if not isinstance(fields, dict):
            return f"{self.fixture}: record {self.number}"
        names = (
            "slug",
            "old_path",
            "write_up",
            "barrier",
            "archetype",
            "claim",
            "speaker",
            "title",
        )
        name = next((fields[key] for key in names if fields.get(key)), f"nr. {self.number}")
        name = "/".join(map(str, name)) if isinstance(name, list) else name
        return f"{self.fixture}: {self.data.get('model')} ‘{name}’ (record {self.number})"


class Command(loaddata.Command):
    """Loads everything or nothing, whatever the order of the records.

    A record whose reference comes later waits for it, so that a dump, which Django can't always
    put in order, loads into an empty database. An excerpt that isn't in its body, or stands there
    more than once, is an error, unless a backup is restored with ``--allow-broken-excerpts``: an
    editor may have changed a body and kept the items.
    """

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--allow-broken-excerpts",
            action="store_true",
            help="Restore a backup in which items have lost their passage.",
        )

    def handle(self, *fixture_labels: str, **options: Any) -> None:
        self.allow_broken_excerpts = options["allow_broken_excerpts"]
        super().handle(*fixture_labels, **options)

    def loaddata(self, fixture_labels: Sequence[str]) -> None:
        self.serialization_formats = ["json", "yaml"]
        records = [record for label in fixture_labels for record in self._read(label)]
        self.deferred: list[tuple[Record, DeserializedObject]] = []
        self.loaded: dict[tuple[type, Any], Record] = {}
        self._load_all(records)
        for record, deserialized in self.deferred:
            if unknown := _unknown_reference(deserialized):
                raise CommandError(f"{record}: {unknown}")
            deserialized.save_deferred_fields(using=self.using)
        self._check_references()
        if not self.allow_broken_excerpts:
            self._check_excerpts()
        self.reset_sequences(connections[self.using], {model for model, _ in self.loaded})
        if self.verbosity >= 1:
            files = len({record.fixture for record in records})
            self.stdout.write(f"Installed {len(self.loaded)} object(s) from {files} fixture(s)")

    def _read(self, label: str) -> Iterator[Record]:
        """The records of the fixture files that the label names; YAML or JSON."""
        for path, *_ in self.find_fixtures(label):
            compression = self.parse_name(Path(path).name)[2]
            open_file, mode = cast(Any, self.compression_formats)[compression]
            name = "standard input" if path == loaddata.READ_STDIN else Path(path).name
            try:
                with open_file(path, mode) as file:
                    entries = _load_plain(file.read())
            except yaml.YAMLError as error:
                raise CommandError(f"{name} is neither YAML nor JSON: {error}") from error
            if not isinstance(entries, list | None):
                raise CommandError(f"{name} must hold a list of records.")
            for number, data in enumerate(entries or [], start=1):
                yield Record(name, number, data)

    def _load_all(self, records: list[Record]) -> None:
        """Load the records; those that miss a reference wait for another round."""
        while records:
            waiting = [(record, missing) for record in records if (missing := self._load(record))]
            if len(waiting) == len(records):
                record, missing = waiting[0]
                raise CommandError(f"{record}: {missing}")
            records = [record for record, _ in waiting]

    def _load(self, record: Record) -> str:
        """Save the record; a reference that it can't do without and that is not there is named."""
        try:
            for deserialized in deserialize(
                "python",
                [record.data],
                using=self.using,
                ignorenonexistent=self.ignore,
                handle_forward_references=True,
            ):
                if missing := _missing_reference(deserialized):
                    return missing
                self._save(record, deserialized)
        except ObjectDoesNotExist as error:  # the natural key itself needs the reference
            return str(error)
        except (ValidationError, *Malformed) as error:
            raise CommandError(f"{record}: {_reason(error)}") from error
        return ""

    def _save(self, record: Record, deserialized: DeserializedObject) -> None:
        row = deserialized.object
        if row._meta.app_config in self.excluded_apps or type(row) in self.excluded_models:
            return
        references = {field.name for field in row._meta.fields if field.remote_field}
        row.clean_fields(exclude=references | {"slug"})
        _keep_stamps(record, row)
        deserialized.save(using=self.using)
        self.loaded[type(row), row.pk] = record
        if deserialized.deferred_fields:
            self.deferred.append((record, deserialized))

    def _check_references(self) -> None:
        tables = {model._meta.db_table for model, _ in self.loaded}  # type: ignore[attr-defined]
        try:
            connections[self.using].check_constraints(table_names=sorted(tables))
        except DatabaseError as error:
            raise CommandError(f"The fixtures don't fit together: {error}") from error

    def _check_excerpts(self) -> None:
        broken: list[str] = []
        for model in {model for model, _ in self.loaded if issubclass(model, Item)}:
            items = model._default_manager.using(self.using).select_related("write_up")
            broken.extend(
                f"{record}: {one.reason}"
                for one in broken_excerpts(items)
                if (record := self.loaded.get((model, one.item.pk)))
            )
        if broken:
            raise CommandError("\n".join(sorted(broken)))


def _keep_stamps(record: Record, row: Any) -> None:
    """A row that is there already came when it came, unless the record says otherwise."""
    fields = {field.name for field in row._meta.concrete_fields} & {*STAMPS, "public_since"}
    unsaid = fields - record.data["fields"].keys()
    if row.pk and unsaid:
        stored = type(row)._base_manager.filter(pk=row.pk).values(*unsaid).first()
        for name, moment in (stored or {}).items():
            setattr(row, name, moment)


def _load_plain(text: Any) -> Any:
    """What YAML without references holds: a few lines of them can stand for gigabytes."""
    loader = Loader(text)
    try:
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader)):
            raise yaml.YAMLError("references (*name) are not allowed.")
        return loader.get_single_data()
    finally:
        loader.dispose()


def _missing_reference(deserialized: DeserializedObject) -> str:
    """What a required foreign key refers to and isn't there yet; empty when nothing misses."""
    for field, value in (deserialized.deferred_fields or {}).items():
        if field.many_to_one and not field.null:
            return f"{field.name} refers to {value}, which doesn't exist."
    return ""


def _unknown_reference(deserialized: DeserializedObject) -> str:
    """What a reference names and is nowhere; empty when everything is there."""
    for field, value in (deserialized.deferred_fields or {}).items():
        manager = cast(Any, field).remote_field.model._default_manager
        for key in value if field.many_to_many else [value]:
            try:
                manager.get_by_natural_key(*key)
            except (ObjectDoesNotExist, TypeError):
                return f"{field.name} refers to {key}, which doesn't exist."
    return ""


def _reason(error: Exception) -> str:
    if isinstance(error, ValidationError) and hasattr(error, "error_dict"):
        return " ".join(
            f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items()
        )
    return str(error) or type(error).__name__
