"""What a moderator has looked at before a licence is called verified, and until when that holds."""

import datetime
from typing import Final

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Check(TextChoices):
    """One thing to look at; all of them have to be ticked."""

    NAME = "name", _("The name agrees with the licence.")
    NUMBER = "number", _("The number and the issuing body agree with the licence.")
    REGISTER = (
        "register",
        _("The register of the issuing body, where there is a public one, shows the licence as valid."),
    )
    ADMISSIONS = "admissions", _("Each admission that is named agrees with a paper or a register.")
    OFFERS = "offers", _("The kind of profile is the one the licence allows.")


# A moderator looks at a licence again at least once a year: a promise of this portal, no rule of law.
YEARLY: Final = _("Licences are verified again once a year. This is what the portal promises; no law asks for it.")


def next_check(day: datetime.date) -> datetime.date:
    """The day on which what was verified on a day is to be verified again."""
    return day + datetime.timedelta(days=settings.LICENCE_RECHECK_DAYS)
