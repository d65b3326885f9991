"""What records, fields and values of the history are called in the active language."""

import datetime
from collections.abc import Callable
from typing import Any, Final

from django.apps import apps
from django.db import models
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from modeltranslation.fields import TranslationField
from modeltranslation.translator import NotRegistered, translator

from portal.history.triggers import tracked_by
from portal.languages import BY_CODE, NAMES

# What a trigger writes instead of a secret.
SECRET: Final = "***"  # noqa: S105 - no secret, but the lack of one
NOTHING: Final = "—"
_named: Final[dict[str, Callable[[Any], str]]] = {}


def called(label: str, name: Callable[[Any], str]) -> None:
    """Say what rows of a model are called, where that is not what they are as text."""
    _named[label] = name


def name_of(row: models.Model) -> str:
    """What a row is called."""
    return _named.get(row._meta.label_lower, str)(row)


def kind_of(label: str) -> str:
    """What records of a model are called; a model that is gone keeps its label."""
    model = tracked_by(label) or model_of(label)
    return capfirst(str(model._meta.verbose_name)) if model else label


def model_of(label: str) -> type[models.Model] | None:
    """The model of a label; None where no app has it any more."""
    try:
        return apps.get_model(label)
    except LookupError:
        return None


def fields_of(label: str) -> dict[str, models.Field[Any, Any]]:
    """The fields of a model that are worth showing, by their columns, in the order of the model."""
    model = model_of(label)
    if model is None:
        return {}
    return {
        str(field.column): field
        for field in model._meta.concrete_fields
        if not field.primary_key and field.name not in _doubled(model)
    }


def field_name(field: models.Field[Any, Any]) -> str:
    """What a field is called, with the language of one that is served in three."""
    if field.model._meta.auto_created and field.related_model:
        return kind_of(field.related_model._meta.label_lower)
    if isinstance(field, TranslationField):
        language = BY_CODE[field.language].name
        translated = field.translated_field.verbose_name
        return _("%(field)s (%(language)s)") % {"field": capfirst(str(translated)), "language": language}
    return capfirst(str(field.verbose_name))


def value_of(field: models.Field[Any, Any], value: Any) -> str:
    """A value as people read it; a key of another row stays a key."""
    if value is None or value in ("", [], {}):
        return NOTHING
    if value == SECRET:
        return _("not kept")
    if isinstance(value, list):
        return pgettext("between values of a list", "; ").join(value_of(field, one) for one in value)
    return _worded(field, value)


def _worded(field: models.Field[Any, Any], value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if "language" in field.name and value in NAMES:
        return str(NAMES[value])
    return _timed(field, value)


def _timed(field: models.Field[Any, Any], value: Any) -> str:
    moment: datetime.datetime | datetime.date | None = None
    if isinstance(field, models.DateTimeField):
        moment = parse_datetime(str(value))
        return formats.localize(timezone.localtime(moment)) if moment else str(value)
    if isinstance(field, models.DateField):
        moment = parse_date(str(value))
    return formats.localize(moment) if moment else str(value)


def _doubled(model: type[models.Model]) -> set[str]:
    """Columns that repeat one of the languages they are served in."""
    try:
        return set(translator.get_options_for_model(model).all_fields)
    except NotRegistered:
        return set()
