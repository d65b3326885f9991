"""The closed lists of a filing: what is claimed, on which track, and why on that one."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class CaseKind(models.TextChoices):
    """What decides which fee table holds, by the slug of the table."""

    INTERNATIONAL = "scia-international", _("International, foreign-related, or related to Hong Kong, Macao or Taiwan")
    DOMESTIC = "scia-domestic-acceptance", _("Mainland")


class ClaimKind(models.TextChoices):
    MONEY = "money", pgettext_lazy("what is claimed", "A sum of money")
    INTEREST = "interest", pgettext_lazy("what is claimed", "Interest")
    DECLARATION = "declaration", pgettext_lazy("what is claimed", "A declaration")
    PERFORMANCE = "performance", pgettext_lazy("what is claimed", "That something is done or left undone")
    COSTS = "costs", pgettext_lazy("what is claimed", "Costs of the arbitration and of representation")


# Of these no amount is given.
WITHOUT_AMOUNT: Final = (ClaimKind.DECLARATION, ClaimKind.PERFORMANCE)


class Procedure(models.TextChoices):
    EXPEDITED = "expedited", pgettext_lazy("procedure of an arbitration", "Expedited procedure")
    ORDINARY = "ordinary", pgettext_lazy("procedure of an arbitration", "Ordinary procedure")


class Ground(models.TextChoices):
    """Why a case goes on its track."""

    AMOUNT = "amount", pgettext_lazy("why this procedure", "By the amount in dispute")
    CONSENT = "consent", pgettext_lazy("why this procedure", "All parties have consented in writing")
    AGREED = "agreed", pgettext_lazy("why this procedure", "The parties agreed on it in the contract")


class Asked(models.TextChoices):
    """What becomes of a request that somebody join."""

    ASKED = "asked", pgettext_lazy("request to join a party", "Asked for")
    GRANTED = "granted", pgettext_lazy("request to join a party", "Granted")
    REFUSED = "refused", pgettext_lazy("request to join a party", "Refused")
