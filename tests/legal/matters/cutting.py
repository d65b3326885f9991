"""What somebody can do who has the whole server of the database in hand: take entries out of a history."""

import os
from pathlib import Path

from django.db import connection

from legal.matters.models import Matter
from portal.embedded import postgresql
from portal.embedded.places import Places


def cut_off(matter: Matter, *, after: int) -> None:
    """Delete the entries after this one, with every trigger and key off."""
    places, name = Places(Path(os.environ["PORTAL_VAR"])), connection.settings_dict["NAME"]
    with postgresql.connect(places, postgresql.SUPERUSER, name) as superuser:
        superuser.execute("SET session_replication_role = replica")
        superuser.execute("DELETE FROM matters_entry WHERE matter_id = %s AND position > %s", [matter.pk, after])
