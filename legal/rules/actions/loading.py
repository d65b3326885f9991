"""What every installation knows, brought up to the files and the library of holidays."""

from django.db import transaction
from django.utils import timezone

from legal.rules.loading import calendars, figures
from legal.rules.loading.files import read
from portal.reference.loading import OWN, entries, load_jurisdictions
from portal.reference.models import Jurisdiction

# Deadlines run into years whose days are not published yet: those are known too, and provisional.
AHEAD = 3


@transaction.atomic
def load() -> dict[str, int]:
    """Add institutions, rules, fee tables and calendars that are lacking, and follow the library's days.

    What staff changed stays as it is. How many rows of each kind were added or changed.
    """
    places = _places()
    days = calendars.load(calendars.years_from(timezone.localdate(), ahead=AHEAD), places)
    return {
        "institutions": figures.load_institutions(places),
        "rules": figures.load_rules(),
        "schedules": figures.load_schedules(),
        "days": days.added + days.changed + days.removed,
    }


def _places() -> dict[str, Jurisdiction]:
    """The jurisdictions the files name; those lacking are made as the reference data has them."""
    rows = [*read("institutions")["institution"], *read("calendars")["calendar"]]
    named = {row["jurisdiction"] for row in rows if "jurisdiction" in row}
    held = {place.code for place in Jurisdiction.objects.filter(code__in=named)}
    load_jurisdictions(entry for entry in entries(OWN, "jurisdiction") if entry["code"] in named - held)
    return {place.code: place for place in Jurisdiction.objects.filter(code__in=named)}
