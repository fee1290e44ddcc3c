"""Makes one row of two: everything that refers to the one comes to refer to the other."""

from typing import Any

from django.db import IntegrityError, models, transaction

from innovkb.lib.history import one_version
from innovkb.lib.writes import together


def absorb(*, keep: models.Model, other: models.Model) -> None:
    """Let every row that refers to ``other`` refer to ``keep``, and delete ``other``.

    A row that would then stand twice (the database has a rule against it) is dropped. Rows are
    saved one by one, so that who listens to changes hears of each. All or nothing.
    """
    if type(keep) is not type(other) or keep.pk == other.pk:
        raise ValueError("Only two different rows of one model can be merged.")
    with together():
        for relation in other._meta.related_objects:
            source: Any = relation.related_model
            name = relation.field.name
            for row in source._base_manager.filter(**{name: other}):
                if relation.many_to_many:
                    with one_version(row, "~"):
                        getattr(row, name).add(keep)
                        getattr(row, name).remove(other)
                else:
                    _point(row, name, keep)
        other.delete()


def _point(row: models.Model, name: str, keep: models.Model) -> None:
    setattr(row, name, keep)
    try:
        with transaction.atomic():
            row.save(update_fields=[name])
    except IntegrityError:
        row.delete()
