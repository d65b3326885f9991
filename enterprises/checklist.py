"""What an officer has looked at before an enterprise is verified."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Check(TextChoices):
    """One thing to look at; all of them have to be ticked."""

    NAME = "name", _("The names agree with the business licence or the extract from the register.")
    NUMBER = "number", _("Every number agrees with the papers.")
    REGISTER = "register", _("The public register of the country, where there is one, shows the enterprise as active.")
    LICENCE = "licence", _("The licence or extract is legible and still valid.")
    REPRESENTATIVE = "representative", _("The legal representative is the one the papers name.")
    LETTER = "letter", _("The letter of authorisation names whoever acts here, and is signed and sealed.")
    ZONE = "zone", _("What is said of the registration in the zone was looked up.")
    LISTS = "lists", _("Sanctions and negative lists were looked at, and what was found is noted.")
