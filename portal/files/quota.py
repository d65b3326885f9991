"""How much room the files of an owner take up together; of two that come at once, one waits for the other."""

import hashlib

from django.conf import settings
from django.db import connection
from django.db.models import Model, Sum
from django.template.defaultfilters import filesizeformat

from portal.files.models import File
from portal.files.refusals import RefusedError
from portal.files.states import State


def hold_room(owner: Model, *, size: int, name: str) -> None:
    """Make sure that there is room, until the transaction ends; `RefusedError` where there is none."""
    _wait_for_turn(owner)
    kept = File.objects.belonging_to(owner).exclude(state=State.INFECTED)
    used = kept.aggregate(used=Sum("size", default=0))["used"]
    if used + size > settings.FILES_QUOTA:
        raise RefusedError("no-room", name=name, quota=filesizeformat(settings.FILES_QUOTA))


def _wait_for_turn(owner: Model) -> None:
    """A lock on the owner rather than on its row, of which we know neither the table nor who else locks it."""
    digest = hashlib.sha256(f"files {owner._meta.label_lower} {owner.pk}".encode()).digest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(digest[:8], signed=True)])
