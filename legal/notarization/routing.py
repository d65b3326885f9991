"""Which way a certificate takes to the country where it is used: as the table of papers abroad says."""

import datetime
from typing import Final

from legal.notarization.models import Particulars
from legal.services.passing import Passage, passage
from portal.reference.models import Jurisdiction

# Where a certificate of a notary office of the zone is made.
MADE_IN: Final = "cn"


def way_of(said: Particulars, *, on: datetime.date) -> Passage | None:
    """The way on a day; None until the country of use is named."""
    made = made_in()
    return passage(made, said.country, on=on) if made and said.country else None


def made_in() -> Jurisdiction | None:
    """The country of the notary offices of the zone, where it is among the reference data."""
    return Jurisdiction.objects.filter(code=MADE_IN).first()
