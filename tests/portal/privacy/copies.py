"""Copies of personal data that are ready, with their files."""

import zipfile

from django.utils import timezone, translation

from portal.privacy import tasks
from portal.privacy.actions import exports
from portal.privacy.models import DataExport


def made_copy(person, language="en"):
    """A copy as the worker makes it."""
    export = exports.ask(person, language=language, by=person)
    with translation.override("zh-hans"):
        tasks.make(export.pk)
    export.refresh_from_db()
    return export


def ready_copy(person, made_at=None):
    """A copy made at some time."""
    export = made_copy(person)
    DataExport.objects.filter(pk=export.pk).update(made_at=made_at or timezone.now())
    export.refresh_from_db()
    return export


def opened(export):
    """What stands in a copy, by the place in it."""
    with zipfile.ZipFile(export.file.path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
