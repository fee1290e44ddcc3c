"""Model and form fields that several models share."""

import json
from typing import Any

from django import forms
from django.db import models


class LinesFormField(forms.CharField):
    """A list of short texts, edited as one a line."""

    widget = forms.Textarea

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        if isinstance(value, list):
            return value
        return [line.strip() for line in (value or "").splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.to_python(initial) != self.to_python(data))

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise forms.ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        for line in value:
            super().run_validators(line)


class _ReadableJSON(json.JSONEncoder):
    """Writes letters with diacritics as themselves: SQLite searches in the text of the JSON."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{**kwargs, "ensure_ascii": False})


class LinesField(models.JSONField):
    """A list of short texts: aliases, misspellings, other names."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **{**kwargs, "encoder": _ReadableJSON})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["encoder"]  # always the same, and none of the schema's business
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        widget = forms.Textarea(attrs={"rows": 3})
        defaults: dict[str, Any] = {
            "label": self.verbose_name,
            "help_text": self.help_text,
            "required": not self.blank,
            "widget": widget,
            "max_length": 200,
        }
        kwargs.pop("widget", None)
        return LinesFormField(**{**defaults, **kwargs})
