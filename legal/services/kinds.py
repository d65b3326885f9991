"""The closed lists of the services: when a paper is wanted, what is known of a fact, who is party to a convention."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Need(models.TextChoices):
    """In which case a paper is wanted."""

    ALWAYS = "always", pgettext_lazy("when a paper is wanted", "Always")
    COMPANY = "company", _("The applicant is a company or another organisation")
    REPRESENTED = "represented", _("A representative acts for the applicant")
    ABROAD = "abroad", _("Some papers were made abroad")
    OTHER_LANGUAGE = "other-language", _("Some papers are in another language")
    INTERIM = "interim", _("Property or evidence has to be preserved")
    COPY = "copy", _("A copy is to be certified")
    ENFORCEABLE = "enforceable", _("The instrument is to be enforceable")
    SEVERAL = "several", _("Several parties take part")
    PENDING = "pending", _("A court or tribunal already has the case")
    WISHED = "wished", pgettext_lazy("when a paper is wanted", "Only if you wish")


# What whoever asks says of their case; the others hold for everybody.
CASES = tuple(need for need in Need if need not in {Need.ALWAYS, Need.WISHED})


class Known(models.TextChoices):
    """What a fact is worth: nothing else is shown as one."""

    CONFIRMED = "confirmed", pgettext_lazy("what a fact is worth", "Confirmed")
    TO_BE_CONFIRMED = "to-be-confirmed", pgettext_lazy("what a fact is worth", "To be confirmed")
    UNKNOWN = "unknown", pgettext_lazy("what a fact is worth", "Not known here")


class Aspect(models.TextChoices):
    """What a figure says of a service."""

    TIME = "time", pgettext_lazy("what a figure says of a service", "How long it takes")
    COST = "cost", pgettext_lazy("what a figure says of a service", "What it costs")


class Membership(models.TextChoices):
    """Whether a state is party to the Apostille Convention; not known is never no."""

    PARTY = "party", pgettext_lazy("a state and a convention", "Party")
    NOT_PARTY = "not-party", pgettext_lazy("a state and a convention", "Not a party")
    UNKNOWN = "unknown", pgettext_lazy("a state and a convention", "Not confirmed here")
