"""What services tell of exhibits: by which way a paper of one state is used in another, as far as that is confirmed."""

import datetime
from typing import Final

from django.utils.translation import gettext_lazy as _

from legal.exhibits import registry
from legal.exhibits.registry import Route, answer_route
from legal.services.passing import Way, passage
from portal.reference.models import Jurisdiction

# What a paper bears in the end, by the way it has taken.
BORNE: Final = {Way.APOSTILLE: registry.Way.APOSTILLE, Way.CONSULAR: registry.Way.LEGALIZATION}


def routed(made_in: Jurisdiction, used_in: Jurisdiction, on: datetime.date) -> Route | None:
    """The way of a paper, with where it was looked up of the state that decides it; None where it is not confirmed."""
    told = passage(made_in, used_in, on=on)
    if told.way not in BORNE:
        return None
    deciding = next((row for row in told.known if row.is_outside(on)), told.known[-1])
    return Route(BORNE[told.way], _("Apostille Convention"), deciding.source_url, deciding.checked_on)


answer_route(routed)
