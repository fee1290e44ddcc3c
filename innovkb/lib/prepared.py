"""Queries of which the SQL is written once, and asked many times with other values.

For a page that reads ten rows, Django works longer on writing SQL for wide joins than the database
works on the answer. What is kept here is the SQL, never rows: nothing can become stale.
"""

from __future__ import annotations

import copy
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from threading import Lock
from typing import Any, NoReturn

from django.core.exceptions import EmptyResultSet
from django.db import connections, models
from django.db.models import Prefetch, QuerySet, prefetch_related_objects
from django.db.models.query import get_prefetcher, normalize_prefetch_lookups
from django.utils import timezone

Value = int | str | Sequence[int] | Sequence[str]
_Places = Mapping[Any, tuple[str, int]]
"""The name and index of the value that stands behind each mark."""

_MOMENT = datetime(1, 2, 3, 4, 5, 6, 789, tzinfo=UTC)
"""The mark for now."""
_NUMBERS = -(2**40)
_MOST = 400
"""Statements that a process keeps, of some 70 kB each: filters have endless combinations."""
_is_writing: ContextVar[bool] = ContextVar("_is_writing", default=False)


def now() -> datetime:
    """For the condition of a query: now, also when its SQL is asked again later."""
    return _MOMENT if _is_writing.get() else timezone.now()


class Prepared:
    """A function that builds a queryset, and gives its rows as a list when called.

    Values that differ from call to call go by name: whole numbers, strings, and lists of them to
    look ``__in``. They have to reach the SQL as they are, else ValueError is raised. What changes
    the query itself goes by place. The rows come with what ``prefetch_related`` names. ::

        page = Prepared(lambda kind, slug: kind.full().filter(slug=slug))
        page(kind("tip"), slug="begin-toch")
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]]) -> None:
        self._build = build

    def __call__(self, *shape: Hashable, **values: Value) -> list[Any]:
        values = {name: _padded(value) for name, value in values.items()}
        sizes = tuple((name, type(v), _size(v)) for name, v in values.items())
        key = (self, timezone.localdate(), shape, sizes)  # a condition may hold a day
        statement = _kept.get(key)
        if statement is None:
            statement = self._write(shape, values)
            _kept.put(key, statement)
        return statement.rows(values)

    def _write(self, shape: Sequence[Hashable], values: Mapping[str, Value]) -> _Statement:
        marks, places = _marked(values)
        with _writing():
            statement = _Statement(self._build(*shape, **marks), places)
        missing = {name for name, _ in places.values()} - statement.names
        if missing and statement.sql:
            raise ValueError(f"{', '.join(sorted(missing))} can't be filled in in the SQL.")
        return statement


@contextmanager
def _writing() -> Iterator[None]:
    token = _is_writing.set(True)
    try:
        yield
    finally:
        _is_writing.reset(token)


def _size(value: Value) -> int:
    return 0 if isinstance(value, int | str) else len(value)


def _padded(value: Value) -> Any:
    """A list, lengthened by its last to a power of two: so there are few lengths to write for."""
    if isinstance(value, int | str):
        return value
    found: list[Any] = list(value)
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found)) if found else []


def _marked(values: Mapping[str, Value]) -> tuple[dict[str, Any], _Places]:
    """Values that no row has in the places of the real ones, and where each of them stands."""
    places: dict[Any, tuple[str, int]] = {}

    def mark(name: str, index: int, value: Any) -> int | str:
        number = len(places)
        found = _NUMBERS - number if isinstance(value, int) else f"\ue000{number}\ue000"
        places[found] = (name, index)
        return found

    marks: dict[str, Any] = {
        name: mark(name, 0, value)
        if isinstance(value, int | str)
        else [mark(name, at, one) for at, one in enumerate(value)]
        for name, value in values.items()
    }
    return marks, places


class _Statement:
    """The SQL of a queryset, how its rows are made of what the database gives, and its links."""

    def __init__(self, rows: QuerySet[Any, Any], places: _Places) -> None:
        lookups = normalize_prefetch_lookups(rows._prefetch_related_lookups)  # type: ignore[attr-defined]
        self._rows: Any = rows.prefetch_related(None) if lookups else rows
        self._alias: str = rows.db
        self._compiler: Any = self._rows.query.get_compiler(self._alias)
        self._params: list[Any] = []
        try:
            self.sql, self._params = self._compiler.as_sql()
        except EmptyResultSet:
            self.sql = ""
        moment = connections[self._alias].ops.adapt_datetimefield_value(_MOMENT)
        self._slots: list[tuple[int, str, int]] = []
        self._moments: list[int] = []
        for at, param in enumerate(self._params):
            if param == moment:
                self._moments.append(at)
            elif isinstance(param, int | str) and param in places:
                self._slots.append((at, *places[param]))
        self._links = [_Link(one) for one in lookups if _leads_to_many(rows.model, one)]
        self._others = [one for one in lookups if not _leads_to_many(rows.model, one)]

    @property
    def names(self) -> set[str]:
        """Of the values that are filled in."""
        return {name for _, name, _ in self._slots}

    def rows(self, values: Mapping[str, Any]) -> list[Any]:
        if not self.sql:
            return []
        connection: Any = connections[self._alias]
        params = list(self._params)
        for at, name, index in self._slots:
            value = values[name]
            params[at] = value if isinstance(value, int | str) else value[index]
        for at in self._moments:
            params[at] = connection.ops.adapt_datetimefield_value(timezone.now())
        compiler = copy.copy(self._compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *_, **__: (self.sql, params)
        rows = self._rows._chain()
        rows.query.get_compiler = lambda *_, **__: compiler
        found = list(rows._iterable_class(rows))
        for link in self._links:
            link.fetch(found)
        if self._others and found:
            prefetch_related_objects(found, *self._others)
        return found


class _Kept:
    """The statements that were used last, of all queries of the process."""

    def __init__(self) -> None:
        self._statements: OrderedDict[Hashable, _Statement] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._statements)

    def get(self, key: Hashable) -> _Statement | None:
        with self._lock:
            if key in self._statements:
                self._statements.move_to_end(key)
            return self._statements.get(key)

    def put(self, key: Hashable, statement: _Statement) -> None:
        with self._lock:
            self._statements[key] = statement
            while len(self._statements) > _MOST:
                self._statements.popitem(last=False)


_kept = _Kept()


def _leads_to_many(model: type[models.Model], lookup: Prefetch[Any]) -> bool:
    """Whether it is one step, from an object to many; Django itself sees to the others."""
    name = lookup.prefetch_through
    if "__" in name:
        return False
    field = model._meta.get_field(name)
    return bool(field.one_to_many or field.many_to_many)


class _Link:
    """Fetches the rows of one relation for many objects, as ``prefetch_related`` does."""

    def __init__(self, lookup: Prefetch[Any]) -> None:
        self._name = lookup.prefetch_through
        self._to, self._is_list = lookup.get_current_to_attr(0)
        self._querysets = lookup.get_current_querysets(0)
        self._statement: dict[int, _Statement] = {}
        self._cache_name = ""
        self._of_related: Any = None
        self._of_object: Any = None

    def fetch(self, things: Sequence[Any]) -> None:
        if not things:
            return
        keys = _padded([thing.pk for thing in things])
        statement = self._statement.get(len(keys))
        if statement is None:
            statement = self._statement[len(keys)] = self._write(type(things[0]), keys)
        by_object: dict[Any, list[Any]] = {}
        for row in statement.rows({"pk": keys}):
            by_object.setdefault(self._of_related(row), []).append(row)
        field = getattr(getattr(type(things[0]), self._name), "field", None)
        is_reverse = isinstance(field, models.ForeignKey)
        for thing in things:
            rows = by_object.get(self._of_object(thing), [])
            if is_reverse and field is not None:
                for row in rows:
                    if not field.is_cached(row):
                        setattr(row, field.name, thing)
            if self._is_list:
                setattr(thing, self._to, rows)
            else:
                cache = thing.__dict__.setdefault("_prefetched_objects_cache", {})
                cache[self._cache_name] = _Fetched.of(statement, rows)

    def _write(self, model: type[models.Model], keys: Sequence[int]) -> _Statement:
        marks, places = _marked({"pk": keys})
        things = [model(pk=mark) for mark in marks["pk"]]
        with _writing():
            prefetcher = get_prefetcher(things[0], self._name, self._to)[0]
            rows, self._of_related, self._of_object, _, self._cache_name, _ = (
                prefetcher.get_prefetch_querysets(things, self._querysets)
            )
            return _Statement(rows.all(), places)


class _Fetched(QuerySet[Any, Any]):
    """The rows of a relation, all of them; to be looped over, not to be asked again."""

    @classmethod
    def of(cls, statement: _Statement, rows: list[Any]) -> _Fetched:
        fetched = cls.__new__(cls)
        fetched.__dict__.update(statement._rows.__dict__)
        fetched._result_cache = rows
        fetched.__dict__["_prefetch_done"] = True
        return fetched

    def _chain(self) -> NoReturn:
        raise TypeError("These rows were fetched whole: choose among them in Python.")
